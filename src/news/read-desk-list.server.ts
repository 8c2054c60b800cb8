import { sql, type SQL } from 'drizzle-orm';
import type { Actor } from '#accounts/actor.ts';
import type { Asked } from '#lists/address.ts';
import { cursorAt, keysetOf, type SortKey } from '#lists/keyset.server.ts';
import { countedTo } from '#lists/list.ts';
import type { Tx } from '#platform/database.server.ts';
import type { State, WorkState } from '#publishing/state.ts';
import { containing } from '#text/like.ts';
import { zonesOfDesk, type DeskArticle } from './desk-list.ts';

const sortKeys: Readonly<Record<string, SortKey>> = {
  updated: { by: sql`article.updated_at`, type: 'timestamptz' },
  published: { by: sql`coalesce(article.published_at, '-infinity'::timestamptz)`, type: 'timestamptz' },
  id: { by: sql`article.id`, type: 'bigint' },
};

export interface DeskArticles {
  readonly articles: readonly DeskArticle[];
  readonly next: string | undefined;
  /** Counted as far as `countedTo`. */
  readonly total: number;
}

type Found = {
  id: string;
  state: State;
  proposal: WorkState | null;
  title: string;
  source: string;
  zone: string | null;
  zone_zh: string | null;
  zone_en: string | null;
  column_zh: string | null;
  column_en: string | null;
  english: DeskArticle['english'];
  questions: number;
  published_at: string | null;
  updated_at: string;
  sort_value: string;
};

/** The articles of the actor's zones as the address asks for them, a page at a time. */
export async function deskArticles(
  tx: Tx,
  actor: Actor,
  { limit = 50, ...asked }: Asked & { limit?: number },
): Promise<DeskArticles> {
  const keyset = keysetOf(asked, sortKeys, sql`article.id`);
  if (!keyset) throw new Error(`articles are not sorted by ${asked.sort.key}`);
  const where = conditions(actor, asked);
  const rows = await pageOf(tx, { where: [...where, ...(keyset.where ? [keyset.where] : [])], asked, limit });
  // A list that fits on its first page is counted already: a rare title is looked for in all articles only once.
  const isAll = asked.after === undefined && rows.length <= limit;
  const last = rows.length > limit ? rows[limit - 1] : undefined;
  return {
    articles: rows.slice(0, limit).map(articleOf),
    next: last && cursorAt(last.sort_value, last.id),
    total: isAll ? rows.length : await countOf(tx, where),
  };
}

async function countOf(tx: Tx, where: readonly SQL[]): Promise<number> {
  const { rows } = await tx.execute<{ total: number }>(sql`select count(*)::int as total
    from (select from article where ${sql.join([...where], sql` and `)} limit ${countedTo + 1}) found`);
  return rows[0]?.total ?? 0;
}

/** The narrow table is cut to its page before words are looked up for it. */
async function pageOf(tx: Tx, { where, asked, limit }: { where: readonly SQL[]; asked: Asked; limit: number }) {
  const keyset = keysetOf(asked, sortKeys, sql`article.id`);
  const by = sortKeys[asked.sort.key]?.by ?? sql`article.id`;
  const { rows } = await tx.execute<Found>(sql`
    with page as materialized (
      select article.*, (${by})::text as sort_value from article
      where ${sql.join([...where], sql` and `)} order by ${keyset?.orderBy} limit ${limit + 1})
    select article.id, article.state, article.proposal, article.sort_value, article.updated_at::text,
      article.published_at::text, article.english, original.title, original.source,
      zone.code as zone, zone.name_zh as zone_zh, zone.name_en as zone_en,
      news_column.name_zh as column_zh, news_column.name_en as column_en,
      (select count(*)::int from article_question where article_id = article.id and answered_at is null) as questions
    from page article
    join edition original on original.article_id = article.id and original.original
    left join zone on zone.code = article.zone_code
    left join news_column on news_column.slug = article.column_slug
    order by ${keyset?.orderBy}`);
  return rows;
}

function articleOf(row: Found): DeskArticle {
  return {
    ...{ id: Number(row.id), state: row.state, proposal: row.proposal, title: row.title, source: row.source },
    zone: row.zone === null ? undefined : { code: row.zone, name: names(row.zone_zh, row.zone_en) },
    column: row.column_zh === null ? undefined : names(row.column_zh, row.column_en),
    english: row.english,
    questions: row.questions,
    publishedAt: row.published_at === null ? null : new Date(row.published_at),
    updatedAt: new Date(row.updated_at),
  };
}

function names(zh: string | null, en: string | null) {
  return { zh: zh ?? '', en: en ?? '' };
}

function conditions(actor: Actor, { filters }: Asked): SQL[] {
  const zones = zonesOfDesk(actor);
  const mine = zones ? [sql`article.zone_code = any(${sql.param(zones)})`] : [];
  const asked = Object.entries(filters).flatMap(([key, value]) => filterBy[key]?.(value) ?? []);
  // What was deleted is shown to who looks for it.
  const state = filters['state'] === undefined ? [sql`article.state <> 'removed'`] : [];
  return [...mine, ...state, ...asked];
}

const day = 24 * 60 * 60 * 1000;
const dayInChina = (text: string) => new Date(`${text}T00:00:00+08:00`);

const filterBy: Readonly<Record<string, (value: string) => SQL>> = {
  q: (value) => sql`article.title_key like ${containing(value.toLowerCase())}`,
  state: (value) => sql`(article.state = ${value} or article.proposal = ${value})`,
  column: (value) => sql`article.column_slug = ${value}`,
  zone: (value) => sql`article.zone_code = ${value}`,
  english: (value) => sql`article.english = ${value}`,
  from: (value) => sql`article.updated_at >= ${dayInChina(value)}`,
  to: (value) => sql`article.updated_at < ${new Date(dayInChina(value).getTime() + day)}`,
};
