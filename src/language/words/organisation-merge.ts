import type { TwoText } from '../lang.ts';

/** Two records of one organisation: found, told apart, made one. */
export const organisationMergeWords = {
  title: { zh: '重复的组织', en: 'Duplicate organisations' },
  lead: {
    zh: '下面每一对的名称、曾用名或简称相同。确认是同一个，就选保留哪一条；不是同一个，标出来以后不再提示。',
    en: 'The two of each pair share a full, former or short name. If they are the same, choose which record stays; if not, say so and the pair is not shown again.',
  },
  none: { zh: '没有发现重复。', en: 'No duplicates found.' },
  noneHint: {
    zh: '如果您知道有两条是同一个组织，可以在下面填它们的编号。',
    en: 'If you know of two that are the same, give their ids below.',
  },
  byHand: { zh: '按编号比较', en: 'Compare by id' },
  oneId: { zh: '一条的编号', en: 'Id of one' },
  otherId: { zh: '另一条的编号', en: 'Id of the other' },
  compare: { zh: '比较', en: 'Compare' },
  keepThis: { zh: '保留这条，并入另一条', en: 'Keep this one and take the other in' },
  notSame: { zh: '不是同一个', en: 'Not the same' },
  whatHappens: {
    zh: '合并后，名称、荣誉、设备、人物、联系人、成员、需求、成果和对接都归保留的一条，旧网址自动跳转；合并不能撤销。',
    en: 'Merging moves names, honours, equipment, people, contacts, members, needs, offers and connections to the record that stays, and the old address leads there. It cannot be undone.',
  },
  toldApart: { zh: '已标为不是同一个。', en: 'Marked as not the same.' },
  itself: { zh: '这是同一条记录。', en: 'This is one and the same record.' },
  notYours: {
    zh: '这两条记录属于不同的开发区，只有平台管理员可以合并。',
    en: 'The two belong to different zones: only an operator can make them one.',
  },
  codesDiffer: {
    zh: '两条记录的统一社会信用代码不同，是两个组织。如果其中一个填错了，请先改正。',
    en: 'The two have different credit codes, so they are two organisations. If one of the codes is wrong, correct it first.',
  },
};

/** Why connections keep two organisations from becoming one. */
export const connectionMergeWords = {
  inTheWay: (ids: readonly number[]): TwoText => ({
    zh: `这些对接合并后会重复，或变成自己对自己：${ids.join('、')} 号。请联系平台管理员处理。`,
    en: `Once merged, these connections would stand twice or lead from the organisation to itself: ${ids.join(', ')}. Ask an operator.`,
  }),
};

/** Why meetings at events keep two organisations from becoming one. */
export const eventMergeWords = {
  meetingsClash: (events: readonly number[]): TwoText => ({
    zh: `在这些活动上，两家的洽谈安排互相冲突：${events.join('、')} 号。请先取消其中一场。`,
    en: `At these events the meetings of the two get in each other’s way: ${events.join(', ')}. Cancel one of them first.`,
  }),
};
