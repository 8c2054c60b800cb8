import { asc, eq, isNull } from 'drizzle-orm';
import type { Tx } from '#platform/database.server.ts';
import { zones } from '#zones/tables.server.ts';
import { events, registrationLetters, registrations } from './tables.server.ts';

/** Locked, and what another worker has locked left to it: no letter is written twice. */
export async function lettersToWrite(tx: Tx, most: number) {
  return tx
    .select({
      letter: registrationLetters,
      to: registrations,
      event: events,
      zone: { zh: zones.nameZh, en: zones.nameEn },
    })
    .from(registrationLetters)
    .innerJoin(registrations, eq(registrations.id, registrationLetters.registrationId))
    .innerJoin(events, eq(events.id, registrations.eventId))
    .innerJoin(zones, eq(zones.code, events.zoneCode))
    .where(isNull(registrationLetters.writtenAt))
    .orderBy(asc(registrationLetters.id))
    .limit(most)
    .for('update', { of: registrationLetters, skipLocked: true });
}

export type Order = Awaited<ReturnType<typeof lettersToWrite>>[number];
