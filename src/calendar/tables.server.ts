import { boolean, date, pgTable, text, timestamp } from 'drizzle-orm/pg-core';

export const calendarDays = pgTable('calendar_day', {
  day: date().primaryKey(),
  isWorked: boolean('is_worked').notNull(),
  name: text().notNull().default(''),
  setBy: text('set_by').notNull(),
  setAt: timestamp('set_at', { withTimezone: true }).notNull().defaultNow(),
});
