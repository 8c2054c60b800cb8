import {
  bigint,
  boolean,
  date,
  integer,
  pgTable,
  primaryKey,
  smallint,
  text,
  timestamp,
  uuid,
} from 'drizzle-orm/pg-core';
import { hashOfToken } from '#accounts/tables.server.ts';
import type { Lang } from '#language/lang.ts';
import type { ReaderRole } from './letter.ts';
import type { OccasionKind, ReminderStep } from './reminder.ts';
import type { TaskStep } from './state.ts';
import type { ReportRhythm, ReportVia, TaskLight, TaskState } from './task.ts';

const number = (name: string) => bigint(name, { mode: 'number' });
const moment = (name: string) => timestamp(name, { withTimezone: true });
const words = (name: string) => text(name).notNull().default('');

export const tasks = pgTable('task', {
  id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
  zoneCode: text('zone_code').notNull(),
  planId: number('plan_id'),
  goalId: number('goal_id'),
  number: words('number'),
  state: text().$type<TaskState>().notNull().default('planned'),
  titleZh: text('title_zh').notNull(),
  titleEn: words('title_en'),
  detailZh: words('detail_zh'),
  detailEn: words('detail_en'),
  leadUnitId: number('lead_unit_id'),
  personName: words('person_name'),
  personEmail: words('person_email'),
  personAccountId: number('person_account_id'),
  beginsOn: date('begins_on').notNull(),
  dueOn: date('due_on').notNull(),
  reportEvery: text('report_every').$type<ReportRhythm>().notNull().default('month'),
  reportedOn: date('reported_on'),
  doneAskedAt: moment('done_asked_at'),
  doneAskedBy: text('done_asked_by'),
  doneOn: date('done_on'),
  recheckedBy: text('rechecked_by'),
  instructionId: number('instruction_id'),
  cancelledByInstruction: number('cancelled_by_instruction'),
  cancelledReason: words('cancelled_reason'),
  isPublic: boolean('is_public').notNull().default(false),
  sample: boolean().notNull().default(false),
  revision: integer().notNull().default(1),
  light: text().$type<TaskLight>().notNull().default('none'),
  percent: smallint().notNull().default(0),
  standingOn: date('standing_on'),
  createdAt: moment('created_at').notNull().defaultNow(),
  updatedAt: moment('updated_at').notNull().defaultNow(),
});

export const taskUnits = pgTable(
  'task_unit',
  {
    taskId: number('task_id').notNull(),
    unitId: number('unit_id').notNull(),
    zoneCode: text('zone_code').notNull(),
  },
  (table) => [primaryKey({ columns: [table.taskId, table.unitId] })],
);

export const taskDependencies = pgTable(
  'task_dependency',
  {
    taskId: number('task_id').notNull(),
    needsTaskId: number('needs_task_id').notNull(),
    zoneCode: text('zone_code').notNull(),
  },
  (table) => [primaryKey({ columns: [table.taskId, table.needsTaskId] })],
);

export const reports = pgTable('report', {
  id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
  taskId: number('task_id').notNull(),
  zoneCode: text('zone_code').notNull(),
  unitId: number('unit_id'),
  body: text().notNull(),
  via: text().$type<ReportVia>().notNull(),
  reportedOn: date('reported_on').notNull(),
  actor: text().notNull(),
  actorName: text('actor_name').notNull(),
  at: moment('at').notNull().defaultNow(),
});

export const milestones = pgTable('milestone', {
  id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
  taskId: number('task_id').notNull(),
  zoneCode: text('zone_code').notNull(),
  position: smallint().notNull().default(0),
  titleZh: text('title_zh').notNull(),
  titleEn: words('title_en'),
  dueOn: date('due_on').notNull(),
  weight: smallint().notNull().default(1),
  doneOn: date('done_on'),
  reportId: number('report_id'),
});

export const taskEvidence = pgTable('task_evidence', {
  id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
  taskId: number('task_id').notNull(),
  zoneCode: text('zone_code').notNull(),
  reportId: number('report_id'),
  title: text().notNull(),
  fileId: uuid('file_id'),
  articleId: number('article_id'),
  address: words('address'),
  actor: text().notNull(),
  actorName: text('actor_name').notNull(),
  at: moment('at').notNull().defaultNow(),
});

/** Whom a letter was sent to, what it lets them open, and how long. */
export const letterColumns = {
  token: hashOfToken('token_hash').notNull(),
  reader: text().$type<ReaderRole>().notNull(),
  name: words('name'),
  email: text().notNull(),
  accountId: number('account_id'),
  lang: text().$type<Lang>().notNull().default('zh'),
  sentAt: moment('sent_at').notNull(),
  expiresAt: moment('expires_at').notNull(),
  replacedAt: moment('replaced_at'),
};

export const taskLetters = pgTable('task_letter', {
  id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
  taskId: number('task_id').notNull(),
  zoneCode: text('zone_code').notNull(),
  ...letterColumns,
});

export const taskReminders = pgTable('task_reminder', {
  id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
  taskId: number('task_id').notNull(),
  zoneCode: text('zone_code').notNull(),
  occasion: text().$type<OccasionKind>().notNull(),
  milestoneId: number('milestone_id').notNull().default(0),
  owedOn: date('owed_on').notNull(),
  step: text().$type<ReminderStep>().notNull(),
  toldOn: date('told_on').notNull(),
  told: integer().notNull().default(0),
});

export const taskSteps = pgTable('task_step', {
  id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
  taskId: number('task_id').notNull(),
  zoneCode: text('zone_code').notNull(),
  kind: text().$type<TaskStep>().notNull(),
  note: words('note'),
  what: words('what'),
  fromDay: date('from_day'),
  toDay: date('to_day'),
  instructionId: number('instruction_id'),
  actor: text().notNull(),
  actorName: text('actor_name').notNull(),
  at: moment('at').notNull().defaultNow(),
});
