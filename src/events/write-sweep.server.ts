import { and, eq, lte } from 'drizzle-orm';
import { theSystem } from '#accounts/actor.ts';
import type { Tx } from '#platform/database.server.ts';
import type { Handler } from '#platform/jobs.server.ts';
import { meetings } from './tables.server.ts';
import { orderLetters } from './write-letters.server.ts';

declare module '#platform/jobs.server.ts' {
  interface JobData {
    'sweep-events': Record<string, never>;
  }
}

/** Ends questions that nobody answered. */
export const sweepEvents: Handler<'sweep-events'> = async ({ database, now }) => {
  await database.inTransaction(theSystem, (tx) => expireMeetings(tx, now()));
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
