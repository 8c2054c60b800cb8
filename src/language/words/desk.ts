import type { TwoText } from '../lang.ts';

/** The desk: what waits for a person. */
export const deskWords = {
  navigation: { zh: '工作台导航', en: 'Desk navigation' },
  publicSite: { zh: '查看网站', en: 'See the site' },
  navMine: { zh: '我的工作', en: 'My work' },
  navToday: { zh: '待办', en: 'Waiting for me' },
  navWriting: { zh: '内容', en: 'Content' },
  navArticles: { zh: '文章', en: 'Articles' },
  navQuestions: { zh: '导入待确认', en: 'Import questions' },
  navZone: { zh: '开发区', en: 'Zone' },
  navPlatform: { zh: '平台管理', en: 'Platform' },
  questionsWaiting: (count: number): TwoText => ({
    zh: `${count} 篇导入的草稿等您确认`,
    en: count === 1 ? '1 imported draft has a question for you' : `${count} imported drafts have questions for you`,
  }),
  nothingWaits: { zh: '现在没有需要您处理的事情。', en: 'Nothing is waiting for you right now.' },
  drafts: { zh: '待处理的草稿', en: 'Drafts waiting for you' },
  draftsLead: {
    zh: '导入时没能确定的内容在这里回答，答完即可发布。',
    en: 'What an import could not decide is asked here. Answer it, then publish.',
  },
  noDrafts: { zh: '没有待处理的草稿。', en: 'No drafts are waiting.' },
  noDraftsHint: {
    zh: '用 npx yuanlian import 导入页面，能确定的会直接发布。',
    en: 'Import pages with npx yuanlian import; what can be decided is published at once.',
  },
  pageSaid: (found: string): TwoText => ({ zh: `页面上写的是：${found}`, en: `The page says: ${found}` }),
  pageSaidNothing: { zh: '页面上没有写明。', en: 'The page does not say.' },
  zone: { zh: '发布开发区（代码、全称或简称）', en: 'Publishing zone (code, name or short name)' },
  column: { zh: '栏目', en: 'Column' },
  publishedAt: { zh: '发布时间（北京时间）', en: 'Time of publication (Beijing time)' },
  source: { zh: '来源', en: 'Source' },
  choose: { zh: '请选择', en: 'Choose' },
  save: { zh: '保存', en: 'Save' },
  publish: { zh: '保存并发布', en: 'Save and publish' },
  published: { zh: '已发布。', en: 'Published.' },
  saved: { zh: '已保存，仍为草稿。', en: 'Saved as a draft.' },
  seeIt: { zh: '查看文章', en: 'See the article' },
  preview: { zh: '正文预览', en: 'Text' },
  zoneUnknown: (text: string): TwoText => ({
    zh: `找不到“${text}”，请填写 8 位代码、全称或简称。`,
    en: `No zone is called “${text}”. Enter its 8-digit code, its full name or its short name.`,
  }),
  zoneUnclear: (names: string): TwoText => ({
    zh: `可能是：${names}。请写得更完整。`,
    en: `It could be: ${names}. Please be more exact.`,
  }),
  older: { zh: '更早的草稿', en: 'Older drafts' },
  formWrong: { zh: '表单不完整，请刷新后重试。', en: 'The form was incomplete. Reload the page and try again.' },
  timeWrong: { zh: '时间不对，例如 2024-02-01 09:30。', en: 'That is not a time. Example: 2024-02-01 09:30.' },
} as const;
