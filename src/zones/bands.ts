import type { TwoText } from '#language/lang.ts';

/** When a zone was approved, by decade; `none` where the catalogue does not say. */
export const decades = ['1980', '1990', '2000', '2010', '2020', 'none'] as const;

/** Approved area in hectares: from the first figure up to, not including, the second. */
export const areaBands = ['0-200', '200-500', '500-1000', '1000-2000', '2000-5000', '5000-', 'none'] as const;

/** The two ends of a band; the last one is open. */
export function bandEnds(band: string): { from: number; to: number | undefined } {
  const [from, to] = band.split('-');
  return { from: Number(from), to: to ? Number(to) : undefined };
}

const notKnown: TwoText = { zh: '未公布', en: 'Not published' };

export function decadeName(decade: string): TwoText {
  return decade === 'none' ? notKnown : { zh: `${decade} 年代`, en: `${decade}s` };
}

/** A band in words: 200–500 公顷. */
export function areaName(band: string): TwoText {
  if (band === 'none') return notKnown;
  const { from, to } = bandEnds(band);
  if (to === undefined) return { zh: `${group(from)} 公顷以上`, en: `${group(from)} ha and more` };
  if (from === 0) return { zh: `不到 ${group(to)} 公顷`, en: `Under ${group(to)} ha` };
  return { zh: `${group(from)}–${group(to)} 公顷`, en: `${group(from)}–${group(to)} ha` };
}

/** 23,252.29: figures are grouped by thousands in both languages. */
export function group(value: number): string {
  return value.toLocaleString('en', { maximumFractionDigits: 2 });
}
