import { bigint, boolean, integer, pgTable, primaryKey, text, timestamp } from 'drizzle-orm/pg-core';
import type { EntryResult } from './source.ts';

const instant = (name: string) => timestamp(name, { withTimezone: true });

export const sources = pgTable('source', {
  id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
  zoneCode: text('zone_code').notNull(),
  name: text().notNull(),
  address: text().notNull(),
  kind: text().$type<'feed' | 'list'>(),
  columnSlug: text('column_slug'),
  publish: boolean().notNull().default(false),
  hosts: text().array().notNull().default([]),
  everyMinutes: integer('every_minutes').notNull().default(360),
  pausedAt: instant('paused_at'),
  etag: text(),
  lastModified: text('last_modified'),
  lookedAt: instant('looked_at'),
  succeededAt: instant('succeeded_at'),
  nextLookAt: instant('next_look_at').notNull().defaultNow(),
  failures: integer().notNull().default(0),
  errorZh: text('error_zh').notNull().default(''),
  errorEn: text('error_en').notNull().default(''),
  createdAt: instant('created_at').notNull().defaultNow(),
});

export const sourceEntries = pgTable(
  'source_entry',
  {
    sourceId: bigint('source_id', { mode: 'number' }).notNull(),
    address: text().notNull(),
    title: text().notNull().default(''),
    changed: text().notNull().default(''),
    result: text().$type<EntryResult>().notNull(),
    reasonZh: text('reason_zh').notNull().default(''),
    reasonEn: text('reason_en').notNull().default(''),
    tries: integer().notNull().default(1),
    articleId: bigint('article_id', { mode: 'number' }),
    seenAt: instant('seen_at').notNull().defaultNow(),
  },
  (table) => [primaryKey({ columns: [table.sourceId, table.address] })],
);

export const visitedHosts = pgTable('visited_host', {
  host: text().primaryKey(),
  nextTurnAt: instant('next_turn_at').notNull().defaultNow(),
  robots: text(),
  robotsReadAt: instant('robots_read_at'),
});
