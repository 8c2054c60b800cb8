import { bigint, integer, pgTable, primaryKey, text, timestamp } from 'drizzle-orm/pg-core';
import type { ItemResult } from './report.ts';

const instant = (name: string) => timestamp(name, { withTimezone: true });
const count = () => integer().notNull().default(0);

export const importRuns = pgTable('import_run', {
  id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
  actor: text().notNull(),
  startedAt: instant('started_at').notNull().defaultNow(),
  finishedAt: instant('finished_at'),
  imported: count(),
  updated: count(),
  unchanged: count(),
  draft: count(),
  refused: count(),
});

export const importItems = pgTable(
  'import_item',
  {
    runId: bigint('run_id', { mode: 'number' }).notNull(),
    position: integer().notNull(),
    path: text().notNull(),
    result: text().$type<ItemResult>().notNull(),
    reasonZh: text('reason_zh').notNull().default(''),
    reasonEn: text('reason_en').notNull().default(''),
    articleId: bigint('article_id', { mode: 'number' }),
  },
  (table) => [primaryKey({ columns: [table.runId, table.position] })],
);
