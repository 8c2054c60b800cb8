import { and, asc, eq, gt, inArray } from 'drizzle-orm';
import type { Db } from '#platform/database.server.ts';
import type { ItemReport, ItemResult, RunReport } from './report.ts';
import { importItems, importRuns } from './tables.server.ts';

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
    .select()
    .from(importItems)
    .where(
      and(
        eq(importItems.runId, runId),
        inArray(importItems.result, [...page.results]),
        gt(importItems.position, page.after ?? -1),
      ),
    )
    .orderBy(asc(importItems.position))
    .limit(page.limit);
  return rows.map(({ position, path, result, reasonZh, reasonEn, articleId }) => ({
    position,
    path,
    result,
    reason: reasonZh || reasonEn ? { zh: reasonZh, en: reasonEn } : undefined,
    articleId: articleId ?? undefined,
  }));
}
