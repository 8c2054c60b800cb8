import {
  bigint,
  boolean,
  customType,
  integer,
  pgTable,
  primaryKey,
  smallint,
  text,
  timestamp,
} from 'drizzle-orm/pg-core';
import type { Lang } from '#language/lang.ts';
import type { EventKind, EventState } from './event.ts';
import type { MeetingState } from './meeting.ts';
import type { LetterKind, RegistrationState } from './registration.ts';

const moment = (name: string) => timestamp(name, { withTimezone: true });
const number = (name: string) => bigint(name, { mode: 'number' });
const timeRange = customType<{ data: string }>({ dataType: () => 'tstzrange' });
const words = (name: string) => text(name).notNull().default('');

export const events = pgTable('event', {
  id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
  kind: text().$type<EventKind>().notNull(),
  zoneCode: text('zone_code').notNull(),
  state: text().$type<EventState>().notNull().default('draft'),
  titleZh: text('title_zh').notNull(),
  titleEn: words('title_en'),
  summaryZh: words('summary_zh'),
  summaryEn: words('summary_en'),
  venueZh: words('venue_zh'),
  venueEn: words('venue_en'),
  beginsAt: moment('begins_at').notNull(),
  endsAt: moment('ends_at').notNull(),
  registrationClosesAt: moment('registration_closes_at'),
  capacity: integer(),
  sample: boolean().notNull().default(false),
  publishedAt: moment('published_at'),
  cancelledReason: words('cancelled_reason'),
  meetingTables: smallint('meeting_tables'),
  keptRegistered: integer('kept_registered'),
  keptAttended: integer('kept_attended'),
  sequence: integer().notNull().default(0),
  createdBy: number('created_by'),
  createdAt: moment('created_at').notNull().defaultNow(),
  updatedAt: moment('updated_at').notNull().defaultNow(),
});

export const agendaItems = pgTable('event_agenda_item', {
  id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
  eventId: number('event_id').notNull(),
  beginsAt: moment('begins_at').notNull(),
  endsAt: moment('ends_at').notNull(),
  titleZh: text('title_zh').notNull(),
  titleEn: words('title_en'),
  roomZh: words('room_zh'),
  roomEn: words('room_en'),
});

export const speakers = pgTable(
  'event_speaker',
  {
    agendaItemId: number('agenda_item_id').notNull(),
    position: smallint().notNull(),
    nameZh: text('name_zh').notNull(),
    nameEn: words('name_en'),
    organisationName: words('organisation_name'),
    organisationId: number('organisation_id'),
  },
  (table) => [primaryKey({ columns: [table.agendaItemId, table.position] })],
);

export const eventListings = pgTable(
  'event_listing',
  {
    eventId: number('event_id').notNull(),
    listingId: number('listing_id').notNull(),
    addedAt: moment('added_at').notNull().defaultNow(),
  },
  (table) => [primaryKey({ columns: [table.eventId, table.listingId] })],
);

export const registrations = pgTable('registration', {
  id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
  eventId: number('event_id').notNull(),
  zoneCode: text('zone_code').notNull(),
  name: text().notNull(),
  organisationName: text('organisation_name').notNull(),
  organisationId: number('organisation_id'),
  email: text().notNull(),
  phone: words('phone'),
  role: words('role'),
  lang: text().$type<Lang>().notNull(),
  state: text().$type<RegistrationState>().notNull().default('asked'),
  code: text().notNull(),
  askedAt: moment('asked_at').notNull().defaultNow(),
  confirmedAt: moment('confirmed_at'),
  cancelledAt: moment('cancelled_at'),
  checkedInAt: moment('checked_in_at'),
});

export const registrationLetters = pgTable('registration_letter', {
  id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
  registrationId: number('registration_id').notNull(),
  zoneCode: text('zone_code').notNull(),
  kind: text().$type<LetterKind>().notNull(),
  meetingId: number('meeting_id'),
  orderedAt: moment('ordered_at').notNull().defaultNow(),
  writtenAt: moment('written_at'),
});

export const meetingSlots = pgTable('meeting_slot', {
  id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
  eventId: number('event_id').notNull(),
  zoneCode: text('zone_code').notNull(),
  beginsAt: moment('begins_at').notNull(),
  endsAt: moment('ends_at').notNull(),
});

export const meetings = pgTable('meeting', {
  id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
  eventId: number('event_id').notNull(),
  zoneCode: text('zone_code').notNull(),
  slotId: number('slot_id').notNull(),
  fromOrganisationId: number('from_organisation_id').notNull(),
  toOrganisationId: number('to_organisation_id').notNull(),
  fromRegistrationId: number('from_registration_id').notNull(),
  toRegistrationId: number('to_registration_id'),
  note: words('note'),
  state: text().$type<MeetingState>().notNull().default('asked'),
  tableNumber: smallint('table_number'),
  askedAt: moment('asked_at').notNull().defaultNow(),
  answerBy: moment('answer_by').notNull(),
  answeredAt: moment('answered_at'),
});

/** What an agreed meeting takes. The database refuses whatever is taken already at that time. */
export const meetingBookings = pgTable(
  'meeting_booking',
  {
    meetingId: number('meeting_id').notNull(),
    eventId: number('event_id').notNull(),
    zoneCode: text('zone_code').notNull(),
    kind: text().$type<'person' | 'organisation' | 'table'>().notNull(),
    holder: number('holder').notNull(),
    during: timeRange('during').notNull(),
  },
  (table) => [primaryKey({ columns: [table.meetingId, table.kind, table.holder] })],
);

export const eventContacts = pgTable(
  'event_contact',
  {
    registrationId: number('registration_id').notNull(),
    eventId: number('event_id').notNull(),
    zoneCode: text('zone_code').notNull(),
    organisationId: number('organisation_id').notNull(),
    markedAt: moment('marked_at').notNull().defaultNow(),
  },
  (table) => [primaryKey({ columns: [table.registrationId, table.organisationId] })],
);
