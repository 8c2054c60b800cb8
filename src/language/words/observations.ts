import type { TwoText } from '../lang.ts';

const number = (value: number): string => value.toLocaleString('en', { maximumFractionDigits: 4 });

/** Values of indicators: entering, revising, asking whether one is right. */
export const observationWords = {
  title: { zh: '数据', en: 'Observations' },
  notYours: {
    zh: '这项指标由其责任单位填报，您不属于该单位。',
    en: 'Its responsible unit enters this indicator, and you do not report for that unit.',
  },
  isComputed: {
    zh: '这项指标按公式计算，不能直接填写。请修改它所依据的数据。',
    en: 'This indicator is computed by its formula. Change the values it is made of instead.',
  },
  changedMeanwhile: (name: string, value: number): TwoText => ({
    zh: `您打开之后，${name}已经填报了这一期的数据：${number(value)}。请核对后再保存。`,
    en: `${name} has entered this period since you opened it: ${number(value)}. Check it, then save again.`,
  }),
  goneMeanwhile: {
    zh: '您打开之后，这一期的数据已经被撤下。请核对后再保存。',
    en: 'The value of this period was taken away since you opened it. Check it, then save again.',
  },
  notPeriod: { zh: '请选择一期。', en: 'Choose a period.' },
  notBegun: { zh: '这一期还没有开始，不能填报。', en: 'This period has not begun yet.' },
  noArticle: { zh: '没有这篇文章。', en: 'There is no such article.' },
  rowStays: {
    zh: '代号和期末日期用来对应数据，不能改。要填另一期，请另起一行、不填编号。',
    en: 'Key and period say which value a row is and cannot change. For another period, add a row without a number.',
  },
  noKey: (key: string): TwoText => ({
    zh: `没有代号为“${key}”的指标。`,
    en: `There is no indicator with the key “${key}”.`,
  }),
  sayWhy: {
    zh: '这一期已有数据。修订时请写明改了什么、为什么改。',
    en: 'This period has a value already. Say what you change and why.',
  },
  doubts: {
    'much-more': (end: string, beside: number): TwoText => ({
      zh: `这个数是相邻一期（${end}：${number(beside)}）的十倍以上。如果没有错，请勾选“已核对”。`,
      en: `This is ten times the value beside it (${end}: ${number(beside)}) or more. If it is right, tick “I have checked it”.`,
    }),
    'much-less': (end: string, beside: number): TwoText => ({
      zh: `这个数不到相邻一期（${end}：${number(beside)}）的十分之一。如果没有错，请勾选“已核对”。`,
      en: `This is a tenth of the value beside it (${end}: ${number(beside)}) or less. If it is right, tick “I have checked it”.`,
    }),
    falls: (end: string, beside: number): TwoText => ({
      zh: `累计数比上一期（${end}：${number(beside)}）还小。如果没有错，请勾选“已核对”。`,
      en: `A cumulative value is smaller than the one before (${end}: ${number(beside)}). If it is right, tick “I have checked it”.`,
    }),
    'above-next': (end: string, beside: number): TwoText => ({
      zh: `累计数比后一期（${end}：${number(beside)}）还大。如果没有错，请勾选“已核对”。`,
      en: `A cumulative value is larger than the one after (${end}: ${number(beside)}). If it is right, tick “I have checked it”.`,
    }),
  },
  wrong: {
    end: { zh: '请选择一期。', en: 'Choose a period.' },
    value: { zh: '请填写数值，例如 1234.5。', en: 'Enter a number, such as 1234.5.' },
    state: { zh: '请选择初步数或最终数。', en: 'Choose provisional or final.' },
    sourceZh: {
      zh: '请写明来源，例如“区统计局月报”，最多 400 字。',
      en: 'Say where it is from, such as the monthly report of the statistics office, in at most 400 characters.',
    },
    sourceEn: { zh: '英文来源最多 400 个字符。', en: 'The source has at most 400 characters.' },
    sourceUrl: { zh: '网址以 http:// 或 https:// 开头。', en: 'An address begins with http:// or https://.' },
    note: { zh: '说明最多 1000 字。', en: 'The note has at most 1,000 characters.' },
    document: { zh: '附件不可用。', en: 'This file cannot be used.' },
    articleId: { zh: '请填写文章编号或网址。', en: 'Give the number or the address of an article.' },
  } as Readonly<Record<string, TwoText>>,
} as const;
