import { and, eq, lte, sql } from 'drizzle-orm';
import { theSystem } from '#accounts/actor.ts';
import { notifyChanged } from '#platform/changed.server.ts';
import type { Tx } from '#platform/database.server.ts';
import type { Handler } from '#platform/jobs.server.ts';
import { meetings } from './tables.server.ts';
import { orderLetters } from './write-letters.server.ts';

declare module '#platform/jobs.server.ts' {
  interface JobData {
    'sweep-events': Record<string, never>;
  }
}

/** Ends questions that nobody answered, and brings what came of events in line with their connections. */
export const sweepEvents: Handler<'sweep-events'> = async ({ database, now }) => {
  await database.inTransaction(theSystem, async (tx) => {
    await expireMeetings(tx, now());
    await refreshOutcomes(tx, now());
  });
};

async function expireMeetings(tx: Tx, now: Date): Promise<void> {
  const expired = await tx
    .update(meetings)
    .set({ state: 'expired', answeredAt: now })
    .where(and(eq(meetings.state, 'asked'), lte(meetings.answerBy, now)))
    .returning({ id: meetings.id, zoneCode: meetings.zoneCode, registrationId: meetings.fromRegistrationId });
  await orderLetters(
    tx,
    expired.map(({ id, ...to }) => ({ ...to, kind: 'meeting-expired', meetingId: id })),
  );
}

/** A connection knows no events, so events look after theirs; three rounds of this job, in case one was missed. */
async function refreshOutcomes(tx: Tx, now: Date): Promise<void> {
  const { rows } = await tx.execute<{ id: string }>(sql`
    select distinct event_id as id from connection where event_id is not null
      and (moved_at > ${now}::timestamptz - interval '15 minutes'
        or exists (select from connection_amount where connection_id = connection.id
          and greatest(at, need_confirmed_at, offer_confirmed_at, withdrawn_at) > ${now}::timestamptz - interval '15 minutes'))`);
  if (rows.length > 0)
    await notifyChanged(
      tx,
      rows.map(({ id }) => `event:${id}`),
    );
}
