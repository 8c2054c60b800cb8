import {
  bigint,
  boolean,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  smallint,
  text,
  timestamp,
  uuid,
} from 'drizzle-orm/pg-core';
import type { Lang } from '#language/lang.ts';
import type { MadeHow } from '#publishing/freshness.ts';
import type { State, WorkState } from '#publishing/state.ts';
import type { RichDocument } from '#text/document.ts';
import type { Question } from './article.ts';

const instant = (name: string) => timestamp(name, { withTimezone: true });

export const newsColumns = pgTable('news_column', {
  slug: text().primaryKey(),
  parent: text(),
  position: integer().notNull(),
  nameZh: text('name_zh').notNull(),
  nameEn: text('name_en').notNull(),
  descriptionZh: text('description_zh').notNull(),
  descriptionEn: text('description_en').notNull(),
  columnType: text('column_type').notNull(),
  retired: boolean().notNull().default(false),
});

export const articles = pgTable('article', {
  id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
  state: text().$type<State>().notNull().default('draft'),
  columnSlug: text('column_slug'),
  zoneCode: text('zone_code'),
  cityCode: text('city_code'),
  provinceCode: text('province_code'),
  publishedAt: instant('published_at'),
  firstPublishedAt: instant('first_published_at'),
  updatedAt: instant('updated_at').notNull().defaultNow(),
  sourceAddress: text('source_address'),
  contentHash: text('content_hash'),
  sample: boolean().notNull().default(false),
  version: integer().notNull().default(1),
  proposal: text().$type<WorkState>(),
  publishAt: instant('publish_at'),
  agreedStand: text('agreed_stand'),
  withdrawnAt: instant('withdrawn_at'),
  withdrawnReasonZh: text('withdrawn_reason_zh').notNull().default(''),
  withdrawnReasonEn: text('withdrawn_reason_en').notNull().default(''),
});

export const editions = pgTable(
  'edition',
  {
    articleId: bigint('article_id', { mode: 'number' }).notNull(),
    lang: text().$type<Lang>().notNull(),
    title: text().notNull(),
    summary: text().notNull().default(''),
    source: text().notNull().default(''),
    author: text().notNull().default(''),
    keywords: text().array().notNull().default([]),
    body: jsonb().$type<RichDocument>().notNull(),
    bodyText: text('body_text').notNull(),
    terms: text().array().notNull().default([]),
    madeHow: text('made_how').$type<MadeHow>().notNull().default('human'),
    original: boolean().notNull(),
    translatesRevision: integer('translates_revision'),
    revision: integer().notNull().default(1),
    publishedRevision: integer('published_revision'),
    updatedAt: instant('updated_at').notNull().defaultNow(),
  },
  (table) => [primaryKey({ columns: [table.articleId, table.lang] })],
);

/** The working copy of an edition: what is being written, or proposed while the public reads what was published. */
export const editionDrafts = pgTable(
  'edition_draft',
  {
    articleId: bigint('article_id', { mode: 'number' }).notNull(),
    lang: text().$type<Lang>().notNull(),
    title: text().notNull().default(''),
    summary: text().notNull().default(''),
    source: text().notNull().default(''),
    author: text().notNull().default(''),
    keywords: text().array().notNull().default([]),
    madeHow: text('made_how').$type<MadeHow>().notNull().default('human'),
    body: jsonb().$type<RichDocument>().notNull(),
    baseRevision: integer('base_revision'),
    translatesRevision: integer('translates_revision'),
    translatesVersion: integer('translates_version').notNull().default(0),
    version: integer().notNull().default(1),
    updatedBy: text('updated_by').notNull(),
    updatedAt: instant('updated_at').notNull().defaultNow(),
    /** Everybody who wrote in it; a trigger adds to it, so that no way of saving leaves anybody out. */
    authors: text().array().notNull().default([]),
  },
  (table) => [primaryKey({ columns: [table.articleId, table.lang] })],
);

export const editionRevisions = pgTable(
  'edition_revision',
  {
    articleId: bigint('article_id', { mode: 'number' }).notNull(),
    lang: text().$type<Lang>().notNull(),
    revision: integer().notNull(),
    title: text().notNull(),
    source: text().notNull(),
    body: jsonb().$type<RichDocument>().notNull(),
    actor: text().notNull(),
    at: instant('at').notNull().defaultNow(),
    summary: text().notNull().default(''),
    author: text().notNull().default(''),
    keywords: text().array().notNull().default([]),
    madeHow: text('made_how').$type<MadeHow>().notNull().default('human'),
    note: text().notNull().default(''),
    actorName: text('actor_name').notNull().default(''),
    authors: text().array().notNull().default([]),
  },
  (table) => [primaryKey({ columns: [table.articleId, table.lang, table.revision] })],
);

export const attachments = pgTable(
  'attachment',
  {
    articleId: bigint('article_id', { mode: 'number' }).notNull(),
    position: smallint().notNull(),
    name: text().notNull(),
    address: text().notNull(),
    mediaType: text('media_type').notNull().default(''),
    bytes: bigint({ mode: 'number' }),
    fileId: uuid('file_id'),
  },
  (table) => [primaryKey({ columns: [table.articleId, table.position] })],
);

export const articleQuestions = pgTable(
  'article_question',
  {
    articleId: bigint('article_id', { mode: 'number' }).notNull(),
    field: text().$type<Question['field']>().notNull(),
    found: text().notNull().default(''),
    candidates: jsonb().$type<Question['candidates']>().notNull().default([]),
    answeredAt: instant('answered_at'),
  },
  (table) => [primaryKey({ columns: [table.articleId, table.field] })],
);

export const reviewComments = pgTable('review_comment', {
  id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
  articleId: bigint('article_id', { mode: 'number' }).notNull(),
  lang: text().$type<Lang>().notNull(),
  stand: text().notNull(),
  block: integer().notNull(),
  quoted: text().notNull().default(''),
  says: text().notNull(),
  author: text().notNull(),
  authorName: text('author_name').notNull(),
  at: instant('at').notNull().defaultNow(),
  resolvedBy: text('resolved_by'),
  resolvedAt: instant('resolved_at'),
});

export const reviewSteps = pgTable('review_step', {
  id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
  articleId: bigint('article_id', { mode: 'number' }).notNull(),
  action: text().notNull(),
  note: text().notNull().default(''),
  actor: text().notNull(),
  actorName: text('actor_name').notNull(),
  at: instant('at').notNull().defaultNow(),
});

export const publishingRules = pgTable('publishing_rule', {
  zoneCode: text('zone_code').primaryKey(),
  twoPerson: boolean('two_person').notNull().default(false),
  englishWanted: boolean('english_wanted').notNull().default(false),
  setBy: text('set_by').notNull(),
  setAt: instant('set_at').notNull().defaultNow(),
});

export const translationUses = pgTable('translation_use', {
  id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
  accountId: bigint('account_id', { mode: 'number' }).notNull(),
  characters: integer().notNull(),
  at: instant('at').notNull().defaultNow(),
});

export const watchWords = pgTable('watch_word', {
  word: text().primaryKey(),
  severity: text().$type<'forbid' | 'warn'>().notNull(),
  reason: text().notNull().default(''),
  replacement: text().notNull().default(''),
  addedBy: text('added_by').notNull(),
  addedAt: instant('added_at').notNull().defaultNow(),
});
