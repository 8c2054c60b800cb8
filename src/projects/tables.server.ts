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
import type { BaseKind } from './count.ts';
import type { Need } from './gates.ts';
import type {
  ArrivalKind,
  Measure,
  ProjectLight,
  ProjectLogKind,
  ProjectOrigin,
  SigningKind,
  Stage,
  Status,
  TeamRole,
} from './project.ts';
import type { LightReason } from './standing.ts';

const number = (name: string) => bigint(name, { mode: 'number' });
const moment = (name: string) => timestamp(name, { withTimezone: true });
const words = (name: string) => text(name).notNull().default('');
const money = (name: string) => numeric(name, { mode: 'number' }).notNull().default(0);

export const projects = pgTable('project', {
  id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
  zoneCode: text('zone_code').notNull(),
  reference: text().notNull(),
  nameZh: text('name_zh').notNull(),
  nameEn: words('name_en'),
  summaryZh: words('summary_zh'),
  summaryEn: words('summary_en'),
  stage: text().$type<Stage>().notNull().default('lead'),
  stageSince: date('stage_since').notNull(),
  status: text().$type<Status>().notNull().default('active'),
  statusReason: words('status_reason'),
  lostTo: words('lost_to'),
  investorId: number('investor_id'),
  investorName: words('investor_name'),
  country: text().notNull().default('CN'),
  industries: text().array().notNull().default([]),
  blockId: number('block_id'),
  site: words('site'),
  longitude: numeric({ mode: 'number' }),
  latitude: numeric({ mode: 'number' }),
  leadUnitId: number('lead_unit_id'),
  managerAccountId: number('manager_account_id'),
  managerName: words('manager_name'),
  agentName: words('agent_name'),
  plannedInvestment: numeric('planned_investment', { mode: 'number' }),
  plannedFixedAssets: numeric('planned_fixed_assets', { mode: 'number' }),
  currency: text().notNull().default('CNY'),
  origin: text().$type<ProjectOrigin>().notNull().default('hand'),
  originNote: words('origin_note'),
  connectionId: number('connection_id'),
  eventId: number('event_id'),
  parentId: number('parent_id'),
  mergedInto: number('merged_into'),
  countsWith: number('counts_with'),
  splitFrom: number('split_from'),
  startsBy: date('starts_by'),
  completedBy: date('completed_by'),
  producesBy: date('produces_by'),
  apartReason: words('apart_reason'),
  alikeKeys: text('alike_keys').array().notNull().default([]),
  nextStep: words('next_step'),
  nextStepOn: date('next_step_on'),
  isPublic: boolean('is_public').notNull().default(false),
  sample: boolean().notNull().default(false),
  revision: integer().notNull().default(1),
  light: text().$type<ProjectLight>().notNull().default('none'),
  lightReasons: jsonb('light_reasons').$type<readonly LightReason[]>().notNull().default([]),
  standingOn: date('standing_on'),
  countsOn: date('counts_on'),
  countsAs: text('counts_as').$type<BaseKind>(),
  agreed: money('agreed'),
  arrived: money('arrived'),
  arrivedForeign: money('arrived_foreign'),
  fixedAssets: money('fixed_assets'),
  createdAt: moment('created_at').notNull().defaultNow(),
  updatedAt: moment('updated_at').notNull().defaultNow(),
});

export const projectLog = pgTable('project_log', {
  id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
  projectId: number('project_id').notNull(),
  zoneCode: text('zone_code').notNull(),
  kind: text().$type<ProjectLogKind>().notNull(),
  fromValue: words('from_value'),
  toValue: text('to_value').notNull(),
  happenedOn: date('happened_on').notNull(),
  note: words('note'),
  actor: text().notNull(),
  actorName: text('actor_name').notNull(),
  at: moment('at').notNull().defaultNow(),
});

export const signings = pgTable('project_signing', {
  id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
  projectId: number('project_id').notNull(),
  zoneCode: text('zone_code').notNull(),
  kind: text().$type<SigningKind>().notNull(),
  amount: numeric({ mode: 'number' }).notNull(),
  increment: numeric({ mode: 'number' }).notNull(),
  fixedAssets: numeric('fixed_assets', { mode: 'number' }),
  signedOn: date('signed_on').notNull(),
  document: uuid(),
  note: words('note'),
  withdrawnAt: moment('withdrawn_at'),
  withdrawnReason: words('withdrawn_reason'),
  withdrawnBy: words('withdrawn_by'),
  actor: text().notNull(),
  actorName: text('actor_name').notNull(),
  at: moment('at').notNull().defaultNow(),
});

export const arrivals = pgTable('project_arrival', {
  id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
  projectId: number('project_id').notNull(),
  zoneCode: text('zone_code').notNull(),
  kind: text().$type<ArrivalKind>().notNull(),
  amount: numeric({ mode: 'number' }).notNull(),
  arrivedOn: date('arrived_on').notNull(),
  source: text().notNull(),
  document: uuid(),
  corrects: number('corrects'),
  actor: text().notNull(),
  actorName: text('actor_name').notNull(),
  at: moment('at').notNull().defaultNow(),
});

export const projectDays = pgTable('project_day', {
  day: date().primaryKey(),
  last: integer().notNull(),
});

export const projectMembers = pgTable('project_member', {
  id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
  projectId: number('project_id').notNull(),
  zoneCode: text('zone_code').notNull(),
  name: text().notNull(),
  accountId: number('account_id'),
  unitId: number('unit_id'),
  role: text().$type<TeamRole>().notNull(),
});

export const projectMeasures = pgTable(
  'project_measure',
  {
    projectId: number('project_id').notNull(),
    zoneCode: text('zone_code').notNull(),
    measure: text().$type<Measure>().notNull(),
    year: smallint().notNull(),
    promised: numeric({ mode: 'number' }),
    real: numeric({ mode: 'number' }),
    source: words('source'),
  },
  (table) => [primaryKey({ columns: [table.projectId, table.measure, table.year] })],
);

export const projectLeads = pgTable('project_lead', {
  id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
  projectId: number('project_id').notNull(),
  zoneCode: text('zone_code').notNull(),
  origin: text().$type<ProjectOrigin>().notNull(),
  note: words('note'),
  connectionId: number('connection_id'),
  eventId: number('event_id'),
  actor: text().notNull(),
  actorName: text('actor_name').notNull(),
  at: moment('at').notNull().defaultNow(),
});

export const stageRules = pgTable('stage_rule', {
  stage: text().$type<Stage>().primaryKey(),
  usualDays: smallint('usual_days'),
});

export const stageFields = pgTable(
  'stage_field',
  { stage: text().$type<Stage>().notNull(), need: text().$type<Need>().notNull() },
  (table) => [primaryKey({ columns: [table.stage, table.need] })],
);
