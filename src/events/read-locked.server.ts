import { eq } from 'drizzle-orm';
import { registrationWords as words } from '#language/words/registrations.ts';
import type { Tx } from '#platform/database.server.ts';
import { done, refused, type Outcome } from '#platform/outcome.ts';
import { events, registrations } from './tables.server.ts';

export interface Found {
  readonly row: typeof registrations.$inferSelect;
  readonly event: typeof events.$inferSelect;
}

/** A registration and its event, which is locked first: places and tables are given out one after the other. */
export async function locked(tx: Tx, id: number): Promise<Outcome<Found>> {
  const [of] = await tx.select({ event: registrations.eventId }).from(registrations).where(eq(registrations.id, id));
  if (!of) return refused({ says: words.linkWrong });
  const [event] = await tx.select().from(events).where(eq(events.id, of.event)).for('update');
  const [row] = await tx.select().from(registrations).where(eq(registrations.id, id)).for('update');
  return row && event ? done({ row, event }) : refused({ says: words.linkWrong });
}
