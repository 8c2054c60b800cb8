import { bigint, pgTable, text, timestamp } from 'drizzle-orm/pg-core';
import type { Purpose } from './template.ts';

const moment = (name: string) => timestamp(name, { withTimezone: true }).notNull().defaultNow();

export const messageTemplates = pgTable('message_template', {
  id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
  zoneCode: text('zone_code').notNull(),
  purpose: text().$type<Purpose>().notNull(),
  nameZh: text('name_zh').notNull(),
  nameEn: text('name_en').notNull(),
  bodyZh: text('body_zh').notNull(),
  bodyEn: text('body_en').notNull(),
  createdAt: moment('created_at'),
  updatedAt: moment('updated_at'),
});
