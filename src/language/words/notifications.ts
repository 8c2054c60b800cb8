import type { TwoText } from '../lang.ts';

/** What the desk tells a person, and how it does so by mail. */
export const notificationWords = {
  title: { zh: '通知', en: 'Notifications' },
  unread: (count: number): TwoText => ({ zh: `${count} 条未读`, en: `${count} unread` }),
  isUnread: { zh: '未读', en: 'Unread' },
  open: { zh: '查看', en: 'Open' },
  markRead: { zh: '标为已读', en: 'Mark as read' },
  markAllRead: { zh: '全部标为已读', en: 'Mark all as read' },
  none: { zh: '还没有通知。', en: 'No notifications yet.' },
  noneHint: {
    zh: '有人送审、退回您的稿件，或来源采集出错时，会在这里告诉您。',
    en: 'When somebody asks for your review, sends a text back to you, or a source fails, you are told here.',
  },
  older: { zh: '更早的通知', en: 'Older notifications' },
  settings: { zh: '邮件通知设置', en: 'Mail settings' },
  settingsLead: {
    zh: '通知始终显示在工作台里。哪些还要发邮件，由您决定。',
    en: 'Notifications are always in the desk. You choose which also come by mail.',
  },
  language: { zh: '邮件语言', en: 'Language of mails' },
  chinese: { zh: '中文', en: '中文 (Chinese)' },
  english: { zh: 'English（英文）', en: 'English' },
  save: { zh: '保存', en: 'Save' },
  saved: { zh: '设置已保存。', en: 'Your settings are saved.' },
  formWrong: { zh: '表单不完整，请刷新后重试。', en: 'The form was incomplete. Reload the page and try again.' },
  onlyLooking: {
    zh: '您正以他人身份查看，不能替对方更改。',
    en: 'You are looking as somebody else; nothing is changed for them.',
  },
  needsAccount: { zh: '请用自己的账号登录后再操作。', en: 'Sign in with an account of your own first.' },
  kinds: {
    review: { zh: '审核与批注', en: 'Reviews and comments' },
    publishing: { zh: '发布与撤下', en: 'Publishing and withdrawal' },
    import: { zh: '导入', en: 'Imports' },
    source: { zh: '采集来源', en: 'Sources' },
    health: { zh: '网站体检', en: 'Site health' },
    listing: { zh: '需求与成果', en: 'Needs and offers' },
    connection: { zh: '对接', en: 'Connections' },
    plan: { zh: '方案与指标', en: 'Plans and indicators' },
    task: { zh: '重点任务', en: 'Key tasks' },
    slip: { zh: '督办与堵点', en: 'Slips and blockers' },
    project: { zh: '投资项目', en: 'Investment projects' },
    account: { zh: '账号与权限', en: 'Accounts and roles' },
    organisation: { zh: '组织与认领', en: 'Organisations and claims' },
    platform: { zh: '平台运行', en: 'Running of the platform' },
  },
  wishes: {
    'at-once': { zh: '立即', en: 'At once' },
    daily: { zh: '每日汇总', en: 'Once a day' },
    off: { zh: '不发邮件', en: 'No mail' },
  },
  digestSubject: (site: string, count: number): TwoText => ({
    zh: `${site}：${count} 条通知`,
    en: `${site}: ${count === 1 ? '1 notification' : `${count} notifications`}`,
  }),
  digestMore: (count: number): TwoText => ({
    zh: `还有 ${count} 条，请到工作台查看。`,
    en: `And ${count} more in the desk.`,
  }),
  mailFoot: (settings: string): TwoText => ({
    zh: `更改邮件设置：${settings}`,
    en: `Change what comes by mail: ${settings}`,
  }),
  mailStop: (link: string): TwoText => ({ zh: `不再接收这类邮件：${link}`, en: `Stop mails like this one: ${link}` }),
  stopTitle: { zh: '停止邮件通知', en: 'Stop mail' },
  stopAsk: (what: TwoText): TwoText => ({
    zh: `不再给您发送“${what.zh}”邮件？通知仍会显示在工作台里。`,
    en: `Stop sending you mail about “${what.en}”? Notifications stay in the desk.`,
  }),
  digest: { zh: '每日汇总', en: 'the daily summary' },
  stopDo: { zh: '停止发送', en: 'Stop mail' },
  stopped: {
    zh: '已停止。随时可以在工作台的通知设置里恢复。',
    en: 'Stopped. You can turn it on again in the settings of your desk.',
  },
  stopWrong: {
    zh: '这个链接不完整或已失效。请登录后在通知设置里更改。',
    en: 'This link is incomplete or no longer valid. Sign in and change the settings of your notifications.',
  },
} as const;
