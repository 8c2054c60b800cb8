import type { TwoText } from '../lang.ts';

/** What is written to people about connections, and the page they answer from. */
export const connectionLetterWords = {
  happened: (who: TwoText, did: TwoText, title: TwoText): TwoText => ({
    zh: `${who.zh}${did.zh}：${title.zh}`,
    en: `The ${who.en} ${did.en}: ${title.en}`,
  }),
  bothAccepted: (title: TwoText): TwoText => ({
    zh: `双方都同意对接，现在可以看到对方的联系方式：${title.zh}`,
    en: `Both sides have accepted and now see each other’s contacts: ${title.en}`,
  }),
  reminded: (title: TwoText): TwoText => ({
    zh: `对接等您回应，再无消息将自动结束：${title.zh}`,
    en: `A connection waits for word and will end without it: ${title.en}`,
  }),
  subject: (title: string): TwoText => ({ zh: `有人提议对接：${title}`, en: `A connection is proposed: ${title}` }),
  remindSubject: (title: string): TwoText => ({
    zh: `请答复对接提议：${title}`,
    en: `Please answer the proposal: ${title}`,
  }),
  askedBefore: {
    zh: '一周前给您发过这个对接提议，还没有收到答复。',
    en: 'This was proposed to you a week ago and still waits for your answer.',
  },
  asks: (own: string, other: string): TwoText => ({
    zh: `有人提议将贵方的「${own}」与「${other}」对接。`,
    en: `It is proposed to connect your “${own}” with “${other}”.`,
  }),
  asksAble: (other: string): TwoText => ({
    zh: `有企业提出需求「${other}」，贵方的能力可能合适，请看是否愿意对接。`,
    en: `There is a need, “${other}”, that you may be able to meet. Would you like to be connected?`,
  }),
  note: (note: string): TwoText => ({ zh: `附言：${note}`, en: `Note: ${note}` }),
  answerHere: (link: string, until: string): TwoText => ({
    zh: `不用登录，打开下面的链接就能答复（${until}前有效，请勿转发）：\n${link}`,
    en: `Answer from this link without signing in. It works until ${until}; please do not pass it on:\n${link}`,
  }),
  foot: (site: string): TwoText => ({
    zh: `双方都同意之后，才会互相看到联系方式。${site}`,
    en: `Contacts are shown to each other only after both sides have accepted. ${site}`,
  }),
  title: { zh: '答复对接提议', en: 'Answer a proposal' },
  wrong: {
    zh: '这个链接无效，或提议已经到期、已有答复。请登录工作台查看。',
    en: 'This link does not work: the proposal has expired or has been answered. Sign in to look.',
  },
  lead: { zh: '提议将下面两项对接：', en: 'It is proposed to connect these two:' },
  yours: { zh: '贵方', en: 'Yours' },
  theirs: { zh: '对方', en: 'The other side' },
  yourCapability: { zh: '贵方的能力', en: 'What your organisation can do' },
  until: (day: string): TwoText => ({ zh: `请在 ${day} 前答复。`, en: `Please answer by ${day}.` }),
  accept: { zh: '同意对接', en: 'Accept' },
  acceptHint: {
    zh: '同意后等对方答复；双方都同意才会互相看到联系方式。',
    en: 'The other side is asked too. You see each other’s contacts once both have accepted.',
  },
  decline: { zh: '谢绝', en: 'Decline' },
  declineTitle: { zh: '不合适？', en: 'Not a fit?' },
  accepted: {
    zh: '已同意，谢谢！对方答复后会通知您。',
    en: 'Accepted, thank you. You will hear when the other side has answered.',
  },
  acceptedBoth: { zh: '双方都已同意，可以联系了。', en: 'Both sides have accepted. You can talk now.' },
  declined: { zh: '已谢绝，谢谢您的答复。', en: 'Declined. Thank you for your answer.' },
  tooMany: { zh: '操作太频繁，请过一刻钟再试。', en: 'Too many attempts. Try again in a quarter of an hour.' },
  signIn: { zh: '登录工作台', en: 'Sign in' },
} as const;
