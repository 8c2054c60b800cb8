import { and, eq, or, sql } from 'drizzle-orm';
import type { Suggestion } from '#matching/suggestion.ts';
import { notifyChanged } from '#platform/changed.server.ts';
import type { Tx } from '#platform/database.server.ts';
import { idIn } from './match-document.ts';
import { reasonsOf } from './reasons.ts';
import type { MatchListing } from './read-match-documents.server.ts';
import { connections } from './tables.server.ts';

/** So many are suggested for a listing. */
const mostSuggested = 10;

/** Keeps the best suggestions for a listing, renews those of the other side, and drops what no longer fits. */
export async function keepSuggestions(tx: Tx, listing: MatchListing, ranked: readonly Suggestion[]): Promise<void> {
  const before = await tx
    .select({
      id: connections.id,
      needId: connections.needId,
      offerId: connections.offerId,
      institute: connections.offerOrganisationId,
    })
    .from(connections)
    .where(and(ofListing(listing.id), eq(connections.state, 'suggested')));
  const keys = new Map(before.map((row) => [keyFor(listing, row), row.id]));
  const kept = ranked.filter(({ id }, place) => place < mostSuggested || keys.has(id));
  await put(tx, listing, kept);
  const stay = new Set(kept.map(({ id }) => id));
  const drop = [...keys].flatMap(([key, id]) => (stay.has(key) ? [] : [id]));
  await dropUnlisted(tx, drop, listing.id);
  // Public pages and the API say what fits: they are drawn anew.
  const others = [...new Set([...keys.keys(), ...stay])].map(idIn).filter(({ role }) => role !== 'institute');
  await notifyChanged(tx, ['funnel', ...[listing, ...others].map(({ id }) => `listing:${id}`)]);
}

/** Nothing is suggested for a listing any more; what people have begun goes on. */
export async function dropSuggestions(tx: Tx, listing: number): Promise<void> {
  await tx.delete(connections).where(and(ofListing(listing), eq(connections.state, 'suggested')));
}

const ofListing = (id: number) => or(eq(connections.needId, id), eq(connections.offerId, id));

function keyFor({ side }: MatchListing, row: { needId: number; offerId: number | null; institute: number }): string {
  if (side === 'offer') return `need:${row.needId}`;
  return row.offerId === null ? `institute:${row.institute}` : `offer:${row.offerId}`;
}

/** A pair that people have begun, or declined, stays as they left it: only a suggestion is renewed. */
async function put(tx: Tx, listing: MatchListing, suggestions: readonly Suggestion[]): Promise<void> {
  if (suggestions.length === 0) return;
  const rows = suggestions.map((suggestion) => {
    const { role, id } = idIn(suggestion.id);
    return { role, id, score: suggestion.score, reasons: reasonsOf(suggestion) };
  });
  await tx.execute(sql`
    insert into connection (need_id, offer_id, need_organisation_id, offer_organisation_id, need_zone_code, offer_zone_code,
      origin, score, reasons, sample)
    select need.id, offer.id, need.organisation_id, coalesce(offer.organisation_id, institute.id), need.zone_code,
      coalesce(offer.zone_code, institute.zone_code), 'matching', found.score, found.reasons,
      need.sample or coalesce(offer.sample, institute.sample)
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as found (role text, id bigint, score real, reasons jsonb)
    join listing need on need.id = case when found.role = 'need' then found.id else ${listing.id}::bigint end
    left join listing offer on offer.id = case found.role when 'offer' then found.id when 'need' then ${listing.id}::bigint end
    left join organisation institute on found.role = 'institute' and institute.id = found.id
    on conflict (need_id, offer_organisation_id, offer_id) do update
      set score = excluded.score, reasons = excluded.reasons where connection.state = 'suggested'`);
}

/** Drops suggestions that no longer fit, and those that are among the best of neither side. */
async function dropUnlisted(tx: Tx, ids: readonly number[], listing: number): Promise<void> {
  await tx.execute(sql`
    with beside as (
      select id, row_number() over (partition by need_id order by score desc, id) as for_need,
        row_number() over (partition by offer_organisation_id, offer_id order by score desc, id) as for_offer
      from connection where state = 'suggested' and (
        need_id in (select need_id from connection where need_id = ${listing} or offer_id = ${listing})
        or offer_id in (select offer_id from connection where need_id = ${listing} or offer_id = ${listing})))
    delete from connection using beside where connection.id = beside.id and state = 'suggested' and broker_id is null
      and (need_id = ${listing} or offer_id = ${listing})
      and (connection.id = any(${sql.param(ids)}::bigint[])
        or (for_need > ${mostSuggested} and for_offer > ${mostSuggested}))`);
}
