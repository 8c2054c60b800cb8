import { sql, type SQL } from 'drizzle-orm';
import { groupQuery } from '#search/candidates.server.ts';
import { excludedLexemes, groupsOf, type Group } from '#search/groups.server.ts';
import { quoted } from '#search/lexemes.server.ts';
import { parseQuery } from '#search/query.ts';
import { containing } from '#text/like.ts';
import { facetKeys, type BoardFilter, type FacetKey } from './board.ts';
import type { Side } from './listing.ts';

/** What is asked of a board; `today` decides what a deadline is still far from. */
export interface BoardQuestion {
  readonly side: Side;
  readonly filter: BoardFilter;
  /** `2026-09-11`, on China's clock. */
  readonly today: string;
}

/**
 * Everything on a board with what it can be found, counted and sorted by: only what `public.ts` shows of it, so that
 * nobody learns by a filter what no page says. A test holds the two together.
 */
export function boardRows(side: Side): SQL {
  return sql`(
    select l.id, l.side, l.kind, l.state, l.industries, l.published_at, l.expires_at, l.deadline, l.reference,
      case when l.state <> 'published' then 'over' when l.is_open then 'open' else 'shut' end as interest,
      array(select e.lang from listing_edition e where e.listing_id = l.id) as languages,
      case when l.secrecy = 'open' then l.cooperation else '{}' end as cooperation,
      case when l.secrecy = 'open' then l.stage end as stage,
      case when l.secrecy = 'open' then coalesce(l.budget_high, l.budget_low) end as budget,
      z.province_code as province, case when o.id is not null then l.zone_code end as zone,
      o.name_zh as organisation_zh, o.name_en as organisation_en
    from listing l
    left join zone z on z.code = l.zone_code and l.secrecy = 'open'
    left join organisation o on o.id = l.organisation_id and o.is_public and o.merged_into is null
      and l.secrecy = 'open' and not l.is_anonymous
    where l.side = ${side} and l.state in ('published', 'closed', 'expired') and l.secrecy <> 'confidential')`;
}

/** How many days away the deadline is, in bands. */
function deadlineBand(today: string): SQL {
  const within = (days: number) => sql`b.deadline <= ${today}::date + ${sql.raw(String(days))}`;
  return sql`case when b.deadline is null then 'none' when b.deadline < ${today}::date then 'passed'
    when ${within(30)} then '30' when ${within(90)} then '90' when ${within(365)} then '365' else 'later' end`;
}

/** What each filter compares; three of them are lists, of which one value must be the one asked for. */
export function facetValue(key: FacetKey, today: string): SQL {
  if (key === 'deadline') return deadlineBand(today);
  return sql.raw(`b.${isList(key) ? listColumn[key] : key}`);
}

const listColumn = { industry: 'industries', cooperation: 'cooperation', language: 'languages' } as const;

export function isList(key: FacetKey): key is keyof typeof listColumn {
  return key in listColumn;
}

/** The conditions of the chosen values; one facet can be left out to count what its other values would show. */
export function chosen({ side, filter, today }: BoardQuestion, without?: FacetKey): SQL {
  const all = facetKeys[side].flatMap((key) => {
    const value = filter[key];
    if (!value || key === without) return [];
    const compared = facetValue(key, today);
    return [isList(key) ? sql`${value} = any(${compared})` : sql`${compared} = ${value}`];
  });
  // What is over is a record: it shows where it is asked for.
  const current = filter.interest || without === 'interest' ? [] : [sql`b.interest <> 'over'`];
  return all.length + current.length === 0 ? sql`true` : sql.join([...current, ...all], sql` and `);
}

/** Every word stands in a text, in either language, or in the name of the organisation; or it is the reference. */
export function holdsWords({ side, filter: { q } }: BoardQuestion): SQL {
  if (!q) return sql`true`;
  const query = parseQuery(q);
  const groups = groupsOf(query);
  if (groups.length === 0) return sql`false`;
  const all = groups.map(
    (group) => sql`b.id in (${holding(side, groupQuery(group))} union all ${ofOrganisation(side, group)})`,
  );
  const none = excludedLexemes(query).map(
    (lexemes) => sql`b.id not in (${holding(side, lexemes.map(quoted).join(' & '))})`,
  );
  return sql`(b.reference = ${q.trim().toUpperCase()} or (${sql.join([...all, ...none], sql` and `)}))`;
}

function holding(side: Side, tsquery: string): SQL {
  return sql`select record::bigint from search_entry where kind = ${side} and terms @@ ${`(${tsquery}) & '@kind:${side}'`}::tsquery`;
}

/** The name is no word of the entry: it can change, and stop being public, without the listing. */
function ofOrganisation(side: Side, { marks }: Group): SQL {
  const likes = sql.param(marks.map((mark) => containing(mark)));
  return sql`select named.id from ${boardRows(side)} named
    where named.organisation_zh ilike any(${likes}) or named.organisation_en ilike any(${likes})`;
}
