import { sql } from 'drizzle-orm';
import { organisationsOf, theSystem, type Actor } from '#accounts/actor.ts';
import type { TwoText } from '#language/lang.ts';
import type { Database } from '#platform/database.server.ts';
import type { RegistrationState } from './registration.ts';

/** An event to come that one's organisation has to do with. */
export interface OwnEvent {
  readonly id: number;
  readonly title: TwoText;
  readonly beginsAt: Date;
  readonly isCancelled: boolean;
  /** Of whoever of the organisation is registered, the furthest. */
  readonly registered: Extract<RegistrationState, 'confirmed' | 'waiting'> | null;
  /** Whether a need or an offer of the organisation is shown there. */
  readonly isShown: boolean;
  /** When the organisation has agreed to talk with another there. */
  readonly meetings: readonly Date[];
}

type Found = {
  id: string;
  zh: string;
  en: string;
  begins: string;
  cancelled: boolean;
  registered: OwnEvent['registered'];
  shown: boolean;
  meetings: string[];
};

/**
 * Public events to come in which this person's organisations are registered, shown or have meetings. Registrations are
 * for the people of the event's zone, so the site itself looks, and answers for these organisations only.
 */
export async function ownEvents(database: Pick<Database, 'inTransaction'>, actor: Actor): Promise<OwnEvent[]> {
  const organisations = organisationsOf(actor);
  if (organisations.length === 0) return [];
  const mine = sql`any(${sql.param(organisations)}::bigint[])`;
  const rows = await database.inTransaction(theSystem, async (tx) => {
    const found = await tx.execute<Found>(sql`
      select event.id::text, title_zh as zh, coalesce(nullif(title_en, ''), title_zh) as en,
        to_json(event.begins_at)#>>'{}' as begins, event.state = 'cancelled' as cancelled, registered, shown, meetings
      from event
      cross join lateral (
        select min(registration.state) as registered from registration
        where event_id = event.id and organisation_id = ${mine} and registration.state in ('confirmed', 'waiting')) came
      cross join lateral (
        select exists (select from event_listing join listing on listing.id = listing_id
          where event_id = event.id and organisation_id = ${mine}) as shown) hung
      cross join lateral (
        select coalesce(json_agg(meeting_slot.begins_at order by meeting_slot.begins_at), '[]'::json) as meetings
        from meeting join meeting_slot on meeting_slot.id = slot_id
        where meeting.event_id = event.id and meeting.state = 'accepted'
          and (from_organisation_id = ${mine} or to_organisation_id = ${mine})) met
      where event.state <> 'draft' and event.ends_at > now() and (registered is not null or shown)
      order by event.begins_at, event.id limit 20`);
    return found.rows;
  });
  return rows.map(({ id, zh, en, begins, cancelled, registered, shown, meetings }) => ({
    ...{ id: Number(id), title: { zh, en }, beginsAt: new Date(begins), isCancelled: cancelled, registered },
    ...{ isShown: shown, meetings: meetings.map((at) => new Date(at)) },
  }));
}
