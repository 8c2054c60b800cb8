import type { TwoText } from '#language/lang.ts';
import { moneyWords as words } from '#language/words/money.ts';

const units: Readonly<Record<string, number>> = { 元: 1, 万: 10_000, 万元: 10_000, 亿: 100_000_000, 亿元: 100_000_000 };
const shape = /^(\d{1,13}(?:\.\d{1,6})?)(亿元|亿|万元|万|元)?$/;

/** What was typed as yuan: in the unit written behind it, else in the one chosen beside it. Undefined is no amount. */
export function yuanFrom(text: string, unit: '万元' | '元'): number | undefined {
  const plain = text.normalize('NFKC').replace(/[,，\s¥￥]/g, '');
  const [, number, written] = shape.exec(plain) ?? [];
  if (number === undefined) return undefined;
  const yuan = Math.round(Number(number) * (units[written ?? unit] ?? 1) * 100) / 100;
  return yuan < 1e13 ? yuan : undefined;
}

function plain(value: number): string {
  return value.toLocaleString('en', { maximumFractionDigits: 2 });
}

/** An amount of yuan as people say it: 50 万元, CNY 500,000. */
export function yuanInWords(yuan: number): TwoText {
  return { zh: inChinese(yuan), en: inEnglish(yuan) };
}

function inChinese(yuan: number): string {
  if (yuan >= 100_000_000) return `${plain(yuan / 100_000_000)} 亿元`;
  return yuan >= 10_000 ? `${plain(yuan / 10_000)} 万元` : `${plain(yuan)} 元`;
}

function inEnglish(yuan: number): string {
  if (yuan >= 1_000_000_000) return `CNY ${plain(yuan / 1_000_000_000)} billion`;
  return yuan >= 1_000_000 ? `CNY ${plain(yuan / 1_000_000)} million` : `CNY ${plain(yuan)}`;
}

export interface Budget {
  readonly budgetLow: number | null;
  readonly budgetHigh: number | null;
}

/** A range of money in words; without any it is to be agreed. */
export function budgetInWords({ budgetLow: low, budgetHigh: high }: Budget): TwoText {
  if (low === null && high === null) return words.toAgree;
  if (low === null) return words.upTo(yuanInWords(high ?? 0));
  if (high === null) return words.from(yuanInWords(low));
  return low === high ? yuanInWords(low) : words.between(yuanInWords(low), yuanInWords(high));
}

/** The number that a form shows again: in 万元, as far as that is no fraction of a yuan. */
export function inWan(yuan: number | null): string {
  return yuan === null ? '' : String(yuan / 10_000);
}
