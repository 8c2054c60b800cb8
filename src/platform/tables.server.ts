import { bigint, integer, pgTable, text, timestamp } from 'drizzle-orm/pg-core';
import type { Lang } from '#language/lang.ts';
import type { Attachable } from './attachment.ts';

const moment = (name: string) => timestamp(name, { withTimezone: true });

export const mails = pgTable('mail', {
  id: bigint({ mode: 'number' }).primaryKey().generatedByDefaultAsIdentity(),
  to: text('to_address').notNull(),
  lang: text().$type<Lang>().notNull(),
  kind: text().notNull(),
  subject: text().notNull(),
  body: text(),
  unsubscribeUrl: text('unsubscribe_url'),
  queuedAt: moment('queued_at').notNull().defaultNow(),
  tries: integer().notNull().default(0),
  lastTriedAt: moment('last_tried_at'),
  lastError: text('last_error'),
  sentAt: moment('sent_at'),
  droppedAt: moment('dropped_at'),
  attached: text().$type<Attachable>(),
  attachedFor: bigint('attached_for', { mode: 'number' }),
  attachedZone: text('attached_zone'),
});

export const signingKeys = pgTable('signing_key', {
  key: text().notNull(),
});
