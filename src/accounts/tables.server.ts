import { bigint, customType, jsonb, pgTable, text, timestamp } from 'drizzle-orm/pg-core';
import type { Lang } from '#language/lang.ts';
import type { Membership, Role } from './actor.ts';

const bytea = customType<{ data: Buffer }>({ dataType: () => 'bytea' });
const moment = (name: string) => timestamp(name, { withTimezone: true });

export const accounts = pgTable('account', {
  id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
  email: text().notNull(),
  name: text().notNull(),
  passwordHash: text('password_hash').notNull(),
  createdAt: moment('created_at').notNull().defaultNow(),
  disabledAt: moment('disabled_at'),
});

export const memberships = pgTable('membership', {
  accountId: bigint('account_id', { mode: 'number' }).notNull(),
  role: text().$type<Role>().notNull(),
  zoneCode: text('zone_code'),
});

export type LinkPurpose = 'first-operator' | 'operator';

export const oneTimeLinks = pgTable('one_time_link', {
  tokenHash: bytea('token_hash').primaryKey(),
  purpose: text().$type<LinkPurpose>().notNull(),
  expiresAt: moment('expires_at').notNull(),
  usedAt: moment('used_at'),
});

export const invitations = pgTable('invitation', {
  id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
  tokenHash: bytea('token_hash').notNull(),
  email: text().notNull(),
  name: text().notNull(),
  lang: text().$type<Lang>().notNull(),
  memberships: jsonb().$type<readonly Membership[]>().notNull(),
  invitedBy: bigint('invited_by', { mode: 'number' }),
  createdAt: moment('created_at').notNull().defaultNow(),
  expiresAt: moment('expires_at').notNull(),
  usedAt: moment('used_at'),
  revokedAt: moment('revoked_at'),
});

export const sessions = pgTable('session', {
  tokenHash: bytea('token_hash').primaryKey(),
  accountId: bigint('account_id', { mode: 'number' }).notNull(),
  createdAt: moment('created_at').notNull().defaultNow(),
  lastSeenAt: moment('last_seen_at').notNull(),
  expiresAt: moment('expires_at').notNull(),
});

export const signInAttempts = pgTable('sign_in_attempt', {
  bucket: text().notNull(),
  at: moment('at').notNull(),
});
