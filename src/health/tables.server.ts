import { bigint, integer, pgTable, primaryKey, text, timestamp } from 'drizzle-orm/pg-core';

const instant = (name: string) => timestamp(name, { withTimezone: true });

export const articleLinks = pgTable(
  'article_link',
  {
    articleId: bigint('article_id', { mode: 'number' }).notNull(),
    address: text().notNull(),
    checkedAt: instant('checked_at'),
    failingSince: instant('failing_since'),
    failures: integer().notNull().default(0),
    reasonZh: text('reason_zh').notNull().default(''),
    reasonEn: text('reason_en').notNull().default(''),
  },
  (table) => [primaryKey({ columns: [table.articleId, table.address] })],
);

export const linkSweeps = pgTable('link_sweep', {
  articleId: bigint('article_id', { mode: 'number' }).primaryKey(),
  sweptAt: instant('swept_at').notNull().defaultNow(),
});

export const pageProbes = pgTable(
  'page_probe',
  {
    path: text().notNull(),
    at: instant('at').notNull().defaultNow(),
    milliseconds: integer(),
  },
  (table) => [primaryKey({ columns: [table.path, table.at] })],
);
