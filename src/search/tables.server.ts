import { bigint, boolean, customType, integer, pgTable, real, smallint, text, timestamp } from 'drizzle-orm/pg-core';
import type { Lang } from '#language/lang.ts';
import type { Kind } from './entry.ts';

const tsvector = customType<{ data: string }>({ dataType: () => 'tsvector' });

export const searchEntries = pgTable('search_entry', {
  id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
  kind: text().$type<Kind>().notNull(),
  record: text().notNull(),
  lang: text().$type<Lang>().notNull(),
  path: text().notNull(),
  title: text().notNull(),
  body: text().notNull(),
  folded: text(),
  zone: text(),
  province: text(),
  city: text(),
  columnSlug: text('column_slug'),
  industries: text().array().notNull().default([]),
  year: smallint(),
  at: timestamp({ withTimezone: true }),
  sample: boolean().notNull().default(false),
  standing: real().notNull().default(0.5),
  words: integer().notNull(),
  terms: tsvector().notNull(),
});
