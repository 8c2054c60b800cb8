import type { TwoText } from '../lang.ts';

/** The weekly brief 一页简报, as a document and as a mail. */
export const weeklyBriefWords = {
  name: { zh: '重点工作推进简报', en: 'Brief on delivery' },
  title: (zone: TwoText): TwoText => ({ zh: `${zone.zh}本周推进情况`, en: `Delivery in ${zone.en} this week` }),
  lead: (since: string, today: string): TwoText => ({
    zh: `本期统计 ${since} 至 ${today}，数字均由系统记录汇总。`,
    en: `From ${since} to ${today}; every number is counted from records.`,
  }),
  tasks: (open: number, red: number, yellow: number): TwoText => ({
    zh: `在办任务 ${open} 项，其中逾期 ${red} 项、滞后 ${yellow} 项。`,
    en: `${open} tasks are open: ${red} overdue, ${yellow} behind.`,
  }),
  indicators: (total: number, red: number, yellow: number): TwoText => ({
    zh: `指标 ${total} 项，红灯 ${red} 项、黄灯 ${yellow} 项。`,
    en: `${total} indicators: ${red} red, ${yellow} yellow.`,
  }),
  projects: (count: number, agreed: string, arrived: string): TwoText => ({
    zh: `已签约推进中的项目 ${count} 个，协议投资 ${agreed}，到资 ${arrived}。`,
    en: `${count} signed projects are going on: ${agreed} agreed, ${arrived} arrived.`,
  }),
  slips: (total: number, red: number): TwoText => ({
    zh: `未销号督办单 ${total} 张，其中红色 ${red} 张。`,
    en: `${total} slips are open, ${red} of them red.`,
  }),
  changed: { zh: '本周变化', en: 'What changed' },
  waiting: { zh: '待决定事项', en: 'What needs a decision' },
  clusters: { zh: '产业集群', en: 'Clusters' },
  cluster: { zh: '集群', en: 'Cluster' },
  year: { zh: '年份', en: 'Year' },
  output: { zh: '产值', en: 'Output' },
  target: { zh: '目标', en: 'Target' },
  outputUnit: { zh: '亿元', en: 'CNY 100 million' },
  examples: (names: string): TwoText => ({ zh: `：${names}`, en: `: ${names}` }),
  between: { zh: '；', en: '; ' },
  nothing: { zh: '无。', en: 'Nothing.' },
  file: { zh: '一页简报', en: 'weekly-brief' },
  dear: (name: string): TwoText => ({ zh: `${name}：`, en: `Dear ${name},` }),
  subject: (zone: TwoText, day: string): TwoText => ({
    zh: `${zone.zh}一页简报（${day}）`,
    en: `Weekly brief of ${zone.en}, ${day}`,
  }),
  attached: { zh: '附件是可打印的一页简报（DOCX）。', en: 'The brief is attached as one page to print (DOCX).' },
  open: { zh: '领导驾驶舱：', en: 'The leader’s page:' },
  stop: (link: string): TwoText => ({
    zh: `不想再收到，请在设置里取消：${link}`,
    en: `To stop these mails, change your settings: ${link}`,
  }),
  settings: { zh: '每周简报', en: 'Weekly brief' },
  settingsLead: {
    zh: '每周一早上 8 点，把一页简报发到您的邮箱；整周放假的周不发。',
    en: 'One page by mail each Monday at 08:00, China time; not in a week without a working day.',
  },
  save: { zh: '保存', en: 'Save' },
  onlyLeaders: { zh: '只有该开发区的领导可以订阅这份简报。', en: 'Only leaders of the zone can have its brief.' },
  onlyLooking: { zh: '以他人身份查看时不能修改。', en: 'Nothing can be changed while looking as somebody else.' },
} as const;
