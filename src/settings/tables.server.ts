import { boolean, integer, jsonb, pgTable, text, timestamp } from 'drizzle-orm/pg-core';

export const siteSettings = pgTable('site_setting', {
  onlyOne: boolean('only_one').primaryKey().default(true),
  settings: jsonb().notNull(),
  version: integer().notNull().default(1),
  setBy: text('set_by').notNull(),
  setAt: timestamp('set_at', { withTimezone: true }).notNull().defaultNow(),
});
