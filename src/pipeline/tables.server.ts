import { bigint, boolean, date, integer, jsonb, pgTable, text, timestamp } from 'drizzle-orm/pg-core';
import type { StuckProject } from './meeting.ts';

const number = (name: string) => bigint(name, { mode: 'number' });
const moment = (name: string) => timestamp(name, { withTimezone: true }).notNull().defaultNow();
const words = (name: string) => text(name).notNull().default('');

export const projectMeetings = pgTable('project_meeting', {
  id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
  zoneCode: text('zone_code').notNull(),
  heldOn: date('held_on').notNull(),
  since: date().notNull(),
  chair: words('chair'),
  present: words('present'),
  notes: words('notes'),
  stuck: jsonb().$type<readonly StuckProject[]>().notNull().default([]),
  recordedBy: text('recorded_by').notNull(),
  revision: integer().notNull().default(1),
  sample: boolean().notNull().default(false),
  at: moment('at'),
  updatedAt: moment('updated_at'),
});

export const projectDecisions = pgTable('project_decision', {
  id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
  meetingId: number('meeting_id').notNull(),
  zoneCode: text('zone_code').notNull(),
  projectId: number('project_id'),
  body: text().notNull(),
  unitId: number('unit_id'),
  personName: words('person_name'),
  dueOn: date('due_on'),
  taskId: number('task_id'),
  recordedBy: text('recorded_by').notNull(),
  at: moment('at'),
});
