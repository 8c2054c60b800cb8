import {
  bigint,
  boolean,
  date,
  integer,
  jsonb,
  numeric,
  pgTable,
  primaryKey,
  smallint,
  text,
  timestamp,
  uuid,
} from 'drizzle-orm/pg-core';
import type { Accumulation, Direction, IndicatorLight, ObservationOrigin, ObservationState } from './indicator.ts';
import type { Period } from './period.ts';
import type { Reason } from './standing.ts';

const number = (name: string) => bigint(name, { mode: 'number' });
const moment = (name: string) => timestamp(name, { withTimezone: true });
const words = (name: string) => text(name).notNull().default('');

export const indicators = pgTable('indicator', {
  id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
  zoneCode: text('zone_code').notNull(),
  planId: number('plan_id'),
  goalId: number('goal_id'),
  clusterId: number('cluster_id'),
  unitId: number('unit_id'),
  position: smallint().notNull().default(0),
  key: text().notNull(),
  improvement: words('improvement'),
  nameZh: text('name_zh').notNull(),
  nameEn: words('name_en'),
  definitionZh: words('definition_zh'),
  definitionEn: words('definition_en'),
  measureZh: words('measure_zh'),
  measureEn: words('measure_en'),
  decimals: smallint().notNull().default(0),
  direction: text().$type<Direction>().notNull().default('up'),
  period: text().$type<Period>().notNull(),
  accumulation: text().$type<Accumulation>().notNull(),
  formula: words('formula'),
  baseline: numeric({ mode: 'number' }),
  baselineOn: date('baseline_on'),
  dueDays: smallint('due_days').notNull().default(15),
  isPublic: boolean('is_public').notNull().default(false),
  sample: boolean().notNull().default(false),
  revision: integer().notNull().default(1),
  light: text().$type<IndicatorLight>().notNull().default('none'),
  forecast: numeric({ mode: 'number' }),
  forecastLow: numeric('forecast_low', { mode: 'number' }),
  forecastHigh: numeric('forecast_high', { mode: 'number' }),
  standingOn: date('standing_on'),
  latest: numeric({ mode: 'number' }),
  latestOn: date('latest_on'),
  target: numeric({ mode: 'number' }),
  targetOn: date('target_on'),
  owedOn: date('owed_on'),
  owedBy: date('owed_by'),
  reasons: jsonb().$type<readonly Reason[]>().notNull().default([]),
  createdAt: moment('created_at').notNull().defaultNow(),
  updatedAt: moment('updated_at').notNull().defaultNow(),
});

export const indicatorTargets = pgTable(
  'indicator_target',
  {
    indicatorId: number('indicator_id').notNull(),
    zoneCode: text('zone_code').notNull(),
    periodEnd: date('period_end').notNull(),
    value: numeric({ mode: 'number' }).notNull(),
  },
  (table) => [primaryKey({ columns: [table.indicatorId, table.periodEnd] })],
);

export const observations = pgTable('observation', {
  id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
  indicatorId: number('indicator_id').notNull(),
  zoneCode: text('zone_code').notNull(),
  periodEnd: date('period_end').notNull(),
  revision: integer().notNull().default(1),
  isCurrent: boolean('is_current').notNull().default(true),
  value: numeric({ mode: 'number' }).notNull(),
  state: text().$type<ObservationState>().notNull(),
  origin: text().$type<ObservationOrigin>().notNull().default('entered'),
  sourceZh: text('source_zh').notNull(),
  sourceEn: words('source_en'),
  sourceUrl: words('source_url'),
  document: uuid(),
  articleId: number('article_id'),
  note: words('note'),
  sample: boolean().notNull().default(false),
  actor: text().notNull(),
  actorName: text('actor_name').notNull(),
  at: moment('at').notNull().defaultNow(),
});

export const improvements = pgTable('improvement', {
  key: text().primaryKey(),
  position: smallint().notNull().default(0),
  nameZh: text('name_zh').notNull(),
  nameEn: words('name_en'),
});

export const improvementIndicators = pgTable('improvement_indicator', {
  id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
  improvementKey: text('improvement_key').notNull(),
  position: smallint().notNull().default(0),
  key: text().notNull(),
  nameZh: text('name_zh').notNull(),
  nameEn: words('name_en'),
  definitionZh: words('definition_zh'),
  definitionEn: words('definition_en'),
  measureZh: words('measure_zh'),
  measureEn: words('measure_en'),
  decimals: smallint().notNull().default(0),
  direction: text().$type<Direction>().notNull().default('up'),
  period: text().$type<Period>().notNull(),
  accumulation: text().$type<Accumulation>().notNull(),
  formula: words('formula'),
});
