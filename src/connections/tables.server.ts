import {
  bigint,
  boolean,
  date,
  jsonb,
  numeric,
  pgTable,
  primaryKey,
  real,
  text,
  timestamp,
  uuid,
} from 'drizzle-orm/pg-core';
import type { ContractKind } from './agreement.ts';
import type { Reasons } from './reasons.ts';
import type { ConnectionOrigin, ConnectionState, EndReason, Party, Person, Step, SubState } from './state.ts';

const number = (name: string) => bigint(name, { mode: 'number' });
const own = () => bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity();
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
  subState: text('sub_state').$type<SubState>(),
  origin: text().$type<ConnectionOrigin>().notNull(),
  eventId: number('event_id'),
  score: real(),
  reasons: jsonb().$type<Reasons>(),
  brokerId: number('broker_id'),
  brokerName: text('broker_name').notNull().default(''),
  proposedBy: text('proposed_by').$type<Person>(),
  proposedAt: moment('proposed_at'),
  needAcceptedAt: moment('need_accepted_at'),
  offerAcceptedAt: moment('offer_accepted_at'),
  nextStep: text('next_step').notNull().default(''),
  nextStepOn: date('next_step_on'),
  remindAt: moment('remind_at'),
  silentUntil: moment('silent_until'),
  endedFrom: text('ended_from').$type<ConnectionState>(),
  endReason: text('end_reason').$type<EndReason>(),
  endNote: text('end_note').notNull().default(''),
  endedBy: text('ended_by').$type<Party>(),
  sample: boolean().notNull().default(false),
  createdAt: moment('created_at').notNull().defaultNow(),
  movedAt: moment('moved_at').notNull().defaultNow(),
  endedAt: moment('ended_at'),
});

/** Who did something, and as whom. */
const doer = { actor: text().notNull(), actorName: text('actor_name').notNull() };
const at = () => moment('at').notNull().defaultNow();

export const connectionSteps = pgTable('connection_step', {
  id: own(),
  connectionId: number('connection_id').notNull(),
  action: text().$type<Step>().notNull(),
  fromState: text('from_state').$type<ConnectionState>().notNull(),
  toState: text('to_state').$type<ConnectionState>().notNull(),
  side: text().$type<Party>().notNull(),
  ...doer,
  reason: text().$type<EndReason>(),
  note: text().notNull().default(''),
  at: at(),
  toldAt: moment('told_at'),
});

export const connectionMessages = pgTable('connection_message', {
  id: own(),
  connectionId: number('connection_id').notNull(),
  side: text().$type<Person>().notNull(),
  ...doer,
  body: text().notNull().default(''),
  at: at(),
});

export const connectionMeetings = pgTable('connection_meeting', {
  id: own(),
  connectionId: number('connection_id').notNull(),
  heldOn: date('held_on').notNull(),
  attendees: text().notNull(),
  agreed: text().notNull(),
  side: text().$type<Person>().notNull(),
  ...doer,
  at: at(),
});

export const connectionAmounts = pgTable('connection_amount', {
  id: own(),
  connectionId: number('connection_id').notNull(),
  contractKind: text('contract_kind').$type<ContractKind>().notNull(),
  amount: numeric({ precision: 16, scale: 2, mode: 'number' }).notNull(),
  increment: numeric({ precision: 16, scale: 2, mode: 'number' }).notNull(),
  agreedOn: date('agreed_on').notNull(),
  document: uuid(),
  note: text().notNull().default(''),
  side: text().$type<Person>().notNull(),
  ...doer,
  at: at(),
  needConfirmedAt: moment('need_confirmed_at'),
  offerConfirmedAt: moment('offer_confirmed_at'),
  needNamed: boolean('need_named').notNull().default(false),
  offerNamed: boolean('offer_named').notNull().default(false),
  withdrawnAt: moment('withdrawn_at'),
});

export const connectionFiles = pgTable(
  'connection_file',
  {
    connectionId: number('connection_id').notNull(),
    fileId: uuid('file_id').notNull(),
    messageId: number('message_id'),
    at: at(),
  },
  (table) => [primaryKey({ columns: [table.connectionId, table.fileId] })],
);

export const matchDocuments = pgTable('match_document', {
  id: own(),
  role: text().$type<'need' | 'offer' | 'institute'>().notNull(),
  listingId: number('listing_id'),
  instituteId: number('institute_id'),
  terms: text().array().notNull(),
});
