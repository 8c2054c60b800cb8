import type { Lang } from '#language/lang.ts';
import { clusterWords as words } from '#language/words/clusters.ts';
import { shownOutput, type YearOutput } from './output.ts';

const yi = 100_000_000;

/** What a cluster made and is to reach, year by year, as bars in 亿元: hollow where it is only stated. */
export function barsOf(years: readonly YearOutput[], lang: Lang) {
  return years.map((year) => {
    const shown = shownOutput(year);
    return {
      label: String(year.year),
      value: shown ? shown.value / yi : null,
      target: year.target === null ? null : year.target / yi,
      isHollow: shown?.kind === 'stated',
      note: shown ? words.kinds[shown.kind][lang] : '',
    };
  });
}

/** What full and hollow bars mean, as far as there are any. */
export function legendOf(years: readonly YearOutput[], lang: Lang): { full: string; hollow: string } {
  const kinds = new Set(years.map((year) => shownOutput(year)?.kind));
  return {
    full: kinds.has('computed') ? words.computed[lang] : '',
    hollow: kinds.has('stated') ? words.stated[lang] : '',
  };
}
