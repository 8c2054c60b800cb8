import { sql } from 'drizzle-orm';
import type { Actor } from '#accounts/actor.ts';
import { minuteOf } from '#language/dates.ts';
import type { Lang } from '#language/lang.ts';
import { articleListWords as words } from '#language/words/article-list.ts';
import type { Known } from '#lists/sheet.ts';
import type { Tx } from '#platform/database.server.ts';
import { allColumns } from './read-columns.server.ts';
import { zonesOfDesk, type DeskArticle } from './desk-list.ts';

type Found = {
  id: string;
  title_zh: string | null;
  title_en: string | null;
  column: string | null;
  source: string;
};

/** The articles of these ids that the actor works on, as a file knows them. Values are those of the file, not words. */
export async function knownArticles(tx: Tx, actor: Actor, ids: readonly string[]): Promise<Map<string, Known>> {
  const numbers = [...new Set(ids)].filter((id) => /^\d{1,15}$/.test(id)).map(Number);
  if (numbers.length === 0) return new Map();
  const zones = zonesOfDesk(actor);
  const mine = zones ? sql`and a.zone_code = any(${sql.param(zones)})` : sql``;
  const { rows } = await tx.execute<Found>(sql`
    select a.id, a.column_slug as column, original.source, zh.title as title_zh, en.title as title_en
    from article a
    join edition original on original.article_id = a.id and original.original
    left join edition zh on zh.article_id = a.id and zh.lang = 'zh'
    left join edition en on en.article_id = a.id and en.lang = 'en'
    where a.id = any(${sql.param(numbers)}) and a.state <> 'removed' ${mine}`);
  return new Map(rows.map((row) => [row.id, knownOf(row)]));
}

function knownOf({ id, title_zh, title_en, column, source }: Found): Known {
  const cells = { id, title_zh: title_zh ?? '', title_en: title_en ?? '', column: column ?? '', source };
  return { label: title_zh ?? title_en ?? id, cells };
}

/** The rows of the file for these articles, in the order of the list. */
export async function articleRows(
  tx: Tx,
  actor: Actor,
  { articles, lang }: { articles: readonly DeskArticle[]; lang: Lang },
): Promise<Record<string, string>[]> {
  const known = await knownArticles(
    tx,
    actor,
    articles.map(({ id }) => String(id)),
  );
  const columns = new Map((await allColumns(tx)).map(({ slug, name }) => [slug, name[lang]]));
  return articles.map((article) => {
    const cells = known.get(String(article.id))?.cells ?? {};
    return {
      ...cells,
      column: columns.get(cells['column'] ?? '') ?? '',
      state: words.states[article.state][lang],
      zone: article.zone?.name[lang] ?? '',
      english: words.englishStates[article.english][lang],
      published: article.publishedAt ? minuteOf(article.publishedAt) : '',
      updated: minuteOf(article.updatedAt),
    };
  });
}
