import { bigint, pgTable, text, timestamp } from 'drizzle-orm/pg-core';

export const loaded = pgTable('loaded', {
  step: text().primaryKey(),
  fingerprint: text().notNull(),
  at: timestamp({ withTimezone: true }).notNull().defaultNow(),
});

const moment = (name: string) => timestamp(name, { withTimezone: true });

export const backupRuns = pgTable('backup_run', {
  id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
  file: text().notNull(),
  askedBy: text('asked_by').notNull(),
  startedAt: moment('started_at').notNull().defaultNow(),
  endedAt: moment('ended_at'),
  bytes: bigint({ mode: 'number' }),
  rows: bigint('table_rows', { mode: 'number' }),
  verifiedAt: moment('verified_at'),
  provenAt: moment('proven_at'),
  problemZh: text('problem_zh'),
  problemEn: text('problem_en'),
  removedAt: moment('removed_at'),
});
