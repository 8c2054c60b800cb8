import { inWan } from '#listings/money.ts';
import type { Measure } from './project.ts';
import { wanIn } from './form.ts';

const isMoney = (measure: Measure) => measure === 'output' || measure === 'tax';

/** A measure as tables show it: money in units of 10,000 yuan, all else as it is counted. */
export function shownMeasure(measure: Measure, value: number | null): string {
  if (value === null) return '';
  return (isMoney(measure) ? Number(inWan(value)) : value).toLocaleString('en', { maximumFractionDigits: 2 });
}

/** What was typed for a measure; null where nothing was, and no number where it is none. */
export function measureIn(measure: string, text: string): number | null {
  const plain = text.normalize('NFKC').replace(/[,\s]/g, '');
  if (plain === '') return null;
  if (isMoney(measure as Measure)) return wanIn(plain);
  return /^\d{1,12}(\.\d{1,2})?$/.test(plain) ? Number(plain) : Number.NaN;
}
