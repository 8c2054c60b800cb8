import { bigint, integer, jsonb, pgTable, text, timestamp } from 'drizzle-orm/pg-core';
import type { Mark } from '#extraction/plan-found.ts';
import type { Lang } from '#language/lang.ts';
import type { ProposalFields, ProposalKind, ProposalState, ReadingOrigin } from './proposal.ts';

const number = (name: string) => bigint(name, { mode: 'number' });
const moment = (name: string) => timestamp(name, { withTimezone: true });

export const proposalReadings = pgTable('proposal_reading', {
  id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
  planId: number('plan_id').notNull(),
  zoneCode: text('zone_code').notNull(),
  origin: text().$type<ReadingOrigin>().notNull(),
  name: text().notNull(),
  actor: text().notNull(),
  actorName: text('actor_name').notNull(),
  at: moment('at').notNull().defaultNow(),
});

export const proposals = pgTable('proposal', {
  id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
  readingId: number('reading_id').notNull(),
  planId: number('plan_id').notNull(),
  zoneCode: text('zone_code').notNull(),
  position: integer().notNull(),
  underId: number('under_id'),
  kind: text().$type<ProposalKind>().notNull(),
  number: text().notNull().default(''),
  sentence: text().notNull(),
  marks: jsonb().$type<readonly Mark[]>().notNull().default([]),
  fields: jsonb().$type<ProposalFields>().notNull(),
  state: text().$type<ProposalState>().notNull().default('open'),
  record: number('record'),
  revision: integer().notNull().default(1),
  settledBy: text('settled_by'),
  settledAt: moment('settled_at'),
  lang: text().$type<Lang>().notNull().default('zh'),
});
