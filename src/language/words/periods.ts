import type { TwoText } from '../lang.ts';

const monthsInEnglish = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const inEnglish = (month: number): string => monthsInEnglish[month - 1] ?? '';

/** Quarters as they are counted in Chinese. */
export const quarterNumerals = '一二三四';

/** What months, quarters and years are called. */
export const periodWords = {
  year: (year: string): TwoText => ({ zh: `${year}年`, en: year }),
  quarter: (year: string, quarter: number): TwoText => ({
    zh: `${year}年第${quarterNumerals.charAt(quarter - 1)}季度`,
    en: `Q${quarter} ${year}`,
  }),
  month: (year: string, month: number): TwoText => ({ zh: `${year}年${month}月`, en: `${inEnglish(month)} ${year}` }),
  toMonth: (year: string, month: number): TwoText => ({
    zh: `${year}年1—${month}月`,
    en: `Jan–${inEnglish(month)} ${year}`,
  }),
} as const;

/** How people write a day, a quarter, a month and a year. */
export const periodShapes: readonly (readonly [RegExp, 'day' | 'quarter' | 'month' | 'year'])[] = [
  [/^(\d{4})[-./年](\d{1,2})[-./月](\d{1,2})日?$/, 'day'],
  [/^(\d{4})年?(?:[Qq第]?)([1-4一二三四])(?:季度?)?$/, 'quarter'],
  [/^(\d{4})(?:年(?:1[-—–])?|[-./])(\d{1,2})月?(?:底|末)?$/, 'month'],
  [/^(\d{4})(?:年)?(?:底|末)?()$/, 'year'],
];
