import { and, asc, eq, inArray, isNull, sql } from 'drizzle-orm';
import { accounts } from '#accounts/tables.server.ts';
import type { Lang } from '#language/lang.ts';
import type { Tx } from '#platform/database.server.ts';
import type { Pending } from './letters.ts';
import { usualWish, type MailWish } from './notification.ts';
import { mailLanguages, notifications, notificationSettings } from './tables.server.ts';

export interface Reader extends Pending {
  readonly accountId: number;
  readonly email: string;
  readonly lang: Lang;
  readonly wish: MailWish;
  readonly isRead: boolean;
  readonly isDisabled: boolean;
}

/** Notifications no mail has taken care of, with how their readers want them. Locked, so that no two jobs mail them. */
export async function pending(tx: Tx, batch?: string, readers?: readonly number[]): Promise<Reader[]> {
  const rows = await tx
    .select({
      id: notifications.id,
      accountId: notifications.accountId,
      kind: notifications.kind,
      zh: notifications.textZh,
      en: notifications.textEn,
      path: notifications.path,
      isRead: sql<boolean>`${notifications.readAt} is not null`,
      email: accounts.email,
      isDisabled: sql<boolean>`${accounts.disabledAt} is not null`,
      lang: sql<Lang>`coalesce(${mailLanguages.lang}, 'zh')`,
      wish: notificationSettings.mail,
    })
    .from(notifications)
    .innerJoin(accounts, eq(accounts.id, notifications.accountId))
    .leftJoin(mailLanguages, eq(mailLanguages.accountId, notifications.accountId))
    .leftJoin(
      notificationSettings,
      and(
        eq(notificationSettings.accountId, notifications.accountId),
        eq(notificationSettings.kind, notifications.kind),
      ),
    )
    .where(
      and(
        isNull(notifications.mailedAt),
        batch === undefined ? undefined : eq(notifications.batch, batch),
        readers && inArray(notifications.accountId, [...readers]),
      ),
    )
    .orderBy(asc(notifications.id))
    .for('update', { of: notifications });
  return rows.map(({ zh, en, wish, ...row }) => ({ ...row, text: { zh, en }, wish: wish ?? usualWish[row.kind] }));
}
