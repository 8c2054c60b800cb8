import type { TwoText } from '../lang.ts';

const things = {
  need: (n: number): TwoText => ({ zh: `${n} 条新需求`, en: n === 1 ? '1 new need' : `${n} new needs` }),
  offer: (n: number): TwoText => ({ zh: `${n} 条新成果与服务`, en: n === 1 ? '1 new offer' : `${n} new offers` }),
};

/** Hearing by mail of what is new on a board. */
export const subscriptionWords = {
  title: {
    need: { zh: '订阅需求', en: 'Subscribe to needs' },
    offer: { zh: '订阅成果与服务', en: 'Subscribe to offers' },
  },
  lead: {
    zh: '有新的就发邮件告诉您，每封邮件都可以一键退订。',
    en: 'We write to you when there is something new. Every e-mail has a link to unsubscribe.',
  },
  subscribe: { zh: '用邮件订阅', en: 'Subscribe by mail' },
  about: { zh: '订阅内容', en: 'You will hear about' },
  everything: { need: { zh: '全部需求', en: 'All needs' }, offer: { zh: '全部成果与服务', en: 'All offers' } },
  email: { zh: '邮箱', en: 'E-mail' },
  lang: { zh: '邮件语言', en: 'Language of the mails' },
  langs: { zh: { zh: '中文', en: 'Chinese' }, en: { zh: '英文', en: 'English' } },
  rhythm: { zh: '多久一次', en: 'How often' },
  rhythms: {
    'at-once': { zh: '有新的就发', en: 'As soon as something is new' },
    daily: { zh: '每天汇总', en: 'Once a day' },
    weekly: { zh: '每周一汇总', en: 'Every Monday' },
  },
  send: { zh: '订阅', en: 'Subscribe' },
  sent: {
    zh: '请到邮箱里点开确认链接，确认后才开始发送。链接 7 天内有效；没收到请看垃圾邮件。',
    en: 'Open the link in the mail we have just sent: it starts only then. The link is good for 7 days. Look among spam if nothing comes.',
  },
  back: { zh: '回到列表', en: 'Back to the list' },
  emailWrong: {
    zh: '请填写完整的邮箱地址，例如 li@example.cn。',
    en: 'Give a full e-mail address, such as li@example.cn.',
  },
  formWrong: { zh: '请从选项中选择。', en: 'Choose one of the options.' },
  tooMany: { zh: '短时间内请求太多，请一小时后再试。', en: 'Too many requests just now. Try again in an hour.' },

  confirmTitle: { zh: '确认订阅', en: 'Confirm your subscription' },
  confirmAsk: (what: TwoText, rhythm: TwoText): TwoText => ({
    zh: `要把“${what.zh}”的新内容发到您的邮箱吗？频率：${rhythm.zh}。`,
    en: `Shall we write to you about “${what.en}”? ${rhythm.en}.`,
  }),
  confirmDo: { zh: '确认订阅', en: 'Confirm' },
  confirmed: { zh: '订阅已开始。', en: 'Your subscription has begun.' },
  confirmWrong: {
    zh: '这个链接不对，或者已过 7 天。请回到列表重新订阅。',
    en: 'This link is not valid, or older than 7 days. Go back to the board and subscribe again.',
  },

  confirmSubject: (site: string): TwoText => ({
    zh: `请确认您在${site}的订阅`,
    en: `Confirm your subscription at ${site}`,
  }),
  confirmText: (what: TwoText, link: string): TwoText => ({
    zh: `您好！\n\n有人用这个邮箱订阅了“${what.zh}”的新内容。确认请打开：\n\n${link}\n\n链接 7 天内有效。不是您本人操作的话，不用理会，我们不会再发。`,
    en: `Hello,\n\nsomebody asked us to tell this address what is new about “${what.en}”. To confirm, open:\n\n${link}\n\nThe link is good for 7 days. If it was not you, do nothing: we shall not write again.`,
  }),
  newSubject: (side: 'need' | 'offer', n: number, site: TwoText): TwoText => ({
    zh: `${things[side](n).zh} · ${site.zh}`,
    en: `${things[side](n).en} · ${site.en}`,
  }),
  newLead: (what: TwoText): TwoText => ({
    zh: `您订阅的“${what.zh}”有新内容：`,
    en: `New in “${what.en}”, which you subscribe to:`,
  }),
  newMore: (n: number): TwoText => ({ zh: `另有 ${n} 条，请到网页查看。`, en: `${n} more are on the page.` }),
  seeAll: (link: string): TwoText => ({ zh: `全部：${link}`, en: `All of them: ${link}` }),
  stop: (link: string): TwoText => ({ zh: `退订这个订阅：${link}`, en: `End this subscription: ${link}` }),
  stopsAny: { zh: '供需订阅', en: 'this subscription to needs and offers' },

  own: { zh: '我的订阅', en: 'My subscriptions' },
  ownLead: {
    zh: '发到您登录邮箱的需求和成果订阅。',
    en: 'Needs and offers that are mailed to the address you sign in with.',
  },
  ownNone: {
    zh: '还没有订阅。在需求或成果列表里选好条件，点“用邮件订阅”。',
    en: 'None yet. Choose filters on the board of needs or offers and use “Subscribe by mail”.',
  },
  end: { zh: '退订', en: 'End' },
  endNamed: (what: TwoText): TwoText => ({ zh: `退订：${what.zh}`, en: `End: ${what.en}` }),
  ended: { zh: '已退订。', en: 'The subscription has ended.' },
  gone: { zh: '这个订阅已经不在了。', en: 'That subscription is no longer there.' },
  onlyOwn: { zh: '以他人身份查看时不能更改。', en: 'Nothing can be changed while you look as somebody else.' },
} as const;
