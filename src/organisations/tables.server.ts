import { bigint, boolean, pgTable, primaryKey, smallint, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import type { Lang } from '#language/lang.ts';
import type { ClaimState } from './claim.ts';
import type { HonourLevel } from './part.ts';
import type { InstituteKind, OrganisationKind, OrganisationSize, OtherNameKind } from './organisation.ts';

const moment = (name: string) => timestamp(name, { withTimezone: true });
const words = (name: string) => text(name).notNull().default('');
const id = () => bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity();
const organisationId = () => bigint('organisation_id', { mode: 'number' }).notNull();

export const organisations = pgTable('organisation', {
  id: id(),
  kind: text().$type<OrganisationKind>().notNull(),
  instituteKind: text('institute_kind').$type<InstituteKind>(),
  nameZh: text('name_zh').notNull(),
  nameEn: words('name_en'),
  creditCode: text('credit_code'),
  codeChecked: boolean('code_checked').notNull().default(false),
  zoneCode: text('zone_code').notNull(),
  placeCode: text('place_code'),
  industries: text().array().notNull().default([]),
  size: text().$type<OrganisationSize>(),
  summaryZh: words('summary_zh'),
  summaryEn: words('summary_en'),
  capabilitiesZh: words('capabilities_zh'),
  capabilitiesEn: words('capabilities_en'),
  disciplines: text().array().notNull().default([]),
  website: words('website'),
  isPublic: boolean('is_public').notNull().default(false),
  mergedInto: bigint('merged_into', { mode: 'number' }),
  revision: bigint({ mode: 'number' }).notNull().default(1),
  sample: boolean().notNull().default(false),
  createdAt: moment('created_at').notNull().defaultNow(),
  updatedAt: moment('updated_at').notNull().defaultNow(),
});

export const organisationNames = pgTable('organisation_name', {
  id: bigint({ mode: 'number' }).notNull().generatedAlwaysAsIdentity(),
  organisationId: organisationId(),
  name: text().notNull(),
  kind: text().$type<OtherNameKind>().notNull(),
});

export const organisationKeys = pgTable(
  'organisation_key',
  { organisationId: organisationId(), key: text().notNull(), place: text().notNull() },
  (table) => [primaryKey({ columns: [table.organisationId, table.key, table.place] })],
);

export const organisationsApart = pgTable(
  'organisation_apart',
  { lowId: bigint('low_id', { mode: 'number' }).notNull(), highId: bigint('high_id', { mode: 'number' }).notNull() },
  (table) => [primaryKey({ columns: [table.lowId, table.highId] })],
);

export const honours = pgTable('organisation_honour', {
  id: id(),
  organisationId: organisationId(),
  titleZh: text('title_zh').notNull(),
  titleEn: words('title_en'),
  level: text().$type<HonourLevel>().notNull(),
  year: smallint().notNull(),
  bodyZh: words('body_zh'),
  bodyEn: words('body_en'),
  source: text().notNull(),
  sourceUrl: words('source_url'),
});

export const equipment = pgTable('organisation_equipment', {
  id: id(),
  organisationId: organisationId(),
  nameZh: text('name_zh').notNull(),
  nameEn: words('name_en'),
  model: words('model'),
  purposeZh: words('purpose_zh'),
  purposeEn: words('purpose_en'),
  isOpen: boolean('is_open').notNull().default(false),
});

export const people = pgTable('organisation_person', {
  id: id(),
  organisationId: organisationId(),
  nameZh: text('name_zh').notNull(),
  nameEn: words('name_en'),
  positionZh: text('position_zh').notNull(),
  positionEn: words('position_en'),
  since: words('since'),
  until: words('until'),
  source: text().notNull(),
  sourceUrl: words('source_url'),
});

export const organisationContacts = pgTable('organisation_contact', {
  id: id(),
  organisationId: organisationId(),
  name: text().notNull(),
  role: words('role'),
  topic: words('topic'),
  phone: words('phone'),
  email: words('email'),
});

export const claims = pgTable('organisation_claim', {
  id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
  organisationId: bigint('organisation_id', { mode: 'number' }),
  zoneCode: text('zone_code').notNull(),
  newKind: text('new_kind').$type<OrganisationKind>(),
  newName: words('new_name'),
  newCreditCode: words('new_credit_code'),
  accountId: bigint('account_id', { mode: 'number' }),
  name: text().notNull(),
  email: text().notNull(),
  lang: text().$type<Lang>().notNull(),
  position: text().notNull(),
  proof: text().notNull(),
  proofFile: uuid('proof_file'),
  state: text().$type<ClaimState>().notNull().default('open'),
  reason: words('reason'),
  decidedBy: text('decided_by'),
  decidedAt: moment('decided_at'),
  createdAt: moment('created_at').notNull().defaultNow(),
});
