import type { TwoText } from '../lang.ts';

/** An operator who looks at the site as somebody else does. */
export const viewWords = {
  title: { zh: '以此账号的身份查看', en: 'See the site as this person' },
  lead: {
    zh: '看到对方看到的页面，最长 15 分钟，只能查看，不能修改。开始和结束都写入操作记录，并注明您和原因。',
    en: 'You see what this person sees, for 15 minutes at most, and change nothing. The audit log keeps who looked, when it began and ended, and why.',
  },
  reason: { zh: '原因', en: 'Reason' },
  reasonHint: {
    zh: '例如：核实“看不到本区草稿”的反馈。5 至 200 字，将长期保存。',
    en: 'For example: “cannot see the drafts of the zone”, as reported. 5 to 200 characters; it is kept for good.',
  },
  begin: { zh: '开始查看', en: 'Start looking' },
  reasonWrong: { zh: '请写明原因，5 至 200 字。', en: 'Say why, in 5 to 200 characters.' },
  nobodyToView: {
    zh: '账号不存在或已停用，不能以其身份查看。',
    en: 'There is no such account, or it is disabled: there is nothing to see.',
  },
  operatorsNever: {
    zh: '不能以其他管理员的身份查看。',
    en: 'Another operator cannot be looked at in this way.',
  },
  noSession: { zh: '您的登录已结束，请重新登录。', en: 'Your session is over. Sign in again.' },
  banner: { zh: '身份查看', en: 'Looking as somebody else' },
  viewing: (name: string): TwoText => ({
    zh: `您正以“${name}”的身份查看，只能看，不能改。`,
    en: `You see the site as ${name} does. You can look, but not change anything.`,
  }),
  left: (minutes: number): TwoText => ({
    zh: minutes <= 1 ? '还剩不到 1 分钟' : `还剩约 ${minutes} 分钟`,
    en: minutes <= 1 ? 'Less than a minute left' : `About ${minutes} minutes left`,
  }),
  end: { zh: '结束查看', en: 'End' },
  onlyLooking: {
    zh: '您正以他人的身份查看：这里不能修改，对方的账号、邀请和操作记录也不能打开。请先点“结束查看”。',
    en: 'You are looking as somebody else: nothing can be changed, and their account, invitations and the audit log stay shut. Press “End” first.',
  },
} as const;
