import { bigint, boolean, date, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core';

const number = (name: string) => bigint(name, { mode: 'number' });
const moment = (name: string) => timestamp(name, { withTimezone: true });
const words = (name: string) => text(name).notNull().default('');

export const instructions = pgTable('instruction', {
  id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
  zoneCode: text('zone_code').notNull(),
  leaderName: text('leader_name').notNull(),
  leaderAccountId: number('leader_account_id'),
  body: text().notNull(),
  givenOn: date('given_on').notNull(),
  document: uuid(),
  aboutKind: words('about_kind'),
  aboutRecord: number('about_record'),
  recordedBy: text('recorded_by').notNull(),
  sample: boolean().notNull().default(false),
  at: moment('at').notNull().defaultNow(),
});
