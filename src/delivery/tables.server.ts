import { bigint, date, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';

const number = (name: string) => bigint(name, { mode: 'number' });

export const briefReaders = pgTable(
  'brief_reader',
  {
    accountId: number('account_id').notNull(),
    zoneCode: text('zone_code').notNull(),
    sentOn: date('sent_on'),
  },
  (table) => [primaryKey({ columns: [table.accountId, table.zoneCode] })],
);
