import type { TwoText } from '../lang.ts';

/** Two records of one organisation: found, told apart, made one. */
export const organisationMergeWords = {
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
