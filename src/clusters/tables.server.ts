import { bigint, boolean, integer, pgTable, primaryKey, smallint, text, timestamp } from 'drizzle-orm/pg-core';
import type { Tier } from './cluster.ts';

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
  isPublic: boolean('is_public').notNull().default(false),
  sample: boolean().notNull().default(false),
  revision: integer().notNull().default(1),
  createdAt: moment('created_at').notNull().defaultNow(),
  updatedAt: moment('updated_at').notNull().defaultNow(),
});
