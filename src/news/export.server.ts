import { and, asc, eq, gt } from 'drizzle-orm';
import { isoOf } from '#language/dates.ts';
import { newsWords as words } from '#language/words/news.ts';
import type { Lang } from '#language/lang.ts';
import type { Db } from '#platform/database.server.ts';
import type { Cell, Sheet } from '#text/sheet.ts';
import { articles, editions } from './tables.server.ts';

const columns = ['id', 'language', 'title', 'summary', 'source', 'author', 'keywords', 'published', 'column'] as const;
const more = ['zone', 'city', 'madeHow', 'revision', 'sourceAddress', 'sample', 'text'] as const;
const rowsAtOnce = 500;

/** Every public article, a row for each of its languages; read in pieces, so that an archive of any size fits. */
export function articleSheet(db: Db, lang: Lang): Sheet {
  const header = [...columns, ...more].map((column) => words.exportColumns[column][lang]);
  return { name: words.news[lang], header, rows: rowsOf(db) };
}

async function* rowsOf(db: Db): AsyncGenerator<Cell[]> {
  let after = 0;
  for (;;) {
    const ids = db
      .select({ id: articles.id })
      .from(articles)
      .where(and(eq(articles.state, 'published'), gt(articles.id, after)))
      .orderBy(asc(articles.id))
      .limit(rowsAtOnce)
      .as('ids');
    const rows = await db
      .select({ article: articles, edition: editions })
      .from(ids)
      .innerJoin(articles, eq(articles.id, ids.id))
      .innerJoin(editions, eq(editions.articleId, ids.id))
      .orderBy(asc(articles.id), asc(editions.lang));
    for (const row of rows) yield cellsOf(row);
    const last = rows.at(-1);
    if (!last) return;
    after = last.article.id;
  }
}

type Row = { article: typeof articles.$inferSelect; edition: typeof editions.$inferSelect };

function cellsOf({ article, edition }: Row): Cell[] {
  return [
    ...[article.id, edition.lang, edition.title, edition.summary, edition.source, edition.author],
    ...[edition.keywords.join(', '), article.publishedAt && isoOf(article.publishedAt), article.columnSlug],
    ...[article.zoneCode, article.cityCode ?? article.provinceCode, edition.madeHow, edition.revision],
    ...[article.sourceAddress, article.sample ? 'sample' : '', edition.bodyText],
  ];
}
