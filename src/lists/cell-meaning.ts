import type { TwoText } from '#language/lang.ts';
import { readDay } from '#text/numeral-days.ts';
import { readMoment } from '#text/numeral-moments.ts';
import { plainNumber, readAmount } from '#text/numerals.ts';
import { withoutUnit } from '#text/official-header.ts';
import { unitOf, type Unit } from '#text/units.ts';

/** What a list says of the cells of a column. */
interface Column {
  readonly title: TwoText;
  readonly isDay?: true;
  readonly isMoment?: true;
  readonly unit?: string;
}

/** What a file says of them: the unit in its header, those above its table, the year of days without one. */
interface Said {
  readonly unit: Unit | undefined;
  readonly units: readonly Unit[];
  readonly year: number | undefined;
}

/** What a cell of that column says, as the list writes it; what is not understood stays for the column to refuse. */
export function meaning(column: Column, { unit, units, year }: Said): (text: string) => string {
  if (column.isDay) return (text) => readDay(plain(text), year)?.day ?? plain(text);
  if (column.isMoment) return (text) => readMoment(plain(text), year) ?? plain(text);
  const own = column.unit === undefined ? withoutUnit(column.title.zh).unit : unitOf(column.unit);
  if (!own) return plain;
  const meant = unit ?? units.find((one) => one.unit === own.unit) ?? own;
  return (said) => {
    const text = plain(said);
    const amount = readAmount(text, meant);
    if (!amount || (amount.unit !== undefined && amount.unit !== own.unit)) return text;
    return plainNumber(amount.value / own.times);
  };
}

/** As it was before it went out: the apostrophe that kept it from being a formula is gone. */
function plain(text: string): string {
  return text.replace(/^'(?=[\s\u3000]*[=+\-@＝＋－＠|%\t\r])/, '').trim();
}
