import { bigint, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import type { Lang } from '#language/lang.ts';
import type { Kind, MailWish } from './notification.ts';

const moment = (name: string) => timestamp(name, { withTimezone: true });
const account = () => bigint('account_id', { mode: 'number' }).notNull();

export const notifications = pgTable('notification', {
  id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
  accountId: account(),
  kind: text().$type<Kind>().notNull(),
  textZh: text('text_zh').notNull(),
  textEn: text('text_en').notNull(),
  path: text().notNull(),
  batch: uuid().notNull(),
  createdAt: moment('created_at').notNull().defaultNow(),
  readAt: moment('read_at'),
  mailedAt: moment('mailed_at'),
});

export const notificationSettings = pgTable('notification_setting', {
  accountId: account(),
  kind: text().$type<Kind>().notNull(),
  mail: text().$type<MailWish>().notNull(),
});

export const mailLanguages = pgTable('mail_language', {
  accountId: account(),
  lang: text().$type<Lang>().notNull(),
});
