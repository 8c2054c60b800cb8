import type { TwoText } from '../lang.ts';

/** Amounts of money and ranges of them. */
export const moneyWords = {
  toAgree: { zh: '面议', en: 'To be agreed' },
  upTo: (high: TwoText): TwoText => ({ zh: `不超过 ${high.zh}`, en: `Up to ${high.en}` }),
  from: (low: TwoText): TwoText => ({ zh: `${low.zh}以上`, en: `From ${low.en}` }),
  between: (low: TwoText, high: TwoText): TwoText => ({
    zh: `${low.zh}至 ${high.zh}`,
    en: `${low.en} to ${high.en}`,
  }),
} as const;
