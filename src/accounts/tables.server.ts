import { bigint, boolean, customType, integer, jsonb, pgTable, primaryKey, text, timestamp } from 'drizzle-orm/pg-core';
import type { Lang } from '#language/lang.ts';
import type { Membership, Role } from './actor.ts';
import { hashToken } from './token.server.ts';

const bytea = customType<{ data: Buffer }>({ dataType: () => 'bytea' });
/** Takes the token itself and keeps its hash, in conditions too: what is stored opens nothing. */
export const hashOfToken = customType<{ data: string; driverData: Buffer }>({
  dataType: () => 'bytea',
  toDriver: hashToken,
  fromDriver: (hash) => hash.toString('hex'),
});
const number = (name: string) => bigint(name, { mode: 'number' });
const identity = () => bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity();
const moment = (name: string) => timestamp(name, { withTimezone: true });

export const accounts = pgTable('account', {
  id: identity(),
  email: text().notNull(),
  name: text().notNull(),
  lang: text().$type<Lang>().notNull().default('zh'),
  emailVerified: boolean('email_verified').notNull().default(true),
  twoFactorEnabled: boolean('two_factor_enabled').notNull().default(false),
  passwordChangedAt: moment('password_changed_at').notNull().defaultNow(),
  updatedAt: moment('updated_at').notNull().defaultNow(),
  createdAt: moment('created_at').notNull().defaultNow(),
  disabledAt: moment('disabled_at'),
});

export const memberships = pgTable('membership', {
  accountId: bigint('account_id', { mode: 'number' }).notNull(),
  role: text().$type<Role>().notNull(),
  zoneCode: text('zone_code'),
  /** Of an officer: the unit they report for. */
  unitId: bigint('unit_id', { mode: 'number' }),
  /** Of a member: the organisation they act for. */
  organisationId: bigint('organisation_id', { mode: 'number' }),
});

export type LinkPurpose = 'first-operator' | 'operator';

export const oneTimeLinks = pgTable('one_time_link', {
  token: hashOfToken('token_hash').primaryKey(),
  purpose: text().$type<LinkPurpose>().notNull(),
  expiresAt: moment('expires_at').notNull(),
  usedAt: moment('used_at'),
});

export const invitations = pgTable('invitation', {
  id: identity(),
  token: hashOfToken('token_hash').notNull(),
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

export type SignInMethod = 'password' | 'passkey' | 'identity' | 'link';

export const sessions = pgTable('session', {
  id: number('id').notNull().generatedAlwaysAsIdentity(),
  token: hashOfToken('token_hash').primaryKey(),
  accountId: number('account_id').notNull(),
  method: text().$type<SignInMethod>().notNull().default('password'),
  provenAt: moment('proven_at').notNull().defaultNow(),
  network: text().notNull().default(''),
  browser: text().notNull().default(''),
  createdAt: moment('created_at').notNull().defaultNow(),
  lastSeenAt: moment('last_seen_at').notNull(),
  expiresAt: moment('expires_at').notNull(),
  /** As whom its owner, an operator, looks at the site, and how long. */
  viewingAccountId: number('viewing_account_id'),
  viewingUntil: moment('viewing_until'),
});

/** The names are Better Auth's: its `accountId` is the account at whoever vouches, its `userId` is ours. */
export const credentials = pgTable('credential', {
  id: identity(),
  userId: number('account_id').notNull(),
  providerId: text('provider').$type<'credential' | 'identity'>().notNull(),
  accountId: text('subject').notNull(),
  password: text('password_hash'),
  createdAt: moment('created_at').notNull().defaultNow(),
  updatedAt: moment('updated_at').notNull().defaultNow(),
});

export const oldPasswords = pgTable('old_password', {
  accountId: number('account_id').notNull(),
  passwordHash: text('password_hash').notNull(),
  until: moment('until').notNull().defaultNow(),
});

export const verifications = pgTable('verification', {
  id: identity(),
  identifier: text().notNull(),
  value: text().notNull(),
  expiresAt: moment('expires_at').notNull(),
  createdAt: moment('created_at').notNull().defaultNow(),
  updatedAt: moment('updated_at').notNull().defaultNow(),
});

export const twoFactors = pgTable('two_factor', {
  id: identity(),
  accountId: number('account_id').notNull(),
  secret: text().notNull(),
  recoveryCodes: text('recovery_codes').notNull(),
  verified: boolean().notNull().default(false),
  failedCount: integer('failed_count').notNull().default(0),
  lockedUntil: moment('locked_until'),
});

export const passkeys = pgTable('passkey', {
  id: identity(),
  accountId: number('account_id').notNull(),
  name: text().notNull(),
  credentialId: text('credential_id').notNull(),
  publicKey: bytea('public_key').notNull(),
  counter: number('counter').notNull(),
  transports: text().array().notNull(),
  createdAt: moment('created_at').notNull().defaultNow(),
  lastUsedAt: moment('last_used_at'),
});

export const passkeyChallenges = pgTable('passkey_challenge', {
  token: hashOfToken('token_hash').primaryKey(),
  challenge: text().notNull(),
  purpose: text().$type<'add' | 'sign-in'>().notNull(),
  accountId: number('account_id'),
  expiresAt: moment('expires_at').notNull(),
});

export const usedCodes = pgTable(
  'used_code',
  {
    accountId: number('account_id').notNull(),
    codeHash: bytea('code_hash').notNull(),
    usedAt: moment('used_at').notNull().defaultNow(),
  },
  (table) => [primaryKey({ columns: [table.accountId, table.codeHash] })],
);

export const knownDevices = pgTable(
  'known_device',
  {
    token: hashOfToken('token_hash').notNull(),
    accountId: number('account_id').notNull(),
    seenAt: moment('seen_at').notNull().defaultNow(),
  },
  (table) => [primaryKey({ columns: [table.token, table.accountId] })],
);

export const emailChanges = pgTable('email_change', {
  id: identity(),
  accountId: number('account_id').notNull(),
  newEmail: text('new_email').notNull(),
  oldToken: hashOfToken('old_token_hash').notNull(),
  newToken: hashOfToken('new_token_hash').notNull(),
  oldAgreedAt: moment('old_agreed_at'),
  newAgreedAt: moment('new_agreed_at'),
  expiresAt: moment('expires_at').notNull(),
});

export const secretKeys = pgTable('secret_key', { name: text().primaryKey(), value: text().notNull() });

export const signInAttempts = pgTable('sign_in_attempt', {
  bucket: text().notNull(),
  at: moment('at').notNull(),
});
