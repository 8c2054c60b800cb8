import { bigint, boolean, integer, numeric, pgTable, primaryKey, smallint, text, timestamp } from 'drizzle-orm/pg-core';
import type { Chain, Tier } from './cluster.ts';

const number = (name: string) => bigint(name, { mode: 'number' });
const moment = (name: string) => timestamp(name, { withTimezone: true });
const words = (name: string) => text(name).notNull().default('');

export const clusters = pgTable('cluster', {
  id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
  zoneCode: text('zone_code').notNull(),
  planId: number('plan_id'),
  tier: text().$type<Tier>().notNull(),
  position: smallint().notNull().default(0),
  nameZh: text('name_zh').notNull(),
  nameEn: words('name_en'),
  summaryZh: words('summary_zh'),
  summaryEn: words('summary_en'),
  industries: text().array().notNull().default([]),
  zones: text().array().notNull().default([]),
  isPublic: boolean('is_public').notNull().default(false),
  sample: boolean().notNull().default(false),
  revision: integer().notNull().default(1),
  createdAt: moment('created_at').notNull().defaultNow(),
  updatedAt: moment('updated_at').notNull().defaultNow(),
});

export const clusterMembers = pgTable(
  'cluster_member',
  {
    clusterId: number('cluster_id').notNull(),
    zoneCode: text('zone_code').notNull(),
    organisationId: number('organisation_id').notNull(),
    chain: text().$type<Chain>().notNull(),
    isLead: boolean('is_lead').notNull().default(false),
  },
  (table) => [primaryKey({ columns: [table.clusterId, table.organisationId] })],
);

export const organisationOutputs = pgTable(
  'organisation_output',
  {
    organisationId: number('organisation_id').notNull(),
    zoneCode: text('zone_code').notNull(),
    year: smallint().notNull(),
    value: numeric({ mode: 'number' }).notNull(),
    source: text().notNull(),
    sourceUrl: words('source_url'),
    sample: boolean().notNull().default(false),
    actorName: text('actor_name').notNull(),
    at: moment('at').notNull().defaultNow(),
  },
  (table) => [primaryKey({ columns: [table.organisationId, table.zoneCode, table.year] })],
);

export const clusterYears = pgTable(
  'cluster_year',
  {
    clusterId: number('cluster_id').notNull(),
    zoneCode: text('zone_code').notNull(),
    year: smallint().notNull(),
    target: numeric({ mode: 'number' }),
    stated: numeric({ mode: 'number' }),
    sourceZh: words('source_zh'),
    sourceEn: words('source_en'),
    sourceUrl: words('source_url'),
    computed: numeric({ mode: 'number' }),
    counted: smallint().notNull().default(0),
    members: smallint().notNull().default(0),
  },
  (table) => [primaryKey({ columns: [table.clusterId, table.year] })],
);
