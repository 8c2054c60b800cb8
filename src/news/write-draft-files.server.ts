import { and, eq } from 'drizzle-orm';
import { useFiles } from '#files/write-use.server.ts';
import { fileWords } from '#language/words/files.ts';
import { langs, type Lang } from '#language/lang.ts';
import type { Tx } from '#platform/database.server.ts';
import { done, refused, type Outcome } from '#platform/outcome.ts';
import { filesIn, type RichDocument } from '#text/document.ts';
import { articles, editions } from './tables.server.ts';

interface Copy {
  readonly articleId: number;
  readonly lang: Lang;
}

/**
 * Writes down which files a working copy shows, so that nobody deletes them as unused. Refuses another zone's; what was
 * saved with the article before it came to this zone may stay in its text.
 */
export async function useDraftFiles(tx: Tx, copy: Copy & { body: RichDocument }): Promise<Outcome<null>> {
  const { articleId, lang, body } = copy;
  const [row] = await tx
    .select({ zone: articles.zoneCode, saved: editions.body })
    .from(articles)
    .leftJoin(editions, and(eq(editions.articleId, articles.id), eq(editions.lang, lang)))
    .where(eq(articles.id, articleId));
  const strange = await useFiles(tx, { ...userOf(copy), zone: row?.zone ?? null }, filesIn(body));
  const saved = row?.saved ? filesIn(row.saved) : [];
  const isStrange = strange.some((id) => !saved.includes(id));
  return isStrange ? refused({ field: 'body', says: fileWords.notOfZone }) : done(null);
}

/** The working copies of an article are gone, or one of them. */
export async function freeDraftFiles(tx: Tx, articleId: number, only?: Lang): Promise<void> {
  for (const lang of only === undefined ? langs : [only]) {
    await useFiles(tx, { ...userOf({ articleId, lang }), zone: null }, []);
  }
}

function userOf({ articleId, lang }: Copy) {
  return { kind: 'article-draft', record: `${articleId}/${lang}`, isPublic: false };
}
