import type { TwoText } from '../lang.ts';

/** How many yuan each unit is that people write behind a number. */
export const yuanUnits: Readonly<Record<string, number>> = {
  亿元: 100_000_000,
  亿: 100_000_000,
  万元: 10_000,
  万: 10_000,
  元: 1,
};

/** What is said in English of an amount of yuan, and how many of a unit written here it is: 350 billion yuan are 3500 亿元. */
export const yuanInEnglish = [
  { said: /^trillion (?:yuan|RMB)$/i, zh: '亿元', en: '100 million yuan', times: 10_000 },
  { said: /^(?:billion|bn) (?:yuan|RMB)$/i, zh: '亿元', en: '100 million yuan', times: 10 },
  { said: /^(?:million|m) (?:yuan|RMB)$/i, zh: '万元', en: '10,000 yuan', times: 100 },
  { said: /^(?:yuan|RMB)$/i, zh: '元', en: 'yuan', times: 1 },
] as const;

/** Amounts of money and ranges of them. */
export const moneyWords = {
  yuan: (amount: string): string => `${amount} 元`,
  tenThousand: (amount: string): string => `${amount} 万元`,
  hundredMillion: (amount: string): string => `${amount} 亿元`,
  toAgree: { zh: '面议', en: 'To be agreed' },
  upTo: (high: TwoText): TwoText => ({ zh: `不超过 ${high.zh}`, en: `Up to ${high.en}` }),
  from: (low: TwoText): TwoText => ({ zh: `${low.zh}以上`, en: `From ${low.en}` }),
  between: (low: TwoText, high: TwoText): TwoText => ({
    zh: `${low.zh}至 ${high.zh}`,
    en: `${low.en} to ${high.en}`,
  }),
} as const;
