import type { TwoText } from '../lang.ts';

/** Writing an article: the verbs' refusals and the page around the editor. */
export const writingWords = {
  newArticle: { zh: '写文章', en: 'New article' },
  newLead: {
    zh: '先定标题和归属，随后进入正文。内容会自动保存，发布前不会公开。',
    en: 'Give it a title and a place, then write. Your work is saved as you go and stays private until it is published.',
  },
  start: { zh: '开始写', en: 'Start writing' },
  write: { zh: '编辑文章', en: 'Edit article' },
  title: { zh: '标题', en: 'Title' },
  summary: { zh: '摘要', en: 'Summary' },
  summaryHint: {
    zh: '列表和分享时显示，一两句话。',
    en: 'Shown in lists and when shared. One or two sentences.',
  },
  source: { zh: '来源', en: 'Source' },
  author: { zh: '作者', en: 'Author' },
  keywords: { zh: '关键词', en: 'Keywords' },
  keywordsHint: { zh: '用逗号分开，最多 30 个。', en: 'Separate with commas, 30 at most.' },
  column: { zh: '栏目', en: 'Column' },
  choose: { zh: '请选择', en: 'Choose' },
  zone: { zh: '发布开发区', en: 'Publishing zone' },
  zoneHint: { zh: '8 位代码', en: '8-digit code' },
  originalLang: { zh: '原文语言', en: 'Original language' },
  langs: { zh: { zh: '中文', en: 'Chinese' }, en: { zh: '英文', en: 'English' } },
  publishedAt: { zh: '发布时间（北京时间）', en: 'Publication time (Beijing)' },
  publishedAtHint: { zh: '留空则以实际发布时间为准。', en: 'Leave empty to use the moment it is published.' },
  timeFixed: { zh: '首次发布后不再改变。', en: 'Fixed once an article has been published.' },
  body: { zh: '正文', en: 'Text' },
  details: { zh: '文章信息', en: 'Details' },
  placement: { zh: '归属', en: 'Where it belongs' },
  madeHow: { zh: '译文由谁完成', en: 'How it was translated' },
  save: { zh: '保存', en: 'Save' },
  saveProposal: { zh: '保存修改稿', en: 'Save changes' },
  saved: { zh: '已保存。', en: 'Saved.' },
  savedProposal: {
    zh: '修改稿已保存。公众看到的仍是已发布的版本，审核发布后才会更新。',
    en: 'Your changes are saved. The public still reads the published text until they are approved.',
  },
  upToDate: { zh: '已对照最新原文，译文无误', en: 'Checked against the original as it is now' },
  steps: {
    submit: { zh: '保存并送审', en: 'Save and hand in for review' },
    publish: { zh: '保存并发布', en: 'Save and publish' },
  },
  stepsDone: {
    submit: { zh: '已送审，等待发布人员处理。', en: 'Handed in. A publisher will read it.' },
    publish: { zh: '已发布。', en: 'Published.' },
  },
  discard: { zh: '放弃未保存的修改', en: 'Discard changes' },
  discardSure: {
    zh: '确定放弃这一语言中尚未定稿的修改？放弃后不能恢复。',
    en: 'Discard the changes in this language? This cannot be undone.',
  },
  original: { zh: '原文（对照）', en: 'Original, to translate from' },
  changes: {
    changed: { zh: '译后有改动', en: 'Changed since it was translated' },
    added: { zh: '译后新增', en: 'Added since it was translated' },
    removed: { zh: '译后删除', en: 'Removed since it was translated' },
  },
  languages: { zh: '语言版本', en: 'Languages' },
  discarded: { zh: '已放弃修改，恢复到上次保存的内容。', en: 'Changes discarded. This is the text as last saved.' },
  cancel: { zh: '取消', en: 'Cancel' },
  lastChange: (name: string, minute: string): TwoText => ({
    zh: `${name === '' ? '' : `${name} `}最后修改于 ${minute}`,
    en: `Last changed ${name === '' ? '' : `by ${name} `}at ${minute}`,
  }),
  twoPerson: {
    zh: '本开发区实行双人审核：写稿人不能自己发布',
    en: 'Two people: whoever writes here does not publish it',
  },
  proposalNote: {
    zh: '文章已发布。这里的修改先作为修改稿保存，公众看到的不变。',
    en: 'This article is published. What you change here is kept as a proposal; the public text stays as it is.',
  },
  closedNote: {
    zh: '文章已撤回或移除，不能编辑。请先恢复。',
    en: 'This article was withdrawn or removed and cannot be edited. Restore it first.',
  },
  problems: { zh: '还不能保存', en: 'This could not be saved' },
  titleMissing: { zh: '请填写标题。', en: 'Enter a title.' },
  titleLong: { zh: '标题最多 300 字。', en: 'A title has 300 characters at most.' },
  fieldWrong: { zh: '内容太长或含有不能保存的字符。', en: 'This is too long, or has characters that cannot be kept.' },
  bodyWrong: {
    zh: '正文太长或含有不能保存的内容，请删减后再试。',
    en: 'The text is too long, or holds something that cannot be kept. Shorten it and try again.',
  },
  bodyTooDeep: {
    zh: '正文超出了可以保存的范围（例如表格过大）。请删减后继续。',
    en: 'The text holds more than can be saved, such as a very large table. Shorten it to go on.',
  },
  zoneNotOne: { zh: '没有这个开发区，请填写 8 位代码。', en: 'There is no such zone. Enter its 8-digit code.' },
  timeWrong: { zh: '时间不对，例如 2024-02-01 09:30。', en: 'That is not a time. Example: 2024-02-01 09:30.' },
  timeNotChanged: { zh: '首次发布时间不能更改。', en: 'The first time of publication cannot be changed.' },
  originalFirst: { zh: '请先写好原文。', en: 'Write the original first.' },
  keptMissing: (names: string): TwoText => ({
    zh: `正文中少了 ${names}。请放回原处；如果确实要删除，请勾选“删除正文中去掉的表格和图片”。`,
    en: `${names} is no longer in the text. Put it back, or tick “Delete the tables and pictures I took out”.`,
  }),
  dropKept: { zh: '删除正文中去掉的表格和图片', en: 'Delete the tables and pictures I took out' },
  notationHint: {
    zh: '一行一段。“## ”小标题，“- ”列表，“1. ”编号，“> ”引用，[文字](网址) 链接，**加粗**。[[table 1]] 这样的一行代表表格或图片，请保留。',
    en: 'One line, one paragraph. “## ” heading, “- ” list, “1. ” numbered list, “> ” quotation, [words](address) link, **bold**. A line such as [[table 1]] stands for a table or a picture: keep it.',
  },
  characters: (done: number, most: number): TwoText => ({ zh: `${done} / ${most} 字`, en: `${done} of ${most}` }),
  count: (characters: number, words: number, minutes: number): TwoText => ({
    zh: `${characters.toLocaleString('en')} 字${words > 0 ? ` · ${words.toLocaleString('en')} 词` : ''} · 约 ${minutes} 分钟读完`,
    en: `${words.toLocaleString('en')} ${words === 1 ? 'word' : 'words'}${characters > 0 ? ` · ${characters.toLocaleString('en')} characters` : ''} · ${minutes} min read`,
  }),
} as const;

/** Autosave and two people at once. */
export const savingWords = {
  unchanged: { zh: '没有新的修改', en: 'No changes' },
  unsaved: { zh: '尚未保存', en: 'Not saved yet' },
  saving: { zh: '正在保存…', en: 'Saving…' },
  savedAt: (time: string): TwoText => ({ zh: `已自动保存 ${time}`, en: `Saved automatically ${time}` }),
  offline: {
    zh: '没有网络：内容已留在本浏览器，恢复后自动保存',
    en: 'Offline: kept in this browser and sent when you are back',
  },
  refused: { zh: '无法保存', en: 'Cannot be saved' },
  signedOut: {
    zh: '登录已失效：内容已留在本浏览器。请在新窗口登录后继续。',
    en: 'You are signed out. Your text is kept in this browser: sign in again in a new window, then go on.',
  },
  alsoHere: (name: string, time: string): TwoText => ({
    zh: `${name} 也在编辑这篇文章（最后修改 ${time}）。`,
    en: `${name} is editing this article too (last change ${time}).`,
  }),
  conflictTitle: { zh: '有人先一步修改了这篇文章', en: 'Somebody else changed this article first' },
  conflictLead: (name: string, time: string): TwoText => ({
    zh: `${name} 在 ${time} 保存了另一份内容。您的内容没有丢失，请选择保留哪些段落。`,
    en: `${name} saved a different text at ${time}. Nothing of yours is lost: choose what to keep.`,
  }),
  mine: { zh: '我的', en: 'Mine' },
  theirs: { zh: '对方的', en: 'Theirs' },
  takeMine: { zh: '全部用我的', en: 'Use all of mine' },
  takeTheirs: { zh: '全部用对方的', en: 'Use all of theirs' },
  merge: { zh: '按所选段落合并', en: 'Merge as chosen' },
  nothing: { zh: '（没有这一段）', en: '(not there)' },
  passage: (number: number): TwoText => ({ zh: `第 ${number} 处不同`, en: `Difference ${number}` }),
  somebody: { zh: '另一位编辑', en: 'another editor' },
  restored: {
    zh: '找到上次没有来得及保存的内容，已放回正文。',
    en: 'Text that had not reached the server was found in this browser and put back.',
  },
  conflictPlain: (name: string, time: string): TwoText => ({
    zh: `${name} 在 ${time} 保存了另一份内容，您的修改还没有保存。请把下面的内容与最新版本对照后重新提交。`,
    en: `${name} saved a different text at ${time}, so yours has not been saved. Compare it with the text below and submit again.`,
  }),
  theirText: { zh: '最新版本的正文', en: 'The text as it is now' },
  leaveSure: {
    zh: '还有内容没有保存。确定离开吗？',
    en: 'Some of your work is not saved yet. Leave anyway?',
  },
} as const;
