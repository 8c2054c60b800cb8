import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { commandLine, visitor, type Actor } from '#accounts/actor.ts';
import { sayWhoAsks, type Tx } from '#platform/database.server.ts';
import { inRollback } from '../../tests/support/database.ts';
import { anOrganisation, here, memberOf, there, who } from '../../tests/support/organisations.ts';
import { twoZones } from '../../tests/support/zones.ts';
import { publicClustersOfOrganisation } from './read-public.server.ts';
import { clusterFor } from './read.server.ts';
import { changeCluster } from './write-change.server.ts';
import { putMember, removeMember } from './write-members.server.ts';
import { putFigure, putYear } from './write-years.server.ts';
import { createCluster } from './write.server.ts';

async function aCluster(tx: Tx, isPublic = false): Promise<number> {
  await twoZones(tx);
  const made = await createCluster(tx, commandLine, { zone: here, tier: 'thousand-yi', nameZh: '先进材料', isPublic });
  if (!made.ok) throw new Error(JSON.stringify(made.problems));
  return made.value.id;
}

async function all(tx: Tx) {
  const { rows } = await tx.execute(sql`select (select jsonb_agg(c) from cluster c) as clusters,
    (select jsonb_agg(m) from cluster_member m) as members, (select jsonb_agg(o) from organisation_output o) as outputs,
    (select jsonb_agg(y) from cluster_year y) as years, (select count(*) from history) as deeds`);
  return rows[0];
}

const outsiders: [string, Actor][] = [
  ['a visitor', visitor],
  ['an editor', who('editor', here)],
  ['a broker', who('broker', here)],
  ['an officer', { ...who('officer', here), memberships: [{ role: 'officer', zone: here, unit: 1 }] }],
  ['another zone’s publisher', who('publisher', there)],
  ['a member', memberOf(1)],
  ['the operator who only looks', { ...who('operator'), viewedBy: { accountId: 9, name: 'x' } }],
];

test.each(outsiders)('%s changes nothing of a cluster', (_, actor) =>
  inRollback(async (tx) => {
    const cluster = await aCluster(tx);
    const organisation = await anOrganisation(tx, here);
    await putMember(tx, commandLine, { cluster, organisation, chain: 'upstream', isLead: true });
    const before = await all(tx);
    const source = { source: '年报', sourceZh: '年报' };
    const tried = [
      await createCluster(tx, actor, { zone: here, tier: 'other', nameZh: '新' }),
      await changeCluster(tx, actor, { id: cluster, nameZh: '别的' }),
      await putMember(tx, actor, { cluster, organisation, chain: 'service', isLead: false }),
      await removeMember(tx, actor, { cluster, organisation }),
      await putFigure(tx, actor, { cluster, organisation, year: 2025, value: 1, source: source.source }),
      await putYear(tx, actor, { cluster, year: 2025, target: 1, stated: 1, sourceZh: source.sourceZh }),
    ];
    expect(tried.filter(({ ok }) => ok)).toEqual([]);
    expect(await all(tx)).toEqual(before);
  }),
);

/** Three enterprises that belong to it, without a figure. */
async function threeMembers(tx: Tx, cluster: number): Promise<number[]> {
  const members: number[] = [];
  for (const name of ['甲材料有限公司', '乙材料有限公司', '丙材料有限公司']) {
    const organisation = await anOrganisation(tx, here, { name });
    await putMember(tx, who('publisher', here), { cluster, organisation, chain: 'midstream', isLead: false });
    members.push(organisation);
  }
  return members;
}

test('output is the sum of the members as soon as enough figures are known, and what was stated stays beside it', () =>
  inRollback(async (tx) => {
    const cluster = await aCluster(tx, true);
    const publisher = who('publisher', here);
    const members = await threeMembers(tx, cluster);
    await putYear(tx, publisher, { cluster, year: 2025, target: 1000, stated: 70, sourceZh: '统计公报' });
    for (const [at, organisation] of members.entries()) {
      expect(await clusterFor(tx, publisher, cluster)).toMatchObject({
        years: [{ computed: null, stated: 70, counted: at }],
      });
      await putFigure(tx, publisher, { cluster, organisation, year: 2025, value: 20.1, source: '企业年报' });
    }
    expect((await clusterFor(tx, publisher, cluster))?.years).toMatchObject([
      { computed: 60.3, stated: 70, counted: 3, members: 3 },
    ]);
    await sayWhoAsks(tx, visitor);
    const shown = await publicClustersOfOrganisation(tx, members[0] ?? 0);
    expect(shown).toMatchObject([{ years: [{ value: 60.3, kind: 'computed', target: 1000 }] }]);
    const { rows } = await tx.execute(sql`select from organisation_output`);
    expect(rows).toEqual([]);
  }));

test('another zone’s people see no cluster that is not public', () =>
  inRollback(async (tx) => {
    const cluster = await aCluster(tx);
    expect(await clusterFor(tx, who('publisher', there), cluster)).toBeUndefined();
    expect(await clusterFor(tx, who('editor', here), cluster)).toMatchObject({ mayKeep: false });
  }));
