import {
  bigint,
  boolean,
  date,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  smallint,
  text,
  timestamp,
  uuid,
} from 'drizzle-orm/pg-core';
import type { PlanSnapshot } from './snapshot.ts';
import type { PlanState } from './state.ts';

const number = (name: string) => bigint(name, { mode: 'number' });
const moment = (name: string) => timestamp(name, { withTimezone: true });
const words = (name: string) => text(name).notNull().default('');

export const plans = pgTable('plan', {
  id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
  zoneCode: text('zone_code').notNull(),
  state: text().$type<PlanState>().notNull().default('draft'),
  titleZh: text('title_zh').notNull(),
  titleEn: words('title_en'),
  summaryZh: words('summary_zh'),
  summaryEn: words('summary_en'),
  issuerZh: words('issuer_zh'),
  issuerEn: words('issuer_en'),
  documentNumber: words('document_number'),
  issuedOn: date('issued_on'),
  beginsOn: date('begins_on').notNull(),
  endsOn: date('ends_on').notNull(),
  document: uuid(),
  articleId: number('article_id'),
  isPublic: boolean('is_public').notNull().default(false),
  version: integer().notNull().default(1),
  revision: integer().notNull().default(1),
  closedOn: date('closed_on'),
  closedReason: words('closed_reason'),
  sample: boolean().notNull().default(false),
  createdAt: moment('created_at').notNull().defaultNow(),
  updatedAt: moment('updated_at').notNull().defaultNow(),
});

export const goals = pgTable('goal', {
  id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
  planId: number('plan_id').notNull(),
  zoneCode: text('zone_code').notNull(),
  parentId: number('parent_id'),
  position: smallint().notNull().default(0),
  number: words('number'),
  titleZh: text('title_zh').notNull(),
  titleEn: words('title_en'),
  sentence: words('sentence'),
});

export const planAdjustments = pgTable(
  'plan_adjustment',
  {
    planId: number('plan_id').notNull(),
    version: integer().notNull(),
    zoneCode: text('zone_code').notNull(),
    instructionId: number('instruction_id').notNull(),
    leaderName: text('leader_name').notNull(),
    instructedOn: date('instructed_on').notNull(),
    reason: text().notNull(),
    adjustedOn: date('adjusted_on').notNull(),
    actor: text().notNull(),
    actorName: text('actor_name').notNull(),
    at: moment('at').notNull().defaultNow(),
  },
  (table) => [primaryKey({ columns: [table.planId, table.version] })],
);

export const planVersions = pgTable(
  'plan_version',
  {
    planId: number('plan_id').notNull(),
    version: integer().notNull(),
    audience: text().$type<'zone' | 'public'>().notNull(),
    zoneCode: text('zone_code').notNull(),
    snapshot: jsonb().$type<PlanSnapshot>().notNull(),
    at: moment('at').notNull().defaultNow(),
  },
  (table) => [primaryKey({ columns: [table.planId, table.version, table.audience] })],
);
