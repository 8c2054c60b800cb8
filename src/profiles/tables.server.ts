import { bigint, boolean, numeric, pgTable, smallint, text, timestamp } from 'drizzle-orm/pg-core';
import type { UnitKind } from './unit.ts';

const id = () => bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity();
const zoneCode = () => text('zone_code').notNull();

export const zoneProfiles = pgTable('zone_profile', {
  zoneCode: text('zone_code').primaryKey(),
  descriptionZh: text('description_zh').notNull().default(''),
  descriptionEn: text('description_en').notNull().default(''),
  addressZh: text('address_zh').notNull().default(''),
  addressEn: text('address_en').notNull().default(''),
  website: text().notNull().default(''),
  updatedAt: timestamp('updated_at', { withTimezone: true }).notNull().defaultNow(),
});

export const figureTemplates = pgTable('figure_template', {
  key: text().primaryKey(),
  position: smallint().notNull(),
  nameZh: text('name_zh').notNull(),
  nameEn: text('name_en').notNull(),
  unitZh: text('unit_zh').notNull().default(''),
  unitEn: text('unit_en').notNull().default(''),
});

export const figures = pgTable('figure', {
  id: id(),
  zoneCode: zoneCode(),
  templateKey: text('template_key'),
  nameZh: text('name_zh').notNull().default(''),
  nameEn: text('name_en').notNull().default(''),
  value: numeric().notNull(),
  unitZh: text('unit_zh').notNull().default(''),
  unitEn: text('unit_en').notNull().default(''),
  year: smallint().notNull(),
  sourceZh: text('source_zh').notNull(),
  sourceEn: text('source_en').notNull().default(''),
  sourceUrl: text('source_url').notNull().default(''),
  isPublic: boolean('is_public').notNull().default(true),
  position: smallint().notNull().default(0),
});

export const contacts = pgTable('contact', {
  id: id(),
  zoneCode: zoneCode(),
  topicZh: text('topic_zh').notNull(),
  topicEn: text('topic_en').notNull(),
  nameZh: text('name_zh').notNull(),
  nameEn: text('name_en').notNull().default(''),
  roleZh: text('role_zh').notNull().default(''),
  roleEn: text('role_en').notNull().default(''),
  phone: text().notNull().default(''),
  email: text().notNull().default(''),
  answerDays: smallint('answer_days').notNull(),
  isPublic: boolean('is_public').notNull().default(true),
  position: smallint().notNull().default(0),
});

export const units = pgTable('unit', {
  id: id(),
  zoneCode: zoneCode(),
  kind: text().$type<UnitKind>().notNull(),
  nameZh: text('name_zh').notNull(),
  nameEn: text('name_en').notNull().default(''),
  parentId: bigint('parent_id', { mode: 'number' }),
  position: smallint().notNull().default(0),
  active: boolean().notNull().default(true),
  headName: text('head_name').notNull().default(''),
  headEmail: text('head_email').notNull().default(''),
  headAccountId: bigint('head_account_id', { mode: 'number' }),
  sample: boolean('is_sample').notNull().default(false),
});
