import { sql, type SQL } from 'drizzle-orm';
import { zonesWhere, type Actor } from '#accounts/actor.ts';
import type { Asked } from '#lists/address.ts';
import { cursorAt, keysetOf, type SortKey } from '#lists/keyset.server.ts';
import { countedTo } from '#lists/list.ts';
import type { Tx } from '#platform/database.server.ts';
import { containing } from '#text/like.ts';
import { canSeeClusters } from './cluster.ts';
import type { ListedCluster } from './list.ts';
import { inBoth } from './read.server.ts';
import { clusters } from './tables.server.ts';

const sortKeys: Readonly<Record<string, SortKey>> = {
  name: { by: sql`cluster.name_zh`, type: 'text' },
  position: { by: sql`cluster.position::bigint`, type: 'bigint' },
};

/** Zones whose clusters this person sees; undefined means all of them. */
export function zonesClustered(actor: Actor): string[] | undefined {
  return zonesWhere(actor, (zone) => canSeeClusters(actor, zone));
}

interface Beside {
  readonly zone: [string, string] | null;
  readonly plan: [string, string] | null;
  readonly members: number;
  readonly latest: NonNullable<ListedCluster['latest']> | null;
  readonly target: NonNullable<ListedCluster['target']> | null;
}

const beside = sql<Beside>`jsonb_build_object(
  'zone', (select jsonb_build_array(name_zh, name_en) from zone where code = cluster.zone_code),
  'plan', (select jsonb_build_array(title_zh, title_en) from plan where plan.id = cluster.plan_id),
  'members', (select count(*) from cluster_member where cluster_id = cluster.id),
  'latest', (select to_jsonb(y) from cluster_year y where cluster_id = cluster.id and coalesce(computed, stated) is not null
    order by year desc limit 1),
  'target', (select jsonb_build_object('year', year, 'value', target) from cluster_year
    where cluster_id = cluster.id and target is not null order by year desc limit 1))`;

/** The clusters this person sees, a page at a time. */
export async function deskClusters(tx: Tx, actor: Actor, { limit = 50, ...asked }: Asked & { limit?: number }) {
  const keyset = keysetOf(asked, sortKeys, sql`cluster.id`);
  const key = sortKeys[asked.sort.key];
  if (!keyset || !key) throw new Error(`clusters are not sorted by ${asked.sort.key}`);
  const where = sql.join([ofActor(actor), ...conditions(asked)], sql` and `);
  const found = await tx
    .select({ row: clusters, at: sql<string>`${key.by}::text`, beside })
    .from(clusters)
    .where(keyset.where ? sql`${where} and ${keyset.where}` : where)
    .orderBy(keyset.orderBy)
    .limit(limit + 1);
  const last = found.length > limit ? found[limit - 1] : undefined;
  return {
    clusters: found.slice(0, limit).map(listed),
    next: last && cursorAt(last.at, String(last.row.id)),
    total: await countOf(tx, where),
  };
}

async function countOf(tx: Tx, where: SQL): Promise<number> {
  const { rows } = await tx.execute<{ total: number }>(
    sql`select count(*)::int as total from (select from cluster where ${where} limit ${countedTo + 1}) found`,
  );
  return rows[0]?.total ?? 0;
}

function listed({ row, beside: around }: { row: typeof clusters.$inferSelect; beside: Beside }): ListedCluster {
  return {
    row,
    name: inBoth(row.nameZh, row.nameEn),
    zone: around.zone ? inBoth(...around.zone) : inBoth(row.zoneCode, ''),
    plan: around.plan ? inBoth(...around.plan) : undefined,
    members: around.members,
    latest: around.latest ?? undefined,
    target: around.target ?? undefined,
  };
}

function ofActor(actor: Actor): SQL {
  const zones = zonesClustered(actor);
  return zones ? sql`cluster.zone_code = any(${sql.param(zones)})` : sql`true`;
}

function conditions({ filters: { q, tier, plan } }: Asked): SQL[] {
  const like = containing(q ?? '');
  return [
    q && sql`(cluster.name_zh ilike ${like} or cluster.name_en ilike ${like})`,
    tier && sql`cluster.tier = ${tier}`,
    plan && sql`cluster.plan_id = ${plan}::bigint`,
  ].filter((one): one is SQL => typeof one === 'object');
}

/** Those of these numbers that this person sees. */
export async function clustersNumbered(tx: Tx, actor: Actor, ids: readonly number[]) {
  if (ids.length === 0) return [];
  return tx
    .select()
    .from(clusters)
    .where(sql`${ofActor(actor)} and cluster.id = any(${sql.param([...new Set(ids)])}::bigint[])`);
}
