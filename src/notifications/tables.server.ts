import { bigint, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import type { MailWish } from './notification.ts';

const moment = (name: string) => timestamp(name, { withTimezone: true });

export const notifications = pgTable('notification', {
  id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
  accountId: bigint('account_id', { mode: 'number' }).notNull(),
  kind: text().notNull(),
  textZh: text('text_zh').notNull(),
  textEn: text('text_en').notNull(),
  path: text().notNull(),
  batch: uuid().notNull(),
  createdAt: moment('created_at').notNull().defaultNow(),
  readAt: moment('read_at'),
  mailedAt: moment('mailed_at'),
});

export const notificationSettings = pgTable('notification_setting', {
  accountId: bigint('account_id', { mode: 'number' }).notNull(),
  kind: text().notNull(),
  mail: text().$type<MailWish>().notNull(),
});
