import type { TwoText } from '#language/lang.ts';
import { moneyWords as words, yuanUnits } from '#language/words/money.ts';

/** The units that a form lets one choose. */
export const moneyUnits = ['wan', 'yuan'] as const;
export type MoneyUnit = (typeof moneyUnits)[number];
const chosen: Readonly<Record<MoneyUnit, number>> = { wan: 10_000, yuan: 1 };

const shape = new RegExp(`^(\\d{1,13}(?:\\.\\d{1,6})?)(${Object.keys(yuanUnits).join('|')})?$`);

/** What was typed as yuan: in the unit written behind it, else in the one chosen beside it. Undefined is no amount. */
export function yuanFrom(text: string, unit: MoneyUnit): number | undefined {
  const plain = text.normalize('NFKC').replace(/[,，\s¥￥]/g, '');
  const [, number, written] = shape.exec(plain) ?? [];
  if (number === undefined) return undefined;
  const yuan =
    Math.round(Number(number) * (written === undefined ? chosen[unit] : (yuanUnits[written] ?? 1)) * 100) / 100;
  return yuan < 1e13 ? yuan : undefined;
}

function plain(value: number): string {
  return value.toLocaleString('en', { maximumFractionDigits: 2 });
}

/** An amount of yuan as people say it in each language. */
export function yuanInWords(yuan: number): TwoText {
  return { zh: inChinese(yuan), en: inEnglish(yuan) };
}

function inChinese(yuan: number): string {
  if (yuan >= 100_000_000) return words.hundredMillion(plain(yuan / 100_000_000));
  return yuan >= 10_000 ? words.tenThousand(plain(yuan / 10_000)) : words.yuan(plain(yuan));
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

/** The number that a form shows again: in units of 10,000 yuan, as far as that is no fraction of a yuan. */
export function inWan(yuan: number | null): string {
  return yuan === null ? '' : String(Number((yuan / 10_000).toFixed(6)));
}
