import type { TwoText } from '../lang.ts';

/** What the verbs of needs and offers answer and tell. */
export const listingVerbWords = {
  notFound: {
    zh: '没有这条供需信息，或它不属于您的组织或开发区。',
    en: 'There is no such need or offer, or it is not of your organisation or zone.',
  },
  mayNot: { zh: '这一步由开发区的技术经理人来做。', en: 'A broker of the zone takes this step.' },
  mayNotWrite: {
    zh: '已提交的内容由技术经理人修改。要自己修改：受理前可以撤回，受理后请让技术经理人退回。',
    en: 'What was handed in is changed by a broker. To change it yourself, take it back before it is accepted, or ask the broker to send it back.',
  },
  isOver: { zh: '已关闭或到期，作为记录保留，不再修改。', en: 'It is closed or expired and stays as a record.' },
  wrongStep: {
    zh: '现在的状态不能这样做，请刷新页面。',
    en: 'That is not possible in its present state. Reload the page.',
  },
  stale: {
    zh: '您打开以后，别人改过。您写的还在下面：请与现在的内容对照，再保存一次就会覆盖。',
    en: 'Somebody changed it after you opened it. What you wrote is still below: compare it with what stands now; saving again replaces that.',
  },
  standsNow: { zh: '现在是：', en: 'It now says: ' },
  notYours: {
    zh: '请选择您所在的组织，或您开发区的组织。',
    en: 'Choose an organisation that you act for, or one of your zone.',
  },
  kindFixed: {
    zh: '已有编号，类别不再更改。',
    en: 'It has a reference that says its kind, so the kind stays.',
  },
  notComplete: { zh: '发布后的内容不能缺少必填项。', en: 'What is public may not lose what it needs.' },
  commentMissing: {
    zh: '请写明要改什么，对方才知道怎么办。',
    en: 'Say what has to change, or nobody knows what to do.',
  },
  commentGone: { zh: '这条意见已经处理过了。', en: 'That comment is settled already.' },
  reasonMissing: { zh: '请选择关闭的原因。', en: 'Choose why it is closed.' },
  otherMissing: { zh: '选“其他”时，请写明原因。', en: 'With “other”, say why.' },
  renewedOnce: {
    zh: '只能延期一次。仍然需要时，请写一条新的。',
    en: 'It can be renewed once. If it still counts, write a new one.',
  },
  brokerUnknown: { zh: '请从本开发区的技术经理人中选择。', en: 'Choose one of the zone’s brokers.' },
  blockUnknown: { zh: '请从本开发区的板块中选择。', en: 'Choose one of the zone’s blocks.' },
  instituteUnknown: {
    zh: '请选择列表中的科创平台。',
    en: 'Choose institutes of the list.',
  },
  needsOriginal: {
    zh: '这是原文的语言，请在原文处修改。',
    en: 'That is the language it was written in. Change it there.',
  },
  interviewDay: { zh: '请填谈话日期，不能晚于今天。', en: 'Give the day you talked, not later than today.' },
  interviewWho: { zh: '请写明和谁谈的。', en: 'Say whom you talked with.' },
  interviewLearned: { zh: '请写明了解到什么。', en: 'Say what you learned.' },
  notDeletable: {
    zh: '只有从未提交过的草稿可以删除；其他的请关闭。',
    en: 'Only a draft that was never handed in can be deleted; close others instead.',
  },
  needsAccount: { zh: '请用技术经理人的账号登录后再接手。', en: 'Sign in with a broker’s account to take it over.' },

  toldSubmitted: (title: string, who: string): TwoText => ({
    zh: `${who}提交了“${title}”，等待受理`,
    en: `${who} handed in “${title}”; it waits for a broker`,
  }),
  toldRecalled: (title: string, who: string): TwoText => ({
    zh: `${who}撤回了“${title}”，改好后会再提交`,
    en: `${who} took back “${title}” to change it`,
  }),
  toldSentBack: (title: string, who: string): TwoText => ({
    zh: `${who}附意见退回了“${title}”`,
    en: `${who} sent back “${title}” with comments`,
  }),
  toldAccepted: (title: string, who: string): TwoText => ({
    zh: `${who}受理了“${title}”`,
    en: `${who} accepted “${title}”`,
  }),
  toldPublished: (title: string): TwoText => ({ zh: `“${title}”已发布`, en: `“${title}” is published` }),
  toldClosed: (title: string, who: string): TwoText => ({
    zh: `${who}关闭了“${title}”`,
    en: `${who} closed “${title}”`,
  }),
  toldExpiring: (title: string, day: string): TwoText => ({
    zh: `“${title}”将于 ${day} 到期，可以延期一次`,
    en: `“${title}” expires on ${day}; it can be renewed once`,
  }),
  toldExpiringLast: (title: string, day: string): TwoText => ({
    zh: `“${title}”将于 ${day} 到期`,
    en: `“${title}” expires on ${day}`,
  }),
  toldExpired: (title: string): TwoText => ({ zh: `“${title}”已到期`, en: `“${title}” has expired` }),
} as const;
