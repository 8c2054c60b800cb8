import { inArray, isNull, sql } from 'drizzle-orm';
import { theSystem } from '#accounts/actor.ts';
import type { Tx } from '#platform/database.server.ts';
import type { Handler } from '#platform/jobs.server.ts';
import { queueMail } from '#platform/mail.server.ts';
import type { Services } from '#platform/services.server.ts';
import { digestLetter, letterFor } from './letters.ts';
import { pending, type Reader } from './read-pending.server.ts';
import { notifications } from './tables.server.ts';
import { stopLink } from './read-stop.server.ts';

declare module '#platform/jobs.server.ts' {
  interface JobData {
    'daily-digest': Record<string, never>;
  }
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
