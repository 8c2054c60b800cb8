import { bigint, jsonb, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import type { TwoText } from '#language/lang.ts';
import type { SheetRow } from './sheet.ts';

export const savedViews = pgTable('saved_view', {
  id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
  accountId: bigint('account_id', { mode: 'number' }).notNull(),
  list: text().notNull(),
  name: text().notNull(),
  query: text().notNull(),
});

export const incomingSheets = pgTable('incoming_sheet', {
  id: uuid().primaryKey().defaultRandom(),
  accountId: bigint('account_id', { mode: 'number' }).notNull(),
  list: text().notNull(),
  fileName: text('file_name').notNull(),
  rows: jsonb().$type<readonly SheetRow[]>().notNull(),
  /** What was said of the file when it was read: what is left out of it, sums that do not add up. */
  notices: jsonb().$type<readonly TwoText[]>().notNull().default([]),
  createdAt: timestamp('created_at', { withTimezone: true }).notNull().defaultNow(),
});
