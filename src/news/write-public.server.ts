import { eq, sql } from 'drizzle-orm';
import { notifyChanged } from '#platform/changed.server.ts';
import type { Tx } from '#platform/database.server.ts';
import { putEntries, removeEntries } from '#search/write.server.ts';
import { tagsOf } from './article.ts';
import { articleEntry } from './entry.ts';
import { articles, editions } from './tables.server.ts';

/** Related articles kept for each article. */
const relatedKept = 6;

/**
 * Brings what the public sees of an article in line with the record: search entries, related articles, rendered pages.
 * Called at the end of every verb that changes one.
 */
export async function refreshPublic(tx: Tx, articleId: number): Promise<void> {
  const [article] = await tx.select().from(articles).where(eq(articles.id, articleId));
  if (!article) return;
  if (article.state === 'published') {
    const all = await tx.select().from(editions).where(eq(editions.articleId, articleId));
    await putEntries(
      tx,
      all.map((edition) => articleEntry(article, edition)),
    );
    await findRelated(tx, articleId);
  } else {
    await removeEntries(tx, 'article', [String(articleId)]);
    await tx.execute(sql`delete from related_article where ${articleId} in (article_id, related_id)`);
  }
  await notifyChanged(tx, tagsOf(article));
}

/**
 * Articles that share the most telling words with this one. Looked for among the newest few hundred that share any, so
 * that the cost does not grow with the archive; kept in both directions.
 */
async function findRelated(tx: Tx, articleId: number): Promise<void> {
  await tx.execute(sql`delete from related_article where article_id = ${articleId}`);
  await tx.execute(sql`
    with own as (select terms from edition where article_id = ${articleId} and original),
    near as (
      select e.article_id, e.terms from edition e, own
      where e.original and e.article_id <> ${articleId} and e.terms && own.terms
      order by e.article_id desc limit 300),
    scored as (
      select near.article_id, count(*) / 12.0 as score
      from near, own, unnest(near.terms) term
      where term = any (own.terms)
      group by near.article_id having count(*) >= 2
      order by score desc, near.article_id desc limit ${relatedKept}),
    both_ways as (
      select ${articleId}::bigint as article_id, article_id as related_id, score from scored
      union all select article_id, ${articleId}::bigint, score from scored)
    insert into related_article select * from both_ways
    on conflict (article_id, related_id) do update set score = excluded.score`);
}
