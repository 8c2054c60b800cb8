import { sql } from 'drizzle-orm';
import { theSystem } from '#accounts/actor.ts';
import type { ConnectionState } from '#connections/state.ts';
import type { Lang, TwoText } from '#language/lang.ts';
import type { Database, Tx } from '#platform/database.server.ts';
import { inBoth } from './event.ts';
import { publicOutcome, type EventOutcome, type PublicOutcome } from './outcome.ts';

/** What everybody may know of what came of an event: counts and a sum, and nobody's name. */
export async function outcomeForAll(database: Database, eventId: number): Promise<PublicOutcome> {
  return publicOutcome(await database.inTransaction(theSystem, (tx) => outcomeOf(tx, eventId)));
}

type Counted = { attended: number; proposed: number; agreed: number; amount: string };

/** Counted from the connections that say they came of it. An amount counts once both sides confirmed it. */
export async function outcomeOf(tx: Tx, eventId: number): Promise<EventOutcome> {
  const { rows } = await tx.execute<Counted>(sql`
    select coalesce((select kept_attended from event where id = ${eventId}),
        (select count(checked_in_at)::int from registration where event_id = ${eventId})) as attended,
      (select count(*)::int from connection where event_id = ${eventId} and proposed_at is not null) as proposed,
      (select count(*)::int from connection where event_id = ${eventId} and state = 'agreement') as agreed,
      (select coalesce(sum(increment), 0) from connection_amount join connection on connection.id = connection_id
        where event_id = ${eventId} and state = 'agreement' and connection_amount.withdrawn_at is null
          and need_confirmed_at is not null and offer_confirmed_at is not null) as amount`);
  const { attended = 0, proposed = 0, agreed = 0, amount = '0' } = rows[0] ?? {};
  return { attended, proposed, agreed, amount: Number(amount) };
}

/** A need and an offer, or an institute without one, of two organisations that met. */
export interface ContactPair {
  readonly key: string;
  readonly needId: number;
  readonly offerId: number | null;
  readonly offerOrganisationId: number;
  readonly needTitle: string;
  readonly offerTitle: string | null;
  readonly needOrganisation: TwoText;
  readonly offerOrganisation: TwoText;
  readonly connectionId: number | null;
  readonly state: ConnectionState | null;
}

type Row = {
  need_id: string;
  offer_id: string | null;
  offer_organisation_id: string;
  need_title: string;
  offer_title: string | null;
  need_zh: string;
  need_en: string;
  offer_zh: string;
  offer_en: string;
  connection_id: string | null;
  state: ConnectionState | null;
};

const mostPairs = 500;

/**
 * What those who met, or marked each other, could do for each other. Of a side that presented something at the event it is
 * that; of others whatever they have open.
 */
export async function contactPairs(tx: Tx, eventId: number, lang: Lang = 'zh'): Promise<ContactPair[]> {
  const { rows } = await tx.execute<Row>(sql`
    with met as (
      select registration.organisation_id as a, event_contact.organisation_id as b
        from event_contact join registration on registration.id = registration_id where event_contact.event_id = ${eventId}
      union select from_organisation_id, to_organisation_id from meeting join meeting_slot on meeting_slot.id = slot_id
        where meeting.event_id = ${eventId} and state = 'accepted' and meeting_slot.begins_at <= now()),
    pair as (select a, b from met where a is not null and a <> b union select b, a from met where a is not null and a <> b),
    open as (
      select listing.*, rank() over (partition by organisation_id, side order by exists (select from event_listing
        where event_id = ${eventId} and listing_id = listing.id) desc) as place
      from listing where state = 'published' and is_open and organisation_id in (select a from pair)),
    named as (select distinct on (listing_id) listing_id, title from listing_edition
      where listing_id in (select id from open) order by listing_id, lang = ${lang} desc)
    select need.id as need_id, offer.id as offer_id, pair.b as offer_organisation_id, need_named.title as need_title,
      offer_named.title as offer_title, asking.name_zh as need_zh, asking.name_en as need_en,
      giving.name_zh as offer_zh, giving.name_en as offer_en, connection.id as connection_id, connection.state
    from pair
      join open need on need.organisation_id = pair.a and need.side = 'need' and need.place = 1
      join named need_named on need_named.listing_id = need.id
      join organisation asking on asking.id = pair.a
      join organisation giving on giving.id = pair.b
      left join open offer on offer.organisation_id = pair.b and offer.side = 'offer' and offer.place = 1
      left join named offer_named on offer_named.listing_id = offer.id
      left join connection on connection.need_id = need.id and connection.offer_organisation_id = pair.b
        and connection.offer_id is not distinct from offer.id
    where offer.id is not null or giving.kind = 'institute'
    order by need.id, pair.b, offer.id limit ${mostPairs}`);
  return rows.map(pairOf);
}

function pairOf(row: Row): ContactPair {
  const number = (text: string | null) => (text === null ? null : Number(text));
  return {
    key: `${row.need_id}-${row.offer_organisation_id}-${row.offer_id ?? ''}`,
    needId: Number(row.need_id),
    offerId: number(row.offer_id),
    offerOrganisationId: Number(row.offer_organisation_id),
    needTitle: row.need_title,
    offerTitle: row.offer_title,
    needOrganisation: inBoth(row.need_zh, row.need_en),
    offerOrganisation: inBoth(row.offer_zh, row.offer_en),
    connectionId: number(row.connection_id),
    state: row.state,
  };
}
