import {
  bigint,
  boolean,
  date,
  integer,
  numeric,
  pgTable,
  primaryKey,
  smallint,
  text,
  timestamp,
  uuid,
} from 'drizzle-orm/pg-core';
import type { Lang } from '#language/lang.ts';
import type { ChainPosition, Comparison, Cooperation, ListingKind, Rights, Secrecy, Side, Stage } from './listing.ts';
import type { CloseReason, ListingState } from './state.ts';
import type { Rhythm } from './subscription.ts';

const number = (name: string) => bigint(name, { mode: 'number' });
const moment = (name: string) => timestamp(name, { withTimezone: true });
const words = (name: string) => text(name).notNull().default('');
const list = (name: string) => text(name).array().notNull().default([]);

export const listings = pgTable('listing', {
  id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
  side: text().$type<Side>().notNull(),
  kind: text().$type<ListingKind>().notNull(),
  reference: text(),
  organisationId: number('organisation_id').notNull(),
  zoneCode: text('zone_code').notNull(),
  unitId: number('unit_id'),
  brokerId: number('broker_id'),
  isAnonymous: boolean('is_anonymous').notNull().default(false),
  state: text().$type<ListingState>().notNull().default('draft'),
  isOpen: boolean('is_open').notNull().default(true),
  industries: list('industries'),
  disciplines: list('disciplines'),
  cooperation: text().array().$type<Cooperation[]>().notNull().default([]),
  rights: text().$type<Rights>(),
  secrecy: text().$type<Secrecy>().notNull().default('open'),
  budgetLow: numeric('budget_low', { mode: 'number' }),
  budgetHigh: numeric('budget_high', { mode: 'number' }),
  isReward: boolean('is_reward').notNull().default(false),
  deadline: date(),
  chainPosition: text('chain_position').$type<ChainPosition>(),
  targetOrganisations: bigint('target_organisations', { mode: 'number' }).array().notNull().default([]),
  stage: text().$type<Stage>(),
  originalLang: text('original_lang').$type<Lang>().notNull(),
  revision: integer().notNull().default(1),
  sample: boolean().notNull().default(false),
  createdBy: number('created_by'),
  createdAt: moment('created_at').notNull().defaultNow(),
  updatedAt: moment('updated_at').notNull().defaultNow(),
  submittedAt: moment('submitted_at'),
  checkedAt: moment('checked_at'),
  publishedAt: moment('published_at'),
  expiresAt: moment('expires_at'),
  renewedAt: moment('renewed_at'),
  closedAt: moment('closed_at'),
  closedReason: text('closed_reason').$type<CloseReason>(),
  closedNote: words('closed_note'),
  noticedAt: moment('noticed_at'),
});

export const listingEditions = pgTable(
  'listing_edition',
  {
    listingId: number('listing_id').notNull(),
    lang: text().$type<Lang>().notNull(),
    title: text().notNull(),
    summary: words('summary'),
    body: words('body'),
    tried: words('tried'),
    conditions: words('conditions'),
    decider: words('decider'),
    advantage: words('advantage'),
    proof: words('proof'),
    team: words('team'),
    fields: words('fields'),
    industryKeywords: list('industry_keywords'),
    technologyKeywords: list('technology_keywords'),
    madeFrom: integer('made_from'),
    madeHow: text('made_how').$type<'human' | 'machine' | 'reviewed'>().notNull().default('human'),
  },
  (table) => [primaryKey({ columns: [table.listingId, table.lang] })],
);

export const listingTargets = pgTable(
  'listing_target',
  {
    listingId: number('listing_id').notNull(),
    position: smallint().notNull(),
    nameZh: words('name_zh'),
    nameEn: words('name_en'),
    comparison: text().$type<Comparison>().notNull().default('at-least'),
    value: numeric({ mode: 'number' }).notNull(),
    unit: words('unit'),
  },
  (table) => [primaryKey({ columns: [table.listingId, table.position] })],
);

export const listingSubscriptions = pgTable('listing_subscription', {
  id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
  email: text().notNull(),
  side: text().$type<Side>().notNull(),
  query: text().notNull(),
  lang: text().$type<Lang>().notNull(),
  rhythm: text().$type<Rhythm>().notNull(),
  begunAt: moment('begun_at').notNull().defaultNow(),
});

/** The last number that a day has given out. */
export const listingDays = pgTable('listing_day', {
  day: date().primaryKey(),
  last: integer().notNull(),
});

export const listingComments = pgTable('listing_comment', {
  id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
  listingId: number('listing_id').notNull(),
  field: text(),
  says: text().notNull(),
  author: text().notNull(),
  authorName: text('author_name').notNull(),
  at: moment('at').notNull().defaultNow(),
  settledBy: text('settled_by'),
  settledAt: moment('settled_at'),
});

export const listingInterviews = pgTable('listing_interview', {
  id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
  listingId: number('listing_id').notNull(),
  zoneCode: text('zone_code').notNull(),
  heldOn: date('held_on').notNull(),
  withWhom: text('with_whom').notNull(),
  learned: text().notNull(),
  author: text().notNull(),
  authorName: text('author_name').notNull(),
  at: moment('at').notNull().defaultNow(),
});

export const listingAttachments = pgTable(
  'listing_attachment',
  {
    listingId: number('listing_id').notNull(),
    position: smallint().notNull(),
    fileId: uuid('file_id').notNull(),
    name: text().notNull(),
  },
  (table) => [primaryKey({ columns: [table.listingId, table.position] })],
);
