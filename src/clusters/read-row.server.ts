import { eq } from 'drizzle-orm';
import type { Actor } from '#accounts/actor.ts';
import { clusterWords as words } from '#language/words/clusters.ts';
import { viewWords } from '#language/words/view.ts';
import type { Tx } from '#platform/database.server.ts';
import { done, refused, type Outcome } from '#platform/outcome.ts';
import { canKeepClusters, canSeeClusters } from './cluster.ts';
import { clusters } from './tables.server.ts';

export type ClusterRow = typeof clusters.$inferSelect;

/** The cluster, locked for a change by somebody who may make one; one that the actor may not see is as if it did not exist. */
export async function lockCluster(tx: Tx, actor: Actor, id: number): Promise<Outcome<ClusterRow>> {
  const [row] = await tx.select().from(clusters).where(eq(clusters.id, id)).for('update');
  if (!row || !canSeeClusters(actor, row.zoneCode)) return refused({ says: words.notFound });
  if (actor.viewedBy) return refused({ says: viewWords.onlyLooking });
  return canKeepClusters(actor, row.zoneCode) ? done(row) : refused({ says: words.notYours });
}
