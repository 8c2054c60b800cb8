import { sql, type SQL } from 'drizzle-orm';
import { dateOf } from '#language/dates.ts';
import type { Lang } from '#language/lang.ts';
import type { Db } from '#platform/database.server.ts';
import { facetKeys, formatCursor, type BoardQuery, type Sort } from './board.ts';
import type { CountedValue } from './board-facets.ts';
import type { Side } from './listing.ts';
import type { ShownCard } from './public.ts';
import { boardRows, chosen, facetValue, holdsWords, isList, type BoardQuestion } from './read-board-rows.server.ts';
import { shownCards } from './read-cards.server.ts';

type FacetRow = Omit<CountedValue, 'name'> & { zh: string | null; en: string | null } & Record<string, unknown>;

/** How many listings each value of each filter would show with the other filters as they are, and how many there are now. */
export async function countBoard(db: Db, question: BoardQuestion): Promise<CountedValue[]> {
  const { side, today, filter } = question;
  const parts = facetKeys[side].map((key) => {
    const value = facetValue(key, today);
    const [shown, from] = isList(key) ? [sql`item`, sql`, unnest(${value}) item`] : [value, sql``];
    return sql`select ${sql.raw(`'${key}'`)} as facet, ${shown} as value, count(*)::int as count from found b${from}
      where ${chosen(question, key)} and ${shown} is not null group by 2`;
  });
  const total = sql`select 'total', 'total', count(*)::int from found b where ${chosen(question)}`;
  const { rows } = await db.execute<FacetRow>(sql`
    with found as ${filter.q ? sql`materialized` : sql`not materialized`}
      (select * from ${boardRows(side)} b where ${holdsWords(question)})
    select counted.*, coalesce(place.name_zh, zone.name_zh, industry.name_zh) as zh,
      coalesce(place.name_en, zone.name_en, industry.name_en) as en
    from (${sql.join([...parts, total], sql` union all `)}) counted
    left join place on facet = 'province' and place.code = value
    left join zone on facet = 'zone' and zone.code = value
    left join industry on facet = 'industry' and industry.code = value
    order by facet, count desc, value`);
  return rows.map(({ zh, en, ...row }) => ({ ...row, name: zh === null ? undefined : { zh, en: en ?? zh } }));
}

export interface BoardPage {
  readonly cards: readonly ShownCard[];
  /** Where the next page begins; undefined on the last one. */
  readonly after: string | undefined;
}

export const pageSize = 20;

export type BoardAsked = BoardQuery & { readonly now: Date; readonly limit?: number };

/** One page of a board. */
export async function listBoard(db: Db, lang: Lang, query: BoardAsked): Promise<BoardPage> {
  const { sort, after, limit = pageSize } = query;
  const { key, direction, behind } = orders[sort];
  const question = questionOf(query);
  const from = after ? behind(question.today, after) : sql`true`;
  const { rows } = await db.execute<{ id: string; key: string }>(sql`
    select b.id, ${key(question.today)} as key from ${boardRows(query.side)} b
    where ${chosen(question)} and ${holdsWords(question)} and ${from}
    order by ${direction(question.today)} limit ${limit + 1}`);
  const shown = rows.slice(0, limit).map((row) => ({ key: row.key, id: Number(row.id) }));
  const last = rows.length > limit ? shown.at(-1) : undefined;
  return {
    cards: await shownCards(
      db,
      lang,
      shown.map(({ id }) => id),
    ),
    after: last && formatCursor(last),
  };
}

/** The newest that are open for interest: what the front page shows under Link. */
export async function newestListings(db: Db, lang: Lang, side: Side): Promise<readonly ShownCard[]> {
  const filter = { interest: 'open' };
  return (await listBoard(db, lang, { side, filter, sort: 'newest', now: new Date(), limit: 5 })).cards;
}

/** Everything that fits, for a file; what a board can hold is a few thousand. */
export async function wholeBoard(db: Db, lang: Lang, query: BoardAsked): Promise<readonly ShownCard[]> {
  return (await listBoard(db, lang, { ...query, after: undefined, limit: mostInFile })).cards;
}

const mostInFile = 20_000;

export function questionOf({ side, filter, now }: Pick<BoardAsked, 'side' | 'filter' | 'now'>): BoardQuestion {
  return { side, filter, today: dateOf(now) };
}

interface Order {
  readonly key: (today: string) => SQL;
  readonly direction: (today: string) => SQL;
  readonly behind: (today: string, after: { readonly key: string; readonly id: number }) => SQL;
}

/** Smallest first by a figure; the newer of two that are equal. */
function rising(key: (today: string) => SQL): Order {
  return {
    key: (today) => sql`${key(today)}::text`,
    direction: (today) => sql`${key(today)}, b.id desc`,
    behind: (today, after) => sql`(${key(today)}, -b.id) > (${after.key}::numeric, ${-after.id}::bigint)`,
  };
}

const orders: Readonly<Record<Sort, Order>> = {
  newest: {
    key: () => sql`(-extract(epoch from b.published_at) * 1000000)::bigint::text`,
    // As the index has it, so that the first page reads twenty rows and no more.
    direction: () => sql`b.published_at desc, b.id desc`,
    behind: (_today, { key, id }) =>
      sql`(b.published_at, b.id) < (timestamptz 'epoch' + -(${key}::numeric)::float8 * interval '1 microsecond', ${id}::bigint)`,
  },
  // By when a need must be solved, else when the listing ends; what has passed comes last.
  ending: rising(
    (
      today,
    ) => sql`(coalesce(case when b.deadline >= ${today}::date then b.deadline when b.deadline is not null then date '9999-12-31' end,
      (b.expires_at at time zone 'Asia/Shanghai')::date, date '9999-12-31') - date '1970-01-01')::numeric`,
  ),
  budget: rising(() => sql`(-coalesce(b.budget, -1))`),
};
