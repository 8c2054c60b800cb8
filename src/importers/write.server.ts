import { eq, sql } from 'drizzle-orm';
import { isOperator, type Actor } from '#accounts/actor.ts';
import { importWords as words } from '#language/words/importers.ts';
import type { Tx } from '#platform/database.server.ts';
import { done, refused, type Outcome } from '#platform/outcome.ts';
import { countItems, type ItemReport } from './report.ts';
import { importItems, importRuns } from './tables.server.ts';

/** Opens a run. What it writes afterwards is asked of the news itself, article by article. */
export async function startRun(tx: Tx, actor: Actor): Promise<Outcome<{ id: number }>> {
  if (!mayImport(actor)) return refused({ says: words.mayNotImport });
  const [row] = await tx.insert(importRuns).values({ actor: actor.id }).returning({ id: importRuns.id });
  return done({ id: row?.id ?? 0 });
}

function mayImport(actor: Actor): boolean {
  return isOperator(actor) || actor.memberships.some(({ role }) => role === 'editor' || role === 'publisher');
}

/** Notes what became of some files, in the transaction that stored their articles: the report never says more than is true. */
export async function recordItems(
  tx: Tx,
  runId: number,
  items: readonly (ItemReport & { position: number })[],
): Promise<void> {
  if (items.length === 0) return;
  await tx.insert(importItems).values(
    items.map(({ position, path, result, reason, articleId }) => ({
      runId,
      position,
      path,
      result,
      reasonZh: reason?.zh ?? '',
      reasonEn: reason?.en ?? '',
      articleId: articleId ?? null,
    })),
  );
  const counts = countItems(items);
  await tx
    .update(importRuns)
    .set({
      imported: sql`${importRuns.imported} + ${counts.imported}`,
      updated: sql`${importRuns.updated} + ${counts.updated}`,
      unchanged: sql`${importRuns.unchanged} + ${counts.unchanged}`,
      draft: sql`${importRuns.draft} + ${counts.draft}`,
      refused: sql`${importRuns.refused} + ${counts.refused}`,
    })
    .where(eq(importRuns.id, runId));
}

export async function finishRun(tx: Tx, runId: number): Promise<void> {
  await tx
    .update(importRuns)
    .set({ finishedAt: sql`now()` })
    .where(eq(importRuns.id, runId));
}
