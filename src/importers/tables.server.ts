import { bigint, customType, integer, jsonb, pgTable, primaryKey, text, timestamp } from 'drizzle-orm/pg-core';
import type { ImportedPage } from './page.ts';
import type { ItemResult } from './report.ts';

const instant = (name: string) => timestamp(name, { withTimezone: true });
const count = () => integer().notNull().default(0);

export const importRuns = pgTable('import_run', {
  id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
  actor: text().notNull(),
  startedAt: instant('started_at').notNull().defaultNow(),
  finishedAt: instant('finished_at'),
  zoneCode: text('zone_code'),
  address: text(),
  readAt: instant('read_at'),
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

const bytea = customType<{ data: Buffer }>({ dataType: () => 'bytea' });

export const importUploads = pgTable(
  'import_upload',
  {
    runId: bigint('run_id', { mode: 'number' }).notNull(),
    position: integer().notNull(),
    name: text().notNull(),
    bytes: bytea().notNull(),
  },
  (table) => [primaryKey({ columns: [table.runId, table.position] })],
);

export const importPages = pgTable(
  'import_page',
  {
    runId: bigint('run_id', { mode: 'number' }).notNull(),
    position: integer().notNull(),
    path: text().notNull(),
    page: jsonb().$type<ImportedPage>().notNull(),
  },
  (table) => [primaryKey({ columns: [table.runId, table.position] })],
);

export const fetchedMedia = pgTable('fetched_media', {
  articleId: bigint('article_id', { mode: 'number' }).primaryKey(),
  kept: integer().notNull(),
  leftOut: integer('left_out').notNull(),
  reasonZh: text('reason_zh').notNull().default(''),
  reasonEn: text('reason_en').notNull().default(''),
  at: instant('at').notNull().defaultNow(),
});
