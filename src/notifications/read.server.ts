import { and, count, desc, eq, isNull, sql } from 'drizzle-orm';
import type { Db } from '#platform/database.server.ts';
import { kinds, usualWish, type Cursor, type MailSettings, type MailWish, type Notification } from './notification.ts';
import { mailLanguages, notifications, notificationSettings } from './tables.server.ts';

export const pageSize = 30;

/** How many a person has not read; the desk shows it on every page. */
export async function unreadCount(db: Db, accountId: number): Promise<number> {
  const [row] = await db
    .select({ count: count() })
    .from(notifications)
    .where(and(eq(notifications.accountId, accountId), isNull(notifications.readAt)));
  return row?.count ?? 0;
}

/** A page of a person's notifications: unread first, the newest of each on top. */
export async function notificationsOf(db: Db, accountId: number, after?: Cursor): Promise<Notification[]> {
  const isUnread = sql`(${notifications.readAt} is null)`;
  const rows = await db
    .select()
    .from(notifications)
    .where(
      and(
        eq(notifications.accountId, accountId),
        after && sql`(${isUnread}, ${notifications.id}) < (${after.isUnread}, ${after.id}::bigint)`,
      ),
    )
    .orderBy(sql`${isUnread} desc`, desc(notifications.id))
    .limit(pageSize);
  return rows.map(({ id, kind, textZh, textEn, path, createdAt, readAt }) => ({
    id,
    kind,
    path,
    text: { zh: textZh, en: textEn },
    at: createdAt,
    isRead: readAt !== null,
  }));
}

/** How a person is written to. */
export async function mailSettingsOf(db: Db, accountId: number): Promise<MailSettings> {
  const [language] = await db.select().from(mailLanguages).where(eq(mailLanguages.accountId, accountId));
  const rows = await db.select().from(notificationSettings).where(eq(notificationSettings.accountId, accountId));
  const wishes = new Map<string, MailWish>(rows.map(({ kind, mail }) => [kind, mail]));
  const wished = kinds.map((kind) => [kind, wishes.get(kind) ?? usualWish[kind]] as const);
  return { lang: language?.lang ?? 'zh', wishes: Object.fromEntries(wished) as MailSettings['wishes'] };
}
