import { bigint, boolean, pgTable, primaryKey, text, timestamp } from 'drizzle-orm/pg-core';
import type { InstituteKind, OrganisationKind, OrganisationSize, OtherNameKind } from './organisation.ts';

const moment = (name: string) => timestamp(name, { withTimezone: true });
const words = (name: string) => text(name).notNull().default('');

export const organisations = pgTable('organisation', {
  id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
  kind: text().$type<OrganisationKind>().notNull(),
  instituteKind: text('institute_kind').$type<InstituteKind>(),
  nameZh: text('name_zh').notNull(),
  nameEn: words('name_en'),
  creditCode: text('credit_code'),
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
  sample: boolean().notNull().default(false),
  createdAt: moment('created_at').notNull().defaultNow(),
  updatedAt: moment('updated_at').notNull().defaultNow(),
});

export const organisationNames = pgTable(
  'organisation_name',
  {
    organisationId: bigint('organisation_id', { mode: 'number' }).notNull(),
    name: text().notNull(),
    kind: text().$type<OtherNameKind>().notNull(),
  },
  (table) => [primaryKey({ columns: [table.organisationId, table.name] })],
);
