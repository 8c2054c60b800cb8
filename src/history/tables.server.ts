import { bigint, jsonb, pgTable, text, timestamp } from 'drizzle-orm/pg-core';
import type { Changes } from './change.ts';

export const history = pgTable('history', {
  id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
  at: timestamp({ withTimezone: true }).notNull().defaultNow(),
  actor: text().notNull(),
  kind: text().notNull(),
  record: text().notNull(),
  action: text().notNull(),
  zoneCode: text('zone_code'),
  changes: jsonb().$type<Changes>().notNull().default({}),
});
