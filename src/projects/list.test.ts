import { beforeAll, expect, test } from 'vitest';
import { commandLine, visitor, type Actor, type Role } from '#accounts/actor.ts';
import { addressOf } from '#lists/address.ts';
import type { Tx } from '#platform/database.server.ts';
import { inRollback, testDatabase } from '../../tests/support/database.ts';
import { block, projectIn } from '../../tests/support/projects-standing.ts';
import { twoZones } from '../../tests/support/zones.ts';
import { projectSheetRow } from './list-sheet.ts';
import { projectRow } from './list.ts';
import { projectListFor } from './read-list-choices.server.ts';
import { deskProjects } from './read-list.server.ts';

beforeAll(async () => void (await testDatabase()));

const of = (role: Role, zone: string): Actor => ({
  id: 'account:7',
  accountId: 7,
  name: 'p',
  memberships: [{ role, zone }],
});

async function some(tx: Tx) {
  const zones = await twoZones(tx);
  const { here, there } = zones;
  const town = await block(tx, here, '黄埭镇');
  const lead = await projectIn(tx, { zone: here, name: '甲线索', industry: '2710' });
  const signed = await projectIn(tx, {
    ...{ zone: here, name: '乙签约', stage: 'signed', block: town, signed: 300_000_000, arrived: 50_000_000 },
  });
  const added = await projectIn(tx, {
    ...{ zone: here, name: '乙二期', stage: 'started', signed: 100_000_000, parent: signed, from: '2025-01-10' },
  });
  const far = await projectIn(tx, { zone: there, name: '丙外区', stage: 'started', signed: 1 });
  return { ...zones, town, lead, signed, added, far };
}

async function ids(tx: Tx, actor: Actor, query = ''): Promise<number[]> {
  const { asked } = await projectListFor(tx, actor, new URLSearchParams(query));
  return (await deskProjects(tx, actor, asked)).projects.map(({ id }) => id);
}

test('all who work for a zone read its projects, and nobody reads those of another zone', () =>
  inRollback(async (tx) => {
    const { here, there, lead, signed, added, far } = await some(tx);
    for (const role of ['publisher', 'leader', 'officer', 'broker', 'editor'] as const) {
      expect((await ids(tx, of(role, here))).sort()).toEqual([lead, signed, added].sort());
      expect(await ids(tx, of(role, there))).toEqual([far]);
    }
    const member: Actor = {
      id: 'account:9',
      accountId: 9,
      name: 'm',
      memberships: [{ role: 'member', organisation: 1 }],
    };
    for (const stranger of [visitor, member]) expect(await ids(tx, stranger)).toEqual([]);
    expect(await ids(tx, commandLine)).toHaveLength(4);
  }));

test('money is the sum of the ledgers, never a field', () =>
  inRollback(async (tx) => {
    const { here, signed } = await some(tx);
    const { list, asked } = await projectListFor(tx, of('leader', here), new URLSearchParams('q=乙签约'));
    const { projects } = await deskProjects(tx, of('leader', here), asked);
    const [one] = projects;
    if (!one) throw new Error('not found');
    expect([one.id, one.agreed, one.arrived, one.countsOn]).toEqual([signed, 300_000_000, 50_000_000, '2024-11-05']);
    expect(projectRow(one, 'zh').cells['agreed']).toEqual({ text: '3 亿元' });
    expect(projectSheetRow(one, 'zh')).toMatchObject({
      agreed: '30000',
      arrived: '5000',
      stage: '签约',
      blockId: '黄埭镇',
    });
    expect(addressOf(list, asked)).toBe('?q=%E4%B9%99%E7%AD%BE%E7%BA%A6');
  }));

test('each filter finds what it says, and nothing that it does not know', () =>
  inRollback(async (tx) => {
    const { here, town, lead, signed, added } = await some(tx);
    const actor = of('broker', here);
    const found = (query: string) => ids(tx, actor, query).then((all) => all.sort());
    expect(await found('stage=lead')).toEqual([lead]);
    expect(await found(`block=${town}`)).toEqual([signed]);
    expect(await found('block=none')).toEqual([lead, added].sort());
    expect(await found('industry=27')).toEqual([lead]);
    expect(await found('year=2024')).toEqual([signed, added].sort());
    expect(await found('reached=signed')).toEqual([signed, added].sort());
    expect(await found('count=once')).toEqual([signed]);
    expect(await found('count=family')).toEqual([signed, added].sort());
    expect(await found('count=not')).toEqual([lead, added].sort());
    expect(await found('reached=started')).toEqual([added]);
    expect(await found('status=lost')).toEqual([]);
    expect(await found('manager=none')).toHaveLength(3);
    expect(await found('manager=mine')).toEqual([]);
    expect(await found('next=overdue')).toEqual([]);
    expect(await found('next=none')).toHaveLength(3);
    expect(await found('country=home&light=none&place=none&status=live')).toHaveLength(3);
    expect(await found('place=own')).toEqual([]);
    expect(await found('block=1;drop&stage=gone&year=1&q=%00')).toHaveLength(3);
  }));

test('a page follows the other by every column that sorts', () =>
  inRollback(async (tx) => {
    const { here } = await some(tx);
    const actor = of('editor', here);
    for (const sort of [
      'name',
      '-name',
      'reference',
      'since',
      '-since',
      'next',
      '-next',
      'agreed',
      '-arrived',
      'updated',
    ]) {
      const { asked } = await projectListFor(tx, actor, new URLSearchParams({ sort }));
      const whole = (await deskProjects(tx, actor, asked)).projects.map(({ id }) => id);
      const walked: number[] = [];
      for (let after: string | undefined = ''; after !== undefined;) {
        const page = await deskProjects(tx, actor, { ...asked, after, limit: 1 });
        walked.push(...page.projects.map(({ id }) => id));
        after = page.next;
      }
      expect([sort, walked]).toEqual([sort, whole]);
    }
  }));
