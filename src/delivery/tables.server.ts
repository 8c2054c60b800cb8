import { bigint, date, pgTable, primaryKey, text, timestamp } from 'drizzle-orm/pg-core';

const number = (name: string) => bigint(name, { mode: 'number' });

export const lightChanges = pgTable('light_change', {
  id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
  zoneCode: text('zone_code').notNull(),
  kind: text().$type<'task' | 'indicator' | 'project'>().notNull(),
  recordId: number('record_id').notNull(),
  was: text().notNull(),
  light: text().notNull(),
  at: timestamp({ withTimezone: true }).notNull().defaultNow(),
});

export const briefReaders = pgTable(
  'brief_reader',
  {
    accountId: number('account_id').notNull(),
    zoneCode: text('zone_code').notNull(),
    sentOn: date('sent_on'),
  },
  (table) => [primaryKey({ columns: [table.accountId, table.zoneCode] })],
);
