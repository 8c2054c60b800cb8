import { and, asc, eq, inArray } from 'drizzle-orm';
import type { Db } from '#platform/database.server.ts';
import { organisations } from '#organisations/tables.server.ts';
import type { AgendaItemView, SpeakerView } from './agenda.ts';
import { closesAt, inBoth } from './event.ts';
import { eventCards, isPublic, type EventCard } from './read-list.server.ts';
import { agendaItems, events, speakers } from './tables.server.ts';

/** An event as its public page shows it. */
export interface EventView extends EventCard {
  readonly agenda: readonly AgendaItemView[];
  readonly closesAt: Date;
  readonly capacity: number | null;
  readonly cancelledReason: string;
}

/** An event that everybody may see; undefined when there is none. */
export async function eventById(db: Db, id: number): Promise<EventView | undefined> {
  const [card] = await eventCards(db, and(eq(events.id, id), isPublic), 1);
  if (!card) return undefined;
  const [event] = await db.select().from(events).where(eq(events.id, id));
  if (!event) return undefined;
  const { capacity, cancelledReason } = event;
  return { ...card, capacity, cancelledReason, closesAt: closesAt(event), agenda: await agendaOf(db, id) };
}

/** The agenda in the order of time; organisations without a public page are named and not linked. */
export async function agendaOf(db: Db, eventId: number): Promise<AgendaItemView[]> {
  const items = await db
    .select()
    .from(agendaItems)
    .where(eq(agendaItems.eventId, eventId))
    .orderBy(asc(agendaItems.beginsAt), asc(agendaItems.roomZh), asc(agendaItems.id));
  const named = await speakersOf(
    db,
    items.map(({ id }) => id),
  );
  return items.map(({ id, beginsAt, endsAt, titleZh, titleEn, roomZh, roomEn }) => ({
    ...{ id, beginsAt, endsAt, title: inBoth(titleZh, titleEn), room: inBoth(roomZh, roomEn) },
    speakers: named.get(id) ?? [],
  }));
}

async function speakersOf(db: Db, items: readonly number[]): Promise<Map<number, SpeakerView[]>> {
  if (items.length === 0) return new Map();
  const isShown = and(eq(organisations.id, speakers.organisationId), eq(organisations.isPublic, true));
  const rows = await db
    .select({ speaker: speakers, id: organisations.id, nameZh: organisations.nameZh, nameEn: organisations.nameEn })
    .from(speakers)
    .leftJoin(organisations, isShown)
    .where(inArray(speakers.agendaItemId, [...items]))
    .orderBy(asc(speakers.agendaItemId), asc(speakers.position));
  const byItem = Map.groupBy(rows, ({ speaker }) => speaker.agendaItemId);
  return new Map(
    [...byItem].map(([item, all]) => [
      item,
      all.map(({ speaker, id, nameZh, nameEn }) => ({
        name: inBoth(speaker.nameZh, speaker.nameEn),
        organisation: nameZh === null ? inBoth(speaker.organisationName, '') : inBoth(nameZh, nameEn ?? ''),
        organisationId: id ?? undefined,
      })),
    ]),
  );
}
