import type { TwoText } from '#language/lang.ts';
import published from 'chinese-days/dist/chinese-days.json' with { type: 'json' };
import { addDays, officialCalendar, withDays, type CalendarDay, type WorkCalendar } from './workdays.ts';

/** What a day of a year is: as its weekday says, off, or worked in exchange. */
export type DayMark = 'plain' | 'weekend' | 'off' | 'worked';

export interface ShownDay {
  readonly day: string;
  readonly mark: DayMark;
  /** What the day off is for; empty where nobody said. */
  readonly name: TwoText;
  /** The operator said so. */
  readonly isAdded: boolean;
}

/** One month in weeks from Monday to Sunday; places before its first and after its last day are empty. */
export interface ShownMonth {
  readonly month: number;
  readonly weeks: readonly (readonly (ShownDay | undefined)[])[];
}

export type Added = CalendarDay & { readonly name: string };

/** The days of a year as a page shows them. */
export function yearOf(year: number, added: readonly Added[]): ShownMonth[] {
  const calendar = withDays(officialCalendar, added);
  const said = new Map(added.map((one) => [one.day, one]));
  return Array.from({ length: 12 }, (_, at) => {
    const first = `${year}-${String(at + 1).padStart(2, '0')}-01`;
    const days = daysOfMonth(first).map((day) => shown(day, calendar, said.get(day)));
    return { month: at + 1, weeks: inWeeks(days) };
  });
}

/** Whether anybody has said yet which days of a year are off. */
export function isKnown(year: number, added: readonly CalendarDay[]): boolean {
  const { off } = withDays(officialCalendar, added);
  return [...off].some((day) => day.startsWith(`${year}-`));
}

/** Years somebody may want to look at: from the last to the next, and those that are known beyond. */
export function yearsToShow(today: string, added: readonly CalendarDay[]): number[] {
  const now = Number(today.slice(0, 4));
  const years = [...added.map(({ day }) => Number(day.slice(0, 4))), now - 1, now, now + 1];
  return [...new Set(years)].sort((one, other) => one - other);
}

function daysOfMonth(first: string): string[] {
  const days: string[] = [];
  for (let day = first; day.slice(0, 7) === first.slice(0, 7); day = addDays(day, 1)) days.push(day);
  return days;
}

/** 0 is Monday. */
function weekdayOf(day: string): number {
  return (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7;
}

function shown(day: string, calendar: WorkCalendar, added: Added | undefined): ShownDay {
  const name = added ? { zh: added.name, en: added.name } : announced(day);
  return { day, mark: markOf(day, calendar), name, isAdded: added !== undefined };
}

function markOf(day: string, { off, worked }: WorkCalendar): DayMark {
  if (worked.has(day)) return weekdayOf(day) >= 5 ? 'worked' : 'plain';
  if (off.has(day)) return 'off';
  return weekdayOf(day) >= 5 ? 'weekend' : 'plain';
}

const names: Readonly<Record<string, string>> = { ...published.holidays, ...published.workdays };

/** `National Day,国庆节,3`: its names and how many days it is. */
function announced(day: string): TwoText {
  const [en = '', zh = ''] = (names[day] ?? '').split(',');
  return { zh, en };
}

function inWeeks(days: readonly ShownDay[]): (ShownDay | undefined)[][] {
  const [first] = days;
  const before: undefined[] = Array.from({ length: first ? weekdayOf(first.day) : 0 }, () => undefined);
  const all: (ShownDay | undefined)[] = [...before, ...days];
  const weeks: (ShownDay | undefined)[][] = [];
  for (let at = 0; at < all.length; at += 7) weeks.push(Array.from({ length: 7 }, (_, place) => all[at + place]));
  return weeks;
}
