import type { Lang } from '#language/lang.ts';
import type { Db } from '#platform/database.server.ts';
import { candidatesFor, expected, filterLexemes, groupQuery, poolSize, type Asked } from './candidates.server.ts';
import { facets as facetNames, type Facet, type Filters } from './filter.ts';
import { excludedLexemes, groupsOf, type Group } from './groups.server.ts';
import { hitsFor, type Hit } from './hits.server.ts';
import { meaningPlaces } from './place-words.server.ts';
import { parseQuery, type Query } from './query.ts';
import { mostRows, rank, type Ranking } from './rank.server.ts';
import { statisticsOf, type Statistics } from './statistics.server.ts';

export interface Wanted {
  readonly text: string;
  readonly lang: Lang;
  readonly filters?: Filters;
  /** Hits to pass over: pages reach as far as what was ranked. */
  readonly offset?: number;
  readonly limit?: number;
}

export interface FacetCount {
  readonly value: string;
  readonly count: number;
}

export interface Found {
  readonly hits: readonly Hit[];
  /** Records found; when `exact` is false, these are the newest and there are more. */
  readonly total: number;
  readonly exact: boolean;
  /** True when no record held everything that was asked for, so these hold most of it. */
  readonly partly: boolean;
  readonly facets: Readonly<Record<Facet, readonly FacetCount[]>>;
}

/**
 * When hits with every word are fewer than this, those with most of the words are shown too. A question in a sentence
 * holds words that no answer repeats; who types two or three words means them.
 */
function tooFew(groups: readonly Group[]): number {
  return groups.length > 3 ? 5 : 1;
}

const leastShare = 0.05;

interface Search {
  readonly db: Db;
  readonly wanted: Wanted;
  readonly query: Query;
  readonly groups: readonly Group[];
  readonly statistics: Statistics;
}

/** Looks for records: with every word first, with most of them when that finds too little. */
export async function findHits(db: Db, wanted: Wanted): Promise<Found> {
  const query = parseQuery(wanted.text);
  const [groups, statistics] = await Promise.all([meaningPlaces(db, groupsOf(query)), statisticsOf(db)]);
  const search = { db, wanted, query, groups, statistics };
  if (isEmpty(search)) return nothing;
  const strict = await withAll(search);
  const loosen = strict.ranking.count < tooFew(search.groups) && search.groups.length > 1 && query.phrases.length === 0;
  const answer = loosen ? await withMost(search) : strict;
  const { ranking, exact } = answer.ranking.count > strict.ranking.count ? answer : strict;
  return {
    hits: await hitsFor(db, ranking.ids, marksOf(search)),
    total: ranking.count,
    exact,
    partly: ranking !== strict.ranking && strict.ranking.count === 0,
    facets: countsByFacet(ranking),
  };
}

const noFacets = Object.fromEntries(facetNames.map((facet) => [facet, []])) as unknown as Found['facets'];
const nothing: Found = { hits: [], total: 0, exact: true, partly: false, facets: noFacets };

function isEmpty({ wanted, query, groups }: Search): boolean {
  const asksForText = wanted.text.trim() !== '';
  const onlyMarks = asksForText && groups.length === 0 && query.without.length === 0;
  return onlyMarks || (!asksForText && Object.keys(wanted.filters ?? {}).length === 0);
}

interface Answer {
  readonly ranking: Ranking;
  /** False when only the newest months were looked at. */
  readonly allMonths: boolean;
  readonly exact: boolean;
}

/** Words that go together are more often in one text than chance says. */
const togetherness = 8;

async function withAll(search: Search): Promise<Answer> {
  const { groups, statistics, wanted } = search;
  const counts = [
    ...groups.map((group) => expected(group, statistics)),
    ...filterLexemes(wanted.filters ?? {}).map((lexeme) => statistics.holding(lexeme)),
  ];
  const most = Math.min(statistics.entries, ...counts);
  const byChance = counts.reduce(
    (share, count) => share * (count / Math.max(1, statistics.entries)),
    statistics.entries,
  );
  const rows = counts.length > 1 ? Math.min(most, byChance * togetherness) : most;
  const asked = { must: groups.map(groupQuery), rows, instead: wholeNames(search.query) };
  const first = await look(search, asked, 0);
  // An estimate can be wrong either way: all of the newest were cut off, or the months chosen hold almost nothing.
  const { looked } = first.ranking;
  if (looked >= mostRows && first.allMonths) return look(search, { ...asked, rows: Math.max(most, mostRows) }, 0);
  const few = !first.allMonths && looked < poolSize / 10;
  return few ? look(search, { ...asked, rows: (rows * (looked + 1)) / poolSize }, 0) : first;
}

/** Rows with any of the rarest words, as many words as a pool can hold; rank then puts those with most of them first. */
async function withMost(search: Search): Promise<Answer> {
  const { groups, statistics } = search;
  const byRarity = groups
    .map((group) => ({ group, rows: expected(group, statistics) }))
    .sort((one, other) => one.rows - other.rows);
  const chosen: Group[] = [];
  let rows = 0;
  for (const { group, rows: more } of byRarity) {
    if (chosen.length > 0 && rows + more > poolSize) break;
    chosen.push(group);
    rows += more;
  }
  const anyOf = `(${chosen.map(groupQuery).join(' | ')})`;
  return look(search, { must: [anyOf], rows, instead: wholeNames(search.query) }, leastShare);
}

async function look(search: Search, asked: Pick<Asked, 'must' | 'rows' | 'instead'>, least: number): Promise<Answer> {
  const { db, wanted, query, groups, statistics } = search;
  const candidates = candidatesFor(
    { ...asked, filters: wanted.filters ?? {}, without: excludedLexemes(query) },
    statistics,
  );
  const { offset = 0, limit = 20, lang } = wanted;
  const toRank = { candidates, groups, phrases: query.phrases, name: query.text, least, lang, offset, limit };
  const ranking = await rank(db, toRank, statistics);
  const allMonths = !candidates.newestOnly;
  return { ranking, allMonths, exact: allMonths && ranking.looked < mostRows };
}

/** A query may be a whole name, or its pinyin typed with blanks between the syllables. */
function wholeNames(query: Query): string[] {
  const joined = query.text.replaceAll(' ', '');
  return [`=${query.text}`, ...(/^[a-z]{2,60}$/.test(joined) ? [`~${joined}:*`] : [])];
}

function marksOf({ groups, query }: Search): string[] {
  return [...new Set([...groups.flatMap((group) => group.marks), ...query.phrases])];
}

function countsByFacet(ranking: Ranking): Found['facets'] {
  const counts = facetNames.map((name) => {
    const ofFacet = ranking.facets.filter(({ facet }) => facet === name);
    return [name, ofFacet.map(({ value, count }) => ({ value, count })).sort(byFacet(name))] as const;
  });
  return Object.fromEntries(counts) as unknown as Found['facets'];
}

/** Years run backwards; everything else by number of hits. */
function byFacet(facet: Facet) {
  return (one: FacetCount, other: FacetCount) =>
    facet === 'year'
      ? other.value.localeCompare(one.value)
      : other.count - one.count || one.value.localeCompare(other.value);
}
