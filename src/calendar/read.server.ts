import { asc } from 'drizzle-orm';
import type { Db } from '#platform/database.server.ts';
import { calendarDays } from './tables.server.ts';
import { officialCalendar, withDays, type CalendarDay, type WorkCalendar } from './workdays.ts';

/** The calendar that every clock of the site goes by: as announced, and as the operator added to it. */
export async function readCalendar(db: Db): Promise<WorkCalendar> {
  return withDays(officialCalendar, await addedDays(db));
}

export interface NamedDay extends CalendarDay {
  readonly name: string;
}

/** What the operator added or corrected, in the order of the days. */
export async function addedDays(db: Db): Promise<NamedDay[]> {
  return db
    .select({ day: calendarDays.day, isWorked: calendarDays.isWorked, name: calendarDays.name })
    .from(calendarDays)
    .orderBy(asc(calendarDays.day));
}
