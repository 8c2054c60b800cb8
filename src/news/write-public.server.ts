import { and, eq, isNotNull, sql } from 'drizzle-orm';
import { useFiles } from '#files/write-use.server.ts';
import { notifyChanged } from '#platform/changed.server.ts';
import type { Tx } from '#platform/database.server.ts';
import { filesIn } from '#text/document.ts';
import { putEntries, removeEntries } from '#search/write.server.ts';
import { tagsOf } from './article.ts';
import { articleEntry } from './entry.ts';
import { articles, attachments, editions, relatedArticles } from './tables.server.ts';

/** Related articles kept for each article. */
const relatedKept = 6;

/** The weightiest words, which candidates are looked up by; all words kept of a text decide how near they are. */
const tellingTerms = 3;

/**
 * Brings what the public sees of an article in line with the record: search entries, related articles, files, rendered
 * pages. Called at the end of every verb that changes one.
 */
export async function refreshPublic(tx: Tx, articleId: number): Promise<void> {
  const rows = await tx
    .select()
    .from(articles)
    .innerJoin(editions, eq(editions.articleId, articles.id))
    .where(eq(articles.id, articleId));
  const article = rows[0]?.article;
  if (!article) return;
  if (article.state === 'published') {
    const all = rows.map((row) => row.edition);
    await putEntries(
      tx,
      all.map((edition) => articleEntry(article, edition)),
    );
    await findRelated(tx, articleId, all.find((edition) => edition.original)?.terms ?? []);
  } else {
    await removeEntries(tx, 'article', [String(articleId)]);
    await tx.execute(sql`delete from related_article where ${articleId} in (article_id, related_id)`);
  }
  await useArticleFiles(
    tx,
    article,
    rows.flatMap((row) => filesIn(row.edition.body)),
  );
  await notifyChanged(tx, tagsOf(article));
}

/** The files of an article are public as far as it is itself. */
async function useArticleFiles(tx: Tx, article: typeof articles.$inferSelect, shown: readonly string[]): Promise<void> {
  const attached = await tx
    .select({ id: attachments.fileId })
    .from(attachments)
    .where(and(eq(attachments.articleId, article.id), isNotNull(attachments.fileId)));
  const user = { kind: 'article', record: String(article.id), zone: article.zoneCode };
  const ids = [...shown, ...attached.flatMap(({ id }) => id ?? [])];
  await useFiles(tx, { ...user, isPublic: article.state === 'published' }, ids);
}

/**
 * Articles that share the most words with this one. Looked for among the newest forty that share one of its
 * weightiest words, so that the cost does not grow with the archive; kept in both directions.
 */
async function findRelated(tx: Tx, articleId: number, terms: readonly string[]): Promise<void> {
  const [all, telling] = [[...terms], terms.slice(0, tellingTerms)];
  await tx.delete(relatedArticles).where(eq(relatedArticles.articleId, articleId));
  await tx.execute(sql`
    with near as (
      select article_id, terms from article_terms
      where article_id <> ${articleId} and terms && ${sql.param(telling)}::text[]
      order by article_id desc limit 40),
    scored as (
      select article_id, cardinality(array(select unnest(terms) intersect select unnest(${sql.param(all)}::text[]))) / 12.0 as score
      from near order by score desc, article_id desc limit ${relatedKept}),
    both_ways as (
      select ${articleId}::bigint as article_id, article_id as related_id, score from scored where score > 0.1
      union all select article_id, ${articleId}::bigint, score from scored where score > 0.1)
    insert into related_article select * from both_ways
    on conflict (article_id, related_id) do update set score = excluded.score`);
}
