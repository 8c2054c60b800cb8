import published from 'chinese-days/dist/chinese-days.json' with { type: 'json' };

/** Which days are worked, where that is not what their weekday says. Days are written `2026-02-14`. */
export interface WorkCalendar {
  /** Weekdays that are off: public holidays and the days exchanged for a worked weekend. */
  readonly off: ReadonlySet<string>;
  /** Weekend days that are worked 调休. */
  readonly worked: ReadonlySet<string>;
}

/** As the State Council announced it each year; after the last year it covers, weekdays alone decide. */
export const officialCalendar: WorkCalendar = {
  off: new Set(Object.keys(published.holidays)),
  worked: new Set(Object.keys(published.workdays)),
};

/** The last year the announced holidays are known for. */
export const lastKnownYear = Number(Object.keys(published.holidays).sort().at(-1)?.slice(0, 4));

export interface CalendarDay {
  readonly day: string;
  readonly isWorked: boolean;
}

/** The calendar with days an operator added, which count before those it has. */
export function withDays({ off, worked }: WorkCalendar, added: readonly CalendarDay[]): WorkCalendar {
  const changed = new Set(added.map(({ day }) => day));
  const kept = (days: ReadonlySet<string>) => [...days].filter((day) => !changed.has(day));
  const of = (isWorked: boolean) => added.filter((one) => one.isWorked === isWorked).map(({ day }) => day);
  return { off: new Set([...kept(off), ...of(false)]), worked: new Set([...kept(worked), ...of(true)]) };
}

export function isWorkday({ off, worked }: WorkCalendar, day: string): boolean {
  if (worked.has(day)) return true;
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return weekday !== 0 && weekday !== 6 && !off.has(day);
}

const dayInMs = 86_400_000;

/** The day so many days later, or earlier. */
export function addDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * dayInMs).toISOString().slice(0, 10);
}

/** How many days lie from one day to another; negative where the second comes first. */
export function daysBetween(from: string, to: string): number {
  return (Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / dayInMs;
}

/** That day, or the first worked one after it: 遇节假日顺延. */
export function nextWorkday(calendar: WorkCalendar, day: string): string {
  return isWorkday(calendar, day) ? day : nextWorkday(calendar, addDays(day, 1));
}

/** That day, or the last worked one before it: 遇节假日提前. */
export function previousWorkday(calendar: WorkCalendar, day: string): string {
  return isWorkday(calendar, day) ? day : previousWorkday(calendar, addDays(day, -1));
}

/** The day so many worked days after that one, which itself does not count. */
export function addWorkdays(calendar: WorkCalendar, from: string, count: number): string {
  let day = from;
  for (let left = count; left > 0; left -= 1) day = nextWorkday(calendar, addDays(day, 1));
  return day;
}

/** How many worked days lie after `from`, up to and with `to`. */
export function workdaysBetween(calendar: WorkCalendar, from: string, to: string): number {
  let count = 0;
  for (let day = addDays(from, 1); day <= to; day = addDays(day, 1)) if (isWorkday(calendar, day)) count += 1;
  return count;
}
