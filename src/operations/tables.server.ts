import { pgTable, text, timestamp } from 'drizzle-orm/pg-core';

export const loaded = pgTable('loaded', {
  step: text().primaryKey(),
  fingerprint: text().notNull(),
  at: timestamp({ withTimezone: true }).notNull().defaultNow(),
});
