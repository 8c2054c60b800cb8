import { sql } from 'drizzle-orm';
import type { Context, Decline } from '#matching/context.ts';
import type { Prepared } from '#matching/prepare.ts';
import { rarity, type Statistics } from '#matching/statistics.ts';
import type { Db } from '#platform/database.server.ts';
import { keyOf } from './match-document.ts';

/** So many of the rarest words of a text find whoever could fit it; so many of those found are looked at closely. */
const termsAsked = 40;
const mostCandidates = 200;

/** What the collection knows of these terms. */
export async function statisticsFor(db: Db, terms: Iterable<string>): Promise<Statistics> {
  const wanted = [...new Set(terms)];
  const { rows } = await db.execute<{ term: string; documents: number }>(
    sql`select term, documents from match_term where term = any(${sql.param(wanted)}::text[]) and documents > 1`,
  );
  const { rows: all } = await db.execute<{ count: number }>(sql`select count(*)::int as count from match_document`);
  return { documents: all[0]?.count ?? 0, holding: new Map(rows.map(({ term, documents }) => [term, documents])) };
}

export interface Candidates {
  readonly listings: readonly number[];
  readonly institutes: readonly number[];
}

/** Whoever shares words with a document, the most of them first: offers and institutes for a need, needs for an offer. */
export async function candidatesFor(db: Db, asked: Prepared): Promise<Candidates> {
  const statistics = await statisticsFor(db, asked.terms.keys());
  const shared = [...asked.terms.keys()].filter((term) => statistics.holding.has(term));
  const rarest = shared.toSorted((a, b) => rarity(b, statistics) - rarity(a, statistics)).slice(0, termsAsked);
  if (rarest.length === 0) return { listings: [], institutes: [] };
  const roles = asked.document.role === 'need' ? ['offer', 'institute'] : ['need'];
  const { rows } = await db.execute<{ listing: string | null; institute: string | null }>(sql`
    select listing_id::text as listing, institute_id::text as institute from match_document
    where role = any(${sql.param(roles)}::text[]) and terms && ${sql.param(rarest)}::text[]
    order by (select count(*) from unnest(terms) term where term = any(${sql.param(rarest)}::text[])) desc, id
    limit ${mostCandidates}`);
  return {
    listings: rows.flatMap(({ listing }) => (listing === null ? [] : [Number(listing)])),
    institutes: rows.flatMap(({ institute }) => (institute === null ? [] : [Number(institute)])),
  };
}

/** What ranking knows of what became of earlier ones, for the organisations at hand. */
export async function pastOf(
  db: Db,
  organisations: readonly string[],
): Promise<Required<Pick<Context, 'declines' | 'outcomes'>>> {
  const ids = sql`any(${sql.param(organisations)}::bigint[])`;
  const { rows: declined } = await db.execute<{
    need: string;
    offer: string | null;
    organisation: string;
    reason: string;
  }>(sql`
    select need_id::text as need, offer_id::text as offer, offer_organisation_id::text as organisation, end_reason as reason
    from connection where state = 'ended' and offer_organisation_id = ${ids}`);
  const { rows: counted } = await db.execute<{ organisation: string; agreements: number; ended: number }>(sql`
    select organisation::text, count(*) filter (where state = 'agreement')::int as agreements,
      count(*) filter (where state = 'ended')::int as ended
    from connection, unnest(array[need_organisation_id, offer_organisation_id]) organisation
    where organisation = ${ids} and (need_organisation_id = ${ids} or offer_organisation_id = ${ids})
      and state in ('agreement', 'ended') group by organisation`);
  const declines = declined.map(({ need, offer, organisation, reason }): Decline => {
    const other = offer === null ? keyOf('institute', Number(organisation)) : keyOf('offer', Number(offer));
    return { need: keyOf('need', Number(need)), offer: other, organisation, reason };
  });
  const outcomes = counted.map(({ organisation, agreements, ended }) => [organisation, { agreements, ended }] as const);
  return { declines, outcomes: new Map(outcomes) };
}
