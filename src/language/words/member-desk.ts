import type { TwoText } from '../lang.ts';

/** The front page of the desk for a member of an organisation. */
export const memberDeskWords = {
  organisations: { zh: '我的组织', en: 'My organisation' },
  profile: { zh: '资料', en: 'Profile' },
  toAnswer: { zh: '等您答复的提议', en: 'Proposals that wait for your answer' },
  nothingToAnswer: { zh: '没有等您答复的提议。', en: 'No proposal waits for your answer.' },
  toConfirm: { zh: '等您确认的协议', en: 'Agreements that wait for your confirmation' },
  confirm: { zh: '查看并确认', en: 'Look at it and confirm' },
  underWay: { zh: '进行中的对接', en: 'Connections under way' },
  nothingUnderWay: {
    zh: '还没有进行中的对接。到“需求榜”或“成果与服务”里看看谁合适。',
    en: 'No connection is under way. Look through needs and offers for one that fits.',
  },
  allConnections: { zh: '全部对接', en: 'All connections' },
  needs: { zh: '我的需求', en: 'My needs' },
  offers: { zh: '我的成果', en: 'My offers' },
  noNeeds: {
    zh: '还没有需求。写下一个要解决的问题，技术经理人会帮您把它说清楚。',
    en: 'No needs yet. Write down a problem to be solved; a broker helps you to make it clear.',
  },
  noOffers: {
    zh: '还没有成果。写下能提供的成果或服务，让有需要的企业找到您。',
    en: 'No offers yet. Write down what you can provide, so that enterprises find you.',
  },
  writeNeed: { zh: '写一条需求', en: 'Write a need' },
  writeOffer: { zh: '写一条成果', en: 'Write an offer' },
  proposedBy: (who: string, zone: TwoText): TwoText => ({
    zh: `对方：${who}（${zone.zh}）`,
    en: `With ${who} (${zone.en})`,
  }),
  answerBefore: (day: string): TwoText => ({ zh: `请在 ${day} 前答复`, en: `Please answer before ${day}` }),
  accepted: {
    zh: '已同意。双方都同意后互相看到联系方式。',
    en: 'Accepted. Once both have, you see each other’s contacts.',
  },
  declined: { zh: '已谢绝。', en: 'Declined.' },
  waits: {
    draft: { zh: '等您写完并提交', en: 'waits for you to hand it in' },
    sentBack: (comments: number): TwoText => ({
      zh: `有 ${comments} 条意见，等您修改`,
      en: `${comments} ${comments === 1 ? 'comment' : 'comments'}: waits for your changes`,
    }),
    submitted: { zh: '等技术经理人受理', en: 'waits for a broker to check it' },
    checked: { zh: '等技术经理人发布', en: 'waits for a broker to publish it' },
    open: { zh: '开放对接', en: 'open for interest' },
    shut: { zh: '暂不开放对接', en: 'not open for interest now' },
    expiring: (day: string): TwoText => ({ zh: `${day} 到期，请延期`, en: `ends on ${day}: renew it` }),
  },
  turn: {
    mine: { zh: '等您', en: 'waits for you' },
    theirs: { zh: '等对方', en: 'waits for the other side' },
    broker: { zh: '等技术经理人', en: 'waits for the broker' },
    nobody: { zh: '双方已确认', en: 'confirmed by both' },
  },
  fitting: (count: number): TwoText => ({ zh: `看看谁合适（${count}）`, en: `See who fits (${count})` }),
  events: { zh: '即将参加的活动', en: 'Events to come' },
  registered: {
    confirmed: { zh: '已报名', en: 'registered' },
    waiting: { zh: '候补中', en: 'on the waiting list' },
  },
  shown: { zh: '您的需求或成果在会上展示', en: 'your need or offer is shown there' },
  cancelled: { zh: '已取消', en: 'cancelled' },
  meetingAt: (minute: string): TwoText => ({ zh: `约谈 ${minute}`, en: `meeting ${minute}` }),
} as const;
