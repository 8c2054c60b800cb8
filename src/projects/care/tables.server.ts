import {
  bigint,
  boolean,
  date,
  numeric,
  pgTable,
  primaryKey,
  smallint,
  text,
  timestamp,
  uuid,
} from 'drizzle-orm/pg-core';
import type { Measure } from '../project.ts';
import type { CheckResult } from './check.ts';
import type { NeededFor } from './evidence.ts';
import type { Verdict } from './fulfilment.ts';

const number = (name: string) => bigint(name, { mode: 'number' });
const identity = () => bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity();
const words = (name: string) => text(name).notNull().default('');

const listed = () => ({
  id: identity(),
  nameZh: text('name_zh').notNull(),
  nameEn: words('name_en'),
  place: smallint().notNull(),
  isUsed: boolean('is_used').notNull().default(true),
});
const ofProject = () => ({ projectId: number('project_id').notNull(), zoneCode: text('zone_code').notNull() });
const written = () => ({
  actor: text().notNull(),
  actorName: text('actor_name').notNull(),
  at: timestamp({ withTimezone: true }).notNull().defaultNow(),
});

export const diligenceQuestions = pgTable('diligence_question', listed());

export const permitSteps = pgTable('permit_step', { ...listed(), days: smallint().notNull() });

export const evidenceTags = pgTable('evidence_tag', {
  ...listed(),
  neededFor: text('needed_for').$type<NeededFor>().notNull().default(''),
});

export const projectChecks = pgTable(
  'project_check',
  {
    ...ofProject(),
    questionId: number('question_id').notNull(),
    result: text().$type<CheckResult>().notNull(),
    note: words('note'),
    document: uuid(),
    checkedOn: date('checked_on').notNull(),
    ...written(),
  },
  (table) => [primaryKey({ columns: [table.projectId, table.questionId] })],
);

export const projectPermits = pgTable(
  'project_permit',
  {
    ...ofProject(),
    stepId: number('step_id').notNull(),
    days: smallint().notNull(),
    appliedOn: date('applied_on'),
    gotOn: date('got_on'),
    isWaived: boolean('is_waived').notNull().default(false),
    note: words('note'),
  },
  (table) => [primaryKey({ columns: [table.projectId, table.stepId] })],
);

export const projectMilestones = pgTable('project_milestone', {
  id: identity(),
  ...ofProject(),
  name: text().notNull(),
  dueOn: date('due_on').notNull(),
  doneOn: date('done_on'),
  note: words('note'),
});

export const projectVisits = pgTable('project_visit', {
  id: identity(),
  ...ofProject(),
  visitedOn: date('visited_on').notNull(),
  visitor: text().notNull(),
  said: text().notNull(),
  promised: words('promised'),
  promisedBy: date('promised_by'),
  ...written(),
});

export const projectVerdicts = pgTable(
  'project_verdict',
  {
    ...ofProject(),
    measure: text().$type<Measure>().notNull(),
    verdict: text().$type<Verdict>().notNull(),
    promised: numeric({ mode: 'number' }).notNull(),
    real: numeric({ mode: 'number' }),
    note: words('note'),
    judgedOn: date('judged_on').notNull(),
    ...written(),
  },
  (table) => [primaryKey({ columns: [table.projectId, table.measure] })],
);

export const projectEvidence = pgTable('project_evidence', {
  id: identity(),
  ...ofProject(),
  tagId: number('tag_id').notNull(),
  document: uuid().notNull(),
  signingId: number('signing_id'),
  arrivalId: number('arrival_id'),
  ...written(),
});
