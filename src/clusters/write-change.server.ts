import { eq, sql } from 'drizzle-orm';
import type { Actor } from '#accounts/actor.ts';
import { changesBetween, type Changes } from '#history/change.ts';
import { remember } from '#history/write.server.ts';
import { clusterWords as words } from '#language/words/clusters.ts';
import { adjustPlans } from '#plans/write-adjust-plans.server.ts';
import { notifyChanged } from '#platform/changed.server.ts';
import type { Tx } from '#platform/database.server.ts';
import { done, refused, type Outcome } from '#platform/outcome.ts';
import { changesPlan, clusterChange, clusterInput, clusterTags, type Cluster, type ClusterChange } from './cluster.ts';
import { parsed } from './parse.ts';
import { lockCluster, type ClusterRow } from './read-row.server.ts';
import { clusters } from './tables.server.ts';
import { mentioned, whyNotSo } from './write.server.ts';

/** Changes what is said of a cluster; what is not mentioned stays. Nothing is written over that was not seen. */
export async function changeCluster(tx: Tx, actor: Actor, input: ClusterChange): Promise<Outcome<{ id: number }>> {
  const said = parsed(clusterChange, input);
  if (!said.ok) return said;
  const { id, revision, adjustment, ...fields } = said.value;
  const locked = await lockCluster(tx, actor, id);
  if (!locked.ok) return locked;
  const before = contentOf(locked.value);
  const row: Cluster = { ...before, ...mentioned(fields) };
  const changes = changesBetween<Cluster>(before, row);
  if (Object.keys(changes).length === 0) return done({ id });
  if (revision !== undefined && revision !== locked.value.revision) return refused({ says: words.changedSince });
  const zone = locked.value.zoneCode;
  const problems = await whyNotSo(tx, zone, row);
  if (problems.length > 0) return refused(...problems);
  const adjusted = await adjustPlans(tx, actor, { plans: plansToAdjust(changes, before, row), adjustment });
  if (!adjusted.ok) return adjusted;
  await tx
    .update(clusters)
    .set({ ...row, revision: sql`${clusters.revision} + 1`, updatedAt: sql`now()` })
    .where(eq(clusters.id, id));
  await remember(tx, actor, { kind: 'cluster', record: String(id), action: 'change', changes, zone });
  await notifyChanged(tx, clusterTags(id, zone));
  return done({ id });
}

function plansToAdjust(changes: Changes, before: Cluster, after: Cluster): (number | null)[] {
  return changesPlan(Object.keys(changes)) ? [before.planId, after.planId] : [];
}

const contentFields = Object.keys(clusterInput.shape) as (keyof Cluster)[];

function contentOf(row: ClusterRow): Cluster {
  return Object.fromEntries(contentFields.map((field) => [field, row[field]])) as unknown as Cluster;
}
