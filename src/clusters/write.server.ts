import { sql } from 'drizzle-orm';
import type { Actor } from '#accounts/actor.ts';
import { changesBetween } from '#history/change.ts';
import { remember } from '#history/write.server.ts';
import { clusterWords as words } from '#language/words/clusters.ts';
import { viewWords } from '#language/words/view.ts';
import { adjustPlans } from '#plans/write-adjust-plans.server.ts';
import { notifyChanged } from '#platform/changed.server.ts';
import type { Tx } from '#platform/database.server.ts';
import { done, refused, type Outcome, type Problem } from '#platform/outcome.ts';
import { canKeepClusters, clusterTags, newCluster, type Cluster, type NewCluster } from './cluster.ts';
import { parsed } from './parse.ts';
import { clusters } from './tables.server.ts';

const nothingSaid: Omit<Cluster, 'tier' | 'nameZh'> = {
  ...{ planId: null, position: 0, nameEn: '', summaryZh: '', summaryEn: '' },
  ...{ industries: [], zones: [], isPublic: false },
};

/** Adds a cluster to those of a zone. */
export async function createCluster(tx: Tx, actor: Actor, input: NewCluster): Promise<Outcome<{ id: number }>> {
  const said = parsed(newCluster, input);
  if (!said.ok) return said;
  const { zone, sample = false, tier, nameZh, adjustment, ...fields } = said.value;
  if (actor.viewedBy) return refused({ says: viewWords.onlyLooking });
  if (!canKeepClusters(actor, zone)) return refused({ field: 'zone', says: words.notYourZone });
  const row: Cluster = { ...nothingSaid, ...mentioned(fields), tier, nameZh };
  const problems = await whyNotSo(tx, zone, row);
  if (problems.length > 0) return refused(...problems);
  const adjusted = await adjustPlans(tx, actor, { plans: [row.planId], adjustment });
  if (!adjusted.ok) return adjusted;
  const [made] = await tx
    .insert(clusters)
    .values({ ...row, zoneCode: zone, sample })
    .returning({ id: clusters.id });
  if (!made) throw new Error('a cluster that was added has no id');
  const changes = changesBetween<Cluster>(undefined, row);
  await remember(tx, actor, { kind: 'cluster', record: String(made.id), action: 'add', changes, zone });
  await notifyChanged(tx, clusterTags(made.id, zone));
  return done(made);
}

type Mentionable = { readonly [field in keyof Cluster]?: Cluster[field] | undefined };

/** Only what was said: what is not mentioned stays as it is. */
export function mentioned(said: Mentionable): Partial<Cluster> {
  return Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined));
}

/** The plan and the zones it names must be there. */
export async function whyNotSo(tx: Tx, zone: string, { planId, zones }: Cluster): Promise<Problem[]> {
  const { rows } = await tx.execute<{ plan: boolean; zones: boolean }>(sql`select
    ${planId}::bigint is null or exists (select from plan where id = ${planId} and zone_code = ${zone}) as plan,
    not exists (select from unnest(${sql.param(zones)}::text[]) as code
      where not exists (select from zone where zone.code = code)) as zones`);
  return [
    ...(rows[0]?.plan ? [] : [{ field: 'planId', says: words.noPlan }]),
    ...(rows[0]?.zones ? [] : [{ field: 'zones', says: words.noZone }]),
  ];
}
