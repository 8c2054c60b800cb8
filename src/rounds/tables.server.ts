import { bigint, boolean, date, integer, jsonb, pgTable, text, timestamp } from 'drizzle-orm/pg-core';
import type { Known } from './known.ts';
import type { AnswerState, RoundState } from './round.ts';

const number = (name: string) => bigint(name, { mode: 'number' });
const moment = (name: string) => timestamp(name, { withTimezone: true });
const words = (name: string) => text(name).notNull().default('');

export const rounds = pgTable('round', {
  id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
  zoneCode: text('zone_code').notNull(),
  titleZh: text('title_zh').notNull(),
  titleEn: words('title_en'),
  questionZh: text('question_zh').notNull(),
  questionEn: words('question_en'),
  dueOn: date('due_on').notNull(),
  state: text().$type<RoundState>().notNull().default('open'),
  askedBy: text('asked_by').notNull(),
  askerName: text('asker_name').notNull(),
  sample: boolean().notNull().default(false),
  revision: integer().notNull().default(1),
  createdAt: moment('created_at').notNull().defaultNow(),
  updatedAt: moment('updated_at').notNull().defaultNow(),
});

export const roundAnswers = pgTable('round_answer', {
  id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
  roundId: number('round_id').notNull(),
  zoneCode: text('zone_code').notNull(),
  unitId: number('unit_id').notNull(),
  state: text().$type<AnswerState>().notNull().default('owed'),
  body: words('body'),
  known: jsonb().$type<Known>(),
  handedInOn: date('handed_in_on'),
  handedInBy: text('handed_in_by'),
  handedInName: words('handed_in_name'),
  comment: words('comment'),
  remindedOn: date('reminded_on'),
  revision: integer().notNull().default(1),
  updatedAt: moment('updated_at').notNull().defaultNow(),
});
