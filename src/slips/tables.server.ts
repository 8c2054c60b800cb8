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
import { letterColumns } from '#tasks/tables.server.ts';
import type { BlockerKind, BlockerSaid, BlockerState } from './blocker.ts';
import type { Difficulty, SlipCause, SlipColour, SlipEventKind, SlipState } from './slip.ts';

const number = (name: string) => bigint(name, { mode: 'number' });
const moment = (name: string) => timestamp(name, { withTimezone: true });
const words = (name: string) => text(name).notNull().default('');

export const blockers = pgTable('blocker', {
  id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
  zoneCode: text('zone_code').notNull(),
  organisationId: number('organisation_id').notNull(),
  projectId: number('project_id'),
  kind: text().$type<BlockerKind>().notNull(),
  title: text().notNull(),
  body: text().notNull(),
  state: text().$type<BlockerState>().notNull().default('filed'),
  answer: words('answer'),
  filedBy: text('filed_by').notNull(),
  filerName: text('filer_name').notNull(),
  sample: boolean().notNull().default(false),
  filedAt: moment('filed_at').notNull().defaultNow(),
  answeredBy: words('answered_by'),
  answeredAt: moment('answered_at'),
  slipReference: words('slip_reference'),
  askedAt: moment('asked_at'),
  said: text().$type<BlockerSaid>().notNull().default(''),
  saidNote: words('said_note'),
  saidAt: moment('said_at'),
});

export const blockerFiles = pgTable(
  'blocker_file',
  {
    blockerId: number('blocker_id').notNull(),
    position: smallint().notNull(),
    fileId: uuid('file_id').notNull(),
    name: text().notNull(),
  },
  (table) => [primaryKey({ columns: [table.blockerId, table.position] })],
);

/** The last number that a day has given out. */
export const slipDays = pgTable('slip_day', {
  day: date().primaryKey(),
  last: integer().notNull(),
});

export const slips = pgTable('slip', {
  id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
  zoneCode: text('zone_code').notNull(),
  reference: text().notNull(),
  cause: text().$type<SlipCause>().notNull(),
  taskId: number('task_id'),
  indicatorId: number('indicator_id'),
  projectId: number('project_id'),
  blockerId: number('blocker_id'),
  instructionId: number('instruction_id'),
  title: text().notNull(),
  titleEn: words('title_en'),
  demand: words('demand'),
  demandEn: words('demand_en'),
  difficulty: text().$type<Difficulty>().notNull().default('ordinary'),
  unitId: number('unit_id'),
  personName: words('person_name'),
  personEmail: words('person_email'),
  state: text().$type<SlipState>().notNull().default('raised'),
  colour: text().$type<SlipColour>().notNull().default('blue'),
  nextDueOn: date('next_due_on'),
  standingOn: date('standing_on'),
  raisedOn: date('raised_on').notNull(),
  revision: integer().notNull().default(1),
  sample: boolean().notNull().default(false),
  createdAt: moment('created_at').notNull().defaultNow(),
  updatedAt: moment('updated_at').notNull().defaultNow(),
});

export const slipLetters = pgTable('slip_letter', {
  id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
  slipId: number('slip_id').notNull(),
  zoneCode: text('zone_code').notNull(),
  ...letterColumns,
});

export const slipEvidence = pgTable('slip_evidence', {
  id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
  slipId: number('slip_id').notNull(),
  zoneCode: text('zone_code').notNull(),
  eventId: number('event_id').notNull(),
  title: text().notNull(),
  fileId: uuid('file_id'),
  address: words('address'),
});

export const slipEvents = pgTable('slip_event', {
  id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
  slipId: number('slip_id').notNull(),
  zoneCode: text('zone_code').notNull(),
  kind: text().$type<SlipEventKind>().notNull(),
  happenedOn: date('happened_on').notNull(),
  note: words('note'),
  noteEn: words('note_en'),
  until: date(),
  actor: text().notNull(),
  actorName: text('actor_name').notNull(),
  at: moment('at').notNull().defaultNow(),
  instructionId: number('instruction_id'),
  toldAt: moment('told_at'),
});
