import { bigint, boolean, integer, pgTable, text, timestamp } from 'drizzle-orm/pg-core';
import type { EventKind, EventState } from './event.ts';

const moment = (name: string) => timestamp(name, { withTimezone: true });
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
  createdAt: moment('created_at').notNull().defaultNow(),
  updatedAt: moment('updated_at').notNull().defaultNow(),
});
