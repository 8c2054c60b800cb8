import { and, eq, inArray } from 'drizzle-orm';
import type { Tx } from '#platform/database.server.ts';
import { later } from '#platform/jobs.server.ts';
import type { LetterKind } from './registration.ts';
import { registrationLetters, registrations } from './tables.server.ts';

declare module '#platform/jobs.server.ts' {
  interface JobData {
    'write-to-registered': Record<string, never>;
  }
}

export interface LetterOrder {
  readonly registrationId: number;
  readonly zoneCode: string;
  readonly kind: LetterKind;
  readonly meetingId?: number;
}

/** Has letters written to people who registered. Only the site itself can make their links, so a job does it after the commit. */
export async function orderLetters(tx: Tx, orders: readonly LetterOrder[]): Promise<void> {
  if (orders.length === 0) return;
  await tx.insert(registrationLetters).values([...orders]);
  await later(tx, { job: 'write-to-registered', data: {}, key: 'write-to-registered' });
}

/** Tells everybody who has a place or waits for one. */
export async function tellRegistered(tx: Tx, event: { id: number; zoneCode: string }, kind: LetterKind): Promise<void> {
  const told = await tx
    .select({ id: registrations.id })
    .from(registrations)
    .where(and(eq(registrations.eventId, event.id), inArray(registrations.state, ['confirmed', 'waiting'])));
  await orderLetters(
    tx,
    told.map(({ id }) => ({ registrationId: id, zoneCode: event.zoneCode, kind })),
  );
}
