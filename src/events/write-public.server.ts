import { eq } from 'drizzle-orm';
import { notifyChanged } from '#platform/changed.server.ts';
import type { Tx } from '#platform/database.server.ts';
import { later, type Handler } from '#platform/jobs.server.ts';
import { putEntries, removeEntries } from '#search/write.server.ts';
import { eventEntries } from './entry.ts';
import { closesAt } from './event.ts';
import { placedEvent } from './read-placed.server.ts';
import { agendaItems, type events } from './tables.server.ts';
import { theSystem } from '#accounts/actor.ts';

declare module '#platform/jobs.server.ts' {
  interface JobData {
    'turn-event': { readonly event: number };
  }
}

/** Brings what everybody sees of an event in line with what it is now: search, and the pages that are kept. */
export async function refreshPublic(tx: Tx, id: number): Promise<void> {
  const row = await placedEvent(tx, id);
  if (!row || row.event.state === 'draft') return;
  const { event, province, city } = row;
  if (event.state === 'cancelled') await removeEntries(tx, 'event', [String(id)]);
  else {
    const items = await tx.select().from(agendaItems).where(eq(agendaItems.eventId, id));
    const topics = items.flatMap(({ titleZh, titleEn }) => [titleZh, titleEn]).filter((topic) => topic !== '');
    await putEntries(tx, eventEntries({ ...event, province, city }, topics));
    await orderTurns(tx, event);
  }
  await notifyChanged(tx, tagsOf(event));
}

/** The pages that show an event: its own, every list of events, and the home page. */
export function tagsOf({ id }: { readonly id: number }): string[] {
  return [`event:${id}`, 'event-list'];
}

/** Pages are kept until something changes, and time itself changes these: when registration closes, and when it is over. */
async function orderTurns(tx: Tx, event: typeof events.$inferSelect): Promise<void> {
  const { id } = event;
  await later(
    tx,
    { job: 'turn-event', data: { event: id }, at: closesAt(event), key: `${id} closes` },
    { job: 'turn-event', data: { event: id }, at: event.endsAt, key: `${id} ends` },
  );
}

/** Drops the kept pages of an event whose moment has come. */
export const turnEvent: Handler<'turn-event'> = async ({ database }, { event }) => {
  await database.inTransaction(theSystem, (tx) => notifyChanged(tx, tagsOf({ id: event })));
};
