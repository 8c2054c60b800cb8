import { and, asc, desc, eq, gte, ilike, inArray, or, sql, type SQL } from 'drizzle-orm';
import { zonesWhere, type Actor } from '#accounts/actor.ts';
import type { Asked } from '#lists/address.ts';
import { cursorAt, keysetOf, type SortKey } from '#lists/keyset.server.ts';
import { countedTo } from '#lists/list.ts';
import { places } from '#places/tables.server.ts';
import type { Tx } from '#platform/database.server.ts';
import { zones } from '#zones/tables.server.ts';
import { containing } from '#text/like.ts';
import { canKeepEvents, eventKinds, eventStates } from './event.ts';
import type { DeskEvent } from './event-list.ts';
import { typedEvent } from './fields.ts';
import { cardOf, eventCards, type EventCard } from './read-list.server.ts';
import { events } from './tables.server.ts';

const begins = sql`${events.beginsAt}`;
const sortKeys: Readonly<Record<string, SortKey>> = { begins: { by: begins, type: 'timestamptz' } };
const id = sql`${events.id}`;
const registered = sql<number>`(select count(*)::int from registration
  where registration.event_id = ${events.id} and state = 'confirmed')`;

/** The events of the zones this person keeps, a page at a time. */
export async function deskEvents(tx: Tx, actor: Actor, { limit = 50, ...asked }: Asked & { limit?: number }) {
  const keyset = keysetOf(asked, sortKeys, id);
  if (!keyset) throw new Error(`events are not sorted by ${asked.sort.key}`);
  const where = and(...conditions(actor, asked));
  const order = asked.sort.descending ? desc : asc;
  const rows = await tx
    .select({ event: events, zone: zones, place: places, registered, at: sql<string>`${events.beginsAt}::text` })
    .from(events)
    .innerJoin(zones, eq(zones.code, events.zoneCode))
    .innerJoin(places, sql`${places.code} = coalesce(${zones.cityCode}, ${zones.provinceCode})`)
    .where(and(where, keyset.where))
    .orderBy(order(events.beginsAt), order(events.id))
    .limit(limit + 1);
  const [counted] = await tx.select({ total: sql<number>`count(*)::int` }).from(
    tx
      .select({ id: events.id })
      .from(events)
      .where(where)
      .limit(countedTo + 1)
      .as('found'),
  );
  const last = rows.length > limit ? rows[limit - 1] : undefined;
  return {
    events: rows.slice(0, limit).map((row): DeskEvent => {
      return { ...cardOf(row), registered: row.registered, typed: typedEvent(row.event) };
    }),
    next: last && cursorAt(last.at, String(last.event.id)),
    total: counted?.total ?? 0,
  };
}

function conditions(actor: Actor, { filters: { q, state, kind, from, when, zone } }: Asked): (SQL | undefined)[] {
  return [
    keptEvents(actor),
    q ? named(q) : undefined,
    state
      ? inArray(
          events.state,
          eventStates.filter((one) => one === state),
        )
      : undefined,
    kind
      ? inArray(
          events.kind,
          eventKinds.filter((one) => one === kind),
        )
      : undefined,
    zone ? eq(events.zoneCode, zone) : undefined,
    when ? sql`(${events.endsAt} > now()) = ${when === 'coming'}` : undefined,
    from ? gte(events.beginsAt, new Date(`${from}T00:00:00+08:00`)) : undefined,
  ];
}

/** The zones whose events this person keeps; undefined for an operator, who keeps those of all. */
export function zonesOfEvents(actor: Actor): string[] | undefined {
  return zonesWhere(actor, (zone) => canKeepEvents(actor, zone));
}

/** Of zones whose events the actor keeps: public events of other zones are on their public pages. */
export function keptEvents(actor: Actor): SQL | undefined {
  const own = zonesOfEvents(actor);
  return own && inArray(events.zoneCode, own);
}

function named(text: string): SQL | undefined {
  const like = containing(text);
  return or(ilike(events.titleZh, like), ilike(events.titleEn, like), ilike(events.venueZh, like));
}

export type KeptEvent = EventCard & { readonly row: typeof events.$inferSelect };

/** An event as those who keep it see it; undefined for another zone's, as when there is none. */
export async function eventOfDesk(tx: Tx, actor: Actor, eventId: number): Promise<KeptEvent | undefined> {
  const [row] = await tx.select().from(events).where(eq(events.id, eventId));
  if (!row || !canKeepEvents(actor, row.zoneCode)) return undefined;
  const [card] = await eventCards(tx, eq(events.id, eventId), 1);
  return card && { ...card, row };
}
