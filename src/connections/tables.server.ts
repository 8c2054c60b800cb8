import { bigint, boolean, date, jsonb, pgTable, real, text, timestamp } from 'drizzle-orm/pg-core';
import type { ConnectionOrigin, ConnectionState, EndReason } from './state.ts';

const number = (name: string) => bigint(name, { mode: 'number' });
const moment = (name: string) => timestamp(name, { withTimezone: true });

export const connections = pgTable('connection', {
  id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
  needId: number('need_id').notNull(),
  offerId: number('offer_id'),
  needOrganisationId: number('need_organisation_id').notNull(),
  offerOrganisationId: number('offer_organisation_id').notNull(),
  needZoneCode: text('need_zone_code').notNull(),
  offerZoneCode: text('offer_zone_code').notNull(),
  state: text().$type<ConnectionState>().notNull().default('suggested'),
  subState: text('sub_state'),
  origin: text().$type<ConnectionOrigin>().notNull(),
  eventId: number('event_id'),
  score: real(),
  reasons: jsonb(),
  brokerId: number('broker_id'),
  proposedBy: text('proposed_by').$type<'need' | 'offer' | 'broker'>(),
  proposedAt: moment('proposed_at'),
  needAcceptedAt: moment('need_accepted_at'),
  offerAcceptedAt: moment('offer_accepted_at'),
  nextStep: text('next_step').notNull().default(''),
  nextStepOn: date('next_step_on'),
  silentUntil: moment('silent_until'),
  endedFrom: text('ended_from').$type<ConnectionState>(),
  endReason: text('end_reason').$type<EndReason>(),
  endNote: text('end_note').notNull().default(''),
  endedBy: text('ended_by').$type<'need' | 'offer' | 'broker' | 'system'>(),
  sample: boolean().notNull().default(false),
  createdAt: moment('created_at').notNull().defaultNow(),
  movedAt: moment('moved_at').notNull().defaultNow(),
  endedAt: moment('ended_at'),
});
