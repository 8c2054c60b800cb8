import { and, asc, desc, eq, gt, gte, inArray, lt, lte, ne, or, sql, type SQL } from 'drizzle-orm';
import type { TwoText } from '#language/lang.ts';
import { spokenName } from '#places/place.ts';
import { places } from '#places/tables.server.ts';
import type { Db } from '#platform/database.server.ts';
import { zones } from '#zones/tables.server.ts';
import { inBoth, type EventKind, type EventState } from './event.ts';
import { formatCursor, type EventQuery } from './list.ts';
import { events } from './tables.server.ts';

/** One event as lists show it. */
export interface EventCard {
  readonly id: number;
  readonly kind: EventKind;
  readonly state: EventState;
  readonly title: TwoText;
  readonly summary: TwoText;
  readonly venue: TwoText;
  readonly beginsAt: Date;
  readonly endsAt: Date;
  readonly zone: { readonly code: string; readonly name: TwoText };
  readonly city: { readonly code: string; readonly name: TwoText };
  readonly updatedAt: Date;
  readonly publishedAt: Date | null;
  readonly sequence: number;
  readonly sample: boolean;
}

export interface EventList {
  readonly cards: readonly EventCard[];
  /** Cursor of the next page; undefined on the last one. */
  readonly after: string | undefined;
}

const pageLength = 20;

/** Events everybody may see: those to come with the next one first, those past with the latest first. */
export async function listEvents(
  db: Db,
  { after, limit = pageLength, now, ...filter }: EventQuery & { now: Date; limit?: number },
): Promise<EventList> {
  const isPast = filter.view === 'past';
  const order = isPast ? desc : asc;
  const rows = await selectCards(db)
    .where(and(isPublic, ...conditions(filter, now), after && behind(after, isPast)))
    .orderBy(order(events.beginsAt), order(events.id))
    .limit(limit + 1);
  const cards = rows.slice(0, limit).map(cardOf);
  const last = rows.length > limit ? cards.at(-1) : undefined;
  return { cards, after: last && formatCursor(last) };
}

/** Those that anybody may know of. */
export const isPublic = ne(events.state, 'draft');

const behind = ({ beginsAt, id }: { beginsAt: Date; id: number }, isPast: boolean) => {
  const further = isPast ? lt : gt;
  return or(further(events.beginsAt, beginsAt), and(eq(events.beginsAt, beginsAt), further(events.id, id)));
};

function conditions({ view, kind, zone, province, month }: Omit<EventQuery, 'after'>, now: Date): (SQL | undefined)[] {
  return [
    view === 'past' ? lte(events.endsAt, now) : gt(events.endsAt, now),
    kind ? eq(events.kind, kind) : undefined,
    zone ? eq(events.zoneCode, zone) : undefined,
    province ? inArray(events.zoneCode, sql`(select code from zone where province_code = ${province})`) : undefined,
    ...(month ? monthConditions(month) : []),
  ];
}

/** A month on China's calendar. */
function monthConditions(month: string): SQL[] {
  const first = new Date(`${month}-01T00:00:00+08:00`);
  const [year, number] = month.split('-').map(Number);
  const next = new Date(Date.UTC(year ?? 0, number ?? 0, 1) - 8 * 3_600_000);
  return [gte(events.beginsAt, first), lt(events.beginsAt, next)];
}

/** Some events by their ids, soonest first. */
export async function eventCards(db: Db, where: SQL | undefined, limit: number): Promise<EventCard[]> {
  const rows = await selectCards(db).where(where).orderBy(asc(events.beginsAt), asc(events.id)).limit(limit);
  return rows.map(cardOf);
}

function selectCards(db: Db) {
  return db
    .select({ event: events, zone: zones, place: places })
    .from(events)
    .innerJoin(zones, eq(zones.code, events.zoneCode))
    .innerJoin(places, sql`${places.code} = coalesce(${zones.cityCode}, ${zones.provinceCode})`)
    .$dynamic();
}

export function cardOf({ event, zone, place }: Awaited<ReturnType<typeof selectCards>>[number]): EventCard {
  const { id, kind, state, beginsAt, endsAt, updatedAt, publishedAt, sequence, sample } = event;
  return {
    ...{ id, kind, state, beginsAt, endsAt, updatedAt, publishedAt, sequence, sample },
    title: inBoth(event.titleZh, event.titleEn),
    summary: inBoth(event.summaryZh, event.summaryEn),
    venue: inBoth(event.venueZh, event.venueEn),
    zone: { code: zone.code, name: { zh: zone.nameZh, en: zone.nameEn } },
    city: { code: place.code, name: { zh: spokenName(place.nameZh), en: place.nameEn } },
  };
}
