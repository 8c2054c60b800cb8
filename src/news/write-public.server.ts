import { and, eq, isNotNull, sql } from 'drizzle-orm';
import { useFiles } from '#files/write-use.server.ts';
import { notifyChanged } from '#platform/changed.server.ts';
import type { Tx } from '#platform/database.server.ts';
import { later } from '#platform/jobs.server.ts';
import { filesIn } from '#text/document.ts';
import { putEntries, removeEntries } from '#search/write.server.ts';
import { tagsOf } from './article.ts';
import { articleEntry } from './entry.ts';
import { articles, attachments, editions } from './tables.server.ts';

declare module '#platform/jobs.server.ts' {
  interface JobData {
    /** What the public reads of these has changed: for whoever, above this folder, looks into articles. */
    'articles-changed': { readonly articles: readonly number[] };
  }
}

/** Related articles kept for each article. */
const relatedKept = 6;

/** The weightiest words, which candidates are looked up by; all words kept of a text decide how near they are. */
const tellingTerms = 3;

/** Articles that are compared with one, and how many of the newest are looked at before any index is asked. */
const candidates = 40;
const newestLookedAt = 200;

type Shown = { readonly article: typeof articles.$inferSelect; readonly edition: typeof editions.$inferSelect };

/** What the public sees of an article. */
interface Live {
  readonly article: Parameters<typeof articleEntry>[0];
  readonly edition: Parameters<typeof articleEntry>[1] & Pick<typeof editions.$inferSelect, 'body'>;
}

/**
 * Brings what the public sees of an article in line with the record: search entries, related articles, files, rendered
 * pages. Called at the end of every verb that changes one.
 */
export async function refreshPublic(tx: Tx, articleId: number): Promise<void> {
  const rows: Shown[] = await tx
    .select({ article: articles, edition: editions })
    .from(articles)
    .innerJoin(editions, eq(editions.articleId, articles.id))
    .where(eq(articles.id, articleId));
  const article = rows[0]?.article;
  if (!article) return;
  if (article.state === 'published') {
    await makeFindable(tx, rows);
    await later(tx, { job: 'articles-changed', data: { articles: [articleId] }, key: String(articleId) });
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

/** The same for articles that were just made and published, each in one language. */
export async function showNew(tx: Tx, made: readonly Live[]): Promise<void> {
  if (made.length === 0) return;
  await makeFindable(tx, made);
  const ids = [...new Set(made.map(({ article }) => article.id))];
  await later(tx, { job: 'articles-changed', data: { articles: ids } });
  for (const { article, edition } of made) {
    const shown = filesIn(edition.body);
    if (shown.length > 0) await useFiles(tx, { ...fileUser(article), isPublic: true }, shown);
  }
  await notifyChanged(
    tx,
    made.flatMap(({ article }) => tagsOf(article)),
  );
}

async function makeFindable(tx: Tx, rows: readonly Live[]): Promise<void> {
  await putEntries(
    tx,
    rows.map(({ article, edition }) => articleEntry(article, edition)),
  );
  await findRelated(tx, [...new Set(rows.map(({ article }) => article.id))]);
}

const fileUser = ({ id, zoneCode }: Live['article']) => ({ kind: 'article', record: String(id), zone: zoneCode });

/** The files of an article are public as far as it is itself. */
async function useArticleFiles(tx: Tx, article: typeof articles.$inferSelect, shown: readonly string[]): Promise<void> {
  const attached = await tx
    .select({ id: attachments.fileId })
    .from(attachments)
    .where(and(eq(attachments.articleId, article.id), isNotNull(attachments.fileId)));
  const ids = [...shown, ...attached.flatMap(({ id }) => id ?? [])];
  await useFiles(tx, { ...fileUser(article), isPublic: article.state === 'published' }, ids);
}

/**
 * Articles that share the most words with each of these: looked for among the newest forty that share one of its
 * weightiest words, kept in both directions. A word that many articles share is in forty of the newest already, and only
 * a rarer one is looked up in the index: read from there, all articles with a common word would have to be sorted.
 */
async function findRelated(tx: Tx, ids: readonly number[]): Promise<void> {
  const given = sql`${sql.param(ids)}::bigint[]`;
  const telling = sql`own.terms[1:${sql.raw(String(tellingTerms))}]`;
  await tx.execute(sql`delete from related_article where article_id = any(${given})`);
  await tx.execute(sql`
    with own as materialized (select article_id, terms from article_terms where article_id = any(${given})),
    newest as materialized (select article_id, terms from article_terms order by article_id desc limit ${newestLookedAt}),
    found as (
      select own.article_id as one, scored.article_id as other, scored.score
      from own cross join lateral (
        with fresh as materialized (
          select article_id, terms from newest where article_id <> own.article_id and terms && ${telling}
          order by article_id desc limit ${candidates}),
        older as (
          -- Adding nothing keeps the planner from reading through all articles by their number for a word that few have.
          select article_id from article_terms
          where (select count(*) from fresh) < ${candidates} and terms && ${telling}
            and article_id + 0 < (select min(article_id) from newest) and article_id <> own.article_id
          order by article_id + 0 desc limit ${candidates}),
        near as (
          select article_id, terms from fresh union all select article_id, terms from older join article_terms using (article_id)
          order by article_id desc limit ${candidates})
        select article_id, (select count(*) from unnest(near.terms) term where term = any(own.terms)) / 12.0 as score
        from near order by score desc, article_id desc limit ${relatedKept}) scored
      where scored.score > 0.1),
    both_ways as (select one, other, score from found union all select other, one, score from found)
    insert into related_article (article_id, related_id, score)
    select distinct on (one, other) one, other, score from both_ways
    on conflict (article_id, related_id) do update set score = excluded.score`);
}
