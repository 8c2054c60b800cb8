import { and, asc, eq, gt, inArray } from 'drizzle-orm';
import type { TwoText } from '#language/lang.ts';
import { importWords } from '#language/words/importers.ts';
import type { Db } from '#platform/database.server.ts';
import type { ItemReport, ItemResult, RunReport } from './report.ts';
import { fetchedMedia, importItems, importRuns } from './tables.server.ts';

/** A run with its counts; undefined when there is none of that number. */
export async function runById(db: Db, id: number): Promise<RunReport | undefined> {
  const [row] = await db.select().from(importRuns).where(eq(importRuns.id, id));
  if (!row) return undefined;
  const { imported, updated, unchanged, draft, refused } = row;
  return {
    id: row.id,
    startedAt: row.startedAt,
    finishedAt: row.finishedAt ?? undefined,
    counts: { imported, updated, unchanged, draft, refused },
  };
}

/** The files of a run with one of these results, in the order they were given; paged by position. */
export async function itemsOf(
  db: Db,
  runId: number,
  page: { results: readonly ItemResult[]; after?: number; limit: number },
): Promise<(ItemReport & { position: number })[]> {
  const rows = await db
    .select({ item: importItems, media: fetchedMedia })
    .from(importItems)
    .leftJoin(fetchedMedia, eq(fetchedMedia.articleId, importItems.articleId))
    .where(
      and(
        eq(importItems.runId, runId),
        inArray(importItems.result, [...page.results]),
        gt(importItems.position, page.after ?? -1),
      ),
    )
    .orderBy(asc(importItems.position))
    .limit(page.limit);
  return rows.map(({ item: { position, path, result, reasonZh, reasonEn, articleId }, media }) => ({
    position,
    path,
    result,
    reason: reasonZh || reasonEn ? { zh: reasonZh, en: reasonEn } : undefined,
    articleId: articleId ?? undefined,
    media: mediaReport(media),
  }));
}

/** What became of the pictures and attachments of an imported article, as a sentence. */
export function mediaReport(media: typeof fetchedMedia.$inferSelect | null): TwoText | undefined {
  if (!media || media.kept + media.leftOut === 0) return undefined;
  const reason = media.reasonZh ? { zh: media.reasonZh, en: media.reasonEn } : undefined;
  return importWords.media.report(media.kept, media.leftOut, reason);
}
