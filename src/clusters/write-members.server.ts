import { and, eq, sql } from 'drizzle-orm';
import type { Actor } from '#accounts/actor.ts';
import { changesBetween } from '#history/change.ts';
import { remember } from '#history/write.server.ts';
import { clusterWords as words } from '#language/words/clusters.ts';
import type { Tx } from '#platform/database.server.ts';
import { done, refused, type Outcome } from '#platform/outcome.ts';
import { parsed } from './parse.ts';
import { memberInput, type MemberInput } from './part.ts';
import { lockCluster } from './read-row.server.ts';
import { clusterMembers } from './tables.server.ts';
import { refreshOutputs } from './write-output.server.ts';

/** Makes an organisation a member of a cluster, or says something else of a member it has. */
export async function putMember(tx: Tx, actor: Actor, input: MemberInput): Promise<Outcome<{ id: number }>> {
  const said = parsed(memberInput, input);
  if (!said.ok) return said;
  const { cluster, organisation, chain, isLead } = said.value;
  const locked = await lockCluster(tx, actor, cluster);
  if (!locked.ok) return locked;
  const { zoneCode } = locked.value;
  const { rows } = await tx.execute(sql`select from organisation
    where id = ${organisation} and merged_into is null and (is_public or zone_code = ${zoneCode})`);
  if (rows.length === 0) return refused({ field: 'organisation', says: words.noOrganisation });
  const before = await memberOf(tx, cluster, organisation);
  const changes = changesBetween<object>(before, { organisation, chain, isLead });
  if (Object.keys(changes).length === 0) return done({ id: cluster });
  await tx
    .insert(clusterMembers)
    .values({ clusterId: cluster, zoneCode, organisationId: organisation, chain, isLead })
    .onConflictDoUpdate({ target: [clusterMembers.clusterId, clusterMembers.organisationId], set: { chain, isLead } });
  const action = before ? 'member changed' : 'member added';
  await remember(tx, actor, { kind: 'cluster', record: String(cluster), action, changes, zone: zoneCode });
  await refreshOutputs(tx, [cluster]);
  return done({ id: cluster });
}

/** Takes a member out of a cluster; its figures stay known. */
export async function removeMember(
  tx: Tx,
  actor: Actor,
  { cluster, organisation }: { cluster: number; organisation: number },
): Promise<Outcome<{ id: number }>> {
  const locked = await lockCluster(tx, actor, cluster);
  if (!locked.ok) return locked;
  const before = await memberOf(tx, cluster, organisation);
  if (!before) return refused({ field: 'organisation', says: words.noMember });
  await tx.delete(clusterMembers).where(is(cluster, organisation));
  const changes = { organisation: [organisation, null], chain: [before.chain, null] } as const;
  const zone = locked.value.zoneCode;
  await remember(tx, actor, { kind: 'cluster', record: String(cluster), action: 'member removed', changes, zone });
  await refreshOutputs(tx, [cluster]);
  return done({ id: cluster });
}

function is(cluster: number, organisation: number) {
  return and(eq(clusterMembers.clusterId, cluster), eq(clusterMembers.organisationId, organisation));
}

async function memberOf(tx: Tx, cluster: number, organisation: number) {
  const [row] = await tx
    .select({ organisation: clusterMembers.organisationId, chain: clusterMembers.chain, isLead: clusterMembers.isLead })
    .from(clusterMembers)
    .where(is(cluster, organisation));
  return row;
}
