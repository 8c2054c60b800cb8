import { and, asc, eq, inArray, isNull, sql } from 'drizzle-orm';
import { theSystem } from '#accounts/actor.ts';
import { accounts } from '#accounts/tables.server.ts';
import type { Lang } from '#language/lang.ts';
import type { Tx } from '#platform/database.server.ts';
import type { Handler } from '#platform/jobs.server.ts';
import { queueMail } from '#platform/mail.server.ts';
import type { Services } from '#platform/services.server.ts';
import { digestLetter, letterFor, type Pending } from './letters.ts';
import { usualWish, type MailWish } from './notification.ts';
import { mailLanguages, notifications, notificationSettings } from './tables.server.ts';
import { stopLink } from './write-stop.server.ts';

declare module '#platform/jobs.server.ts' {
  interface JobData {
    'daily-digest': Record<string, never>;
  }
}

interface Reader extends Pending {
  readonly accountId: number;
  readonly email: string;
  readonly lang: Lang;
  readonly wish: MailWish;
  readonly isRead: boolean;
  readonly isDisabled: boolean;
}

/** Notifications no mail has taken care of, with how their readers want them. Locked, so that no two jobs mail them. */
async function pending(tx: Tx, batch?: string, readers?: readonly number[]): Promise<Reader[]> {
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

/** Mails what has just been told to those who want it at once, and leaves the rest to the digest. */
export const mailNotifications: Handler<'mail-notifications'> = async (services, { batch }) => {
  await services.database.inTransaction(theSystem, async (tx) => {
    const told = await pending(tx, batch);
    const settled = told.filter(({ wish, isDisabled }) => wish !== 'daily' || isDisabled);
    const wanted = settled.filter(({ wish, isDisabled }) => wish === 'at-once' && !isDisabled);
    const frame = frameOf(services);
    const stop = await stopLink(tx, frame.origin);
    await queueMail(tx, ...wanted.map((one) => letterFor(one, { ...frame, stop: stop(one, one.kind) })));
    await settle(tx, settled);
  });
};

const readersAtOnce = 200;

/** One mail for each reader with what has gathered; what was read in the desk meanwhile is not repeated. */
export const dailyDigest: Handler<'daily-digest'> = async (services, _data, { signal }) => {
  while (!signal.aborted && (await digestSome(services)) === readersAtOnce);
};

async function digestSome(services: Services): Promise<number> {
  return services.database.inTransaction(theSystem, async (tx) => {
    const waiting = await tx
      .selectDistinct({ id: notifications.accountId })
      .from(notifications)
      .where(isNull(notifications.mailedAt))
      .limit(readersAtOnce);
    const ids = waiting.map(({ id }) => id);
    if (ids.length === 0) return 0;
    const gathered = await pending(tx, undefined, ids);
    const byReader = Map.groupBy(gathered.filter(isForDigest), ({ accountId }) => accountId);
    const frame = frameOf(services);
    const stop = await stopLink(tx, frame.origin);
    const letters = [...byReader.values()].flatMap((all) => {
      const [first] = all;
      return first ? [digestLetter(first, all, { ...frame, stop: stop(first, 'digest') })] : [];
    });
    await queueMail(tx, ...letters);
    await settle(tx, gathered);
    return ids.length;
  });
}

function isForDigest({ wish, isRead, isDisabled }: Reader): boolean {
  return wish !== 'off' && !isRead && !isDisabled;
}

async function settle(tx: Tx, rows: readonly Reader[]): Promise<void> {
  const ids = rows.map(({ id }) => id);
  if (ids.length === 0) return;
  await tx
    .update(notifications)
    .set({ mailedAt: sql`now()` })
    .where(inArray(notifications.id, ids));
}

function frameOf({ config, site }: Services) {
  return { origin: config.origin, site: site.name };
}
