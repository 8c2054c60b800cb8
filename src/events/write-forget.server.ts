import { sql } from 'drizzle-orm';
import { theSystem } from '#accounts/actor.ts';
import { remember } from '#history/write.server.ts';
import type { Tx } from '#platform/database.server.ts';
import type { Handler } from '#platform/jobs.server.ts';
import { hoursToConfirm, monthsKept } from './registration.ts';

declare module '#platform/jobs.server.ts' {
  interface JobData {
    'forget-registrations': Record<string, never>;
  }
}

/** Deletes what people told of themselves when its time is over: how many they were stays with the event. */
export const forgetRegistrations: Handler<'forget-registrations'> = async ({ database, now }) => {
  await database.inTransaction(theSystem, async (tx) => {
    await forgetUnconfirmed(tx, now());
    await forgetPast(tx, now());
  });
};

async function forgetUnconfirmed(tx: Tx, now: Date): Promise<void> {
  await tx.execute(sql`delete from registration
    where state = 'asked' and asked_at < ${now}::timestamptz - ${hoursToConfirm} * interval '1 hour'`);
}

type Counted = { id: string; zone_code: string };

async function forgetPast(tx: Tx, now: Date): Promise<void> {
  const { rows } = await tx.execute<Counted>(sql`
    update event set kept_registered = counted.registered, kept_attended = counted.attended
    from (select event_id, count(*) filter (where state = 'confirmed')::int as registered,
        count(checked_in_at)::int as attended from registration group by event_id) counted
    where counted.event_id = event.id and ends_at < ${now}::timestamptz - ${monthsKept} * interval '1 month'
    returning event.id, event.zone_code`);
  if (rows.length === 0) return;
  const ids = rows.map(({ id }) => Number(id));
  await tx.execute(sql`delete from registration where event_id = any(${sql.param(ids)})`);
  const forgotten = rows.map(({ id, zone_code: zone }) => ({ id, zone }));
  await remember(
    tx,
    theSystem,
    ...forgotten.map(({ id, zone }) => ({ kind: 'event', record: id, action: 'registrations deleted', zone })),
  );
}
