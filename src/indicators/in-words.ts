import type { Lang, TwoText } from '#language/lang.ts';
import { indicatorDeskWords as words } from '#language/words/indicator-desk.ts';
import type { Reason } from './standing.ts';

interface Counted {
  readonly decimals: number;
}

/** A value with the decimals of its indicator; nothing where there is none. */
export function valueInWords(value: number | null | undefined, { decimals }: Counted, lang: Lang): string {
  if (value == null) return '';
  return value.toLocaleString(lang, { minimumFractionDigits: 0, maximumFractionDigits: decimals });
}

/** Why a light is what it is, in a sentence. */
export function reasonInWords({ why, figure = 0 }: Reason, counted: Counted): TwoText {
  const says = words.reasons[why];
  if (why === 'late') return words.reasons.late(figure);
  if (typeof says !== 'function') return says;
  const said = says as (value: string) => TwoText;
  return { zh: said(valueInWords(figure, counted, 'zh')).zh, en: said(valueInWords(figure, counted, 'en')).en };
}
