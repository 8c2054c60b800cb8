import { dateOf, minuteOf } from '#language/dates.ts';
import type { Lang } from '#language/lang.ts';
import { weekdays } from '#language/words/weekdays.ts';

interface Span {
  readonly beginsAt: Date;
  readonly endsAt: Date;
}

/** From when to when, on China's clock: `2026-09-11 周五 09:00–12:00`. */
export function spanOf({ beginsAt, endsAt }: Span, lang: Lang): string {
  const day = `${dateOf(beginsAt)} ${weekdayOf(beginsAt, lang)}`;
  const isOneDay = dateOf(beginsAt) === dateOf(endsAt);
  return `${day} ${timeOf(beginsAt)}–${isOneDay ? timeOf(endsAt) : minuteOf(endsAt)}`;
}

export function timeOf(at: Date): string {
  return minuteOf(at).slice(11);
}

function weekdayOf(at: Date, lang: Lang): string {
  return weekdays[new Date(`${dateOf(at)}T00:00:00Z`).getUTCDay()]?.[lang] ?? '';
}
