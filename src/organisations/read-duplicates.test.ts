import { expect, test } from 'vitest';
import { commandLine, type Actor } from '#accounts/actor.ts';
import { sayWhoAsks } from '#platform/database.server.ts';
import { inRollback } from '../../tests/support/database.ts';
import { broker, memberOf, organisation, organisationWorld, there, who } from '../../tests/support/organisations.ts';
import { duplicatePairs, lookalikes } from './read-duplicates.server.ts';
import { keepApart } from './write-merge.server.ts';
import { addPartRow } from './write-parts.server.ts';

const huawei = '914403001922038216';

test('one that looks like it is found by code, by name, by former and short name', () =>
  inRollback(async (tx) => {
    await organisationWorld(tx);
    const id = await organisation(tx, { creditCode: huawei });
    await addPartRow(tx, broker, { organisation: id, part: 'names', cells: { name: '老字号材料厂', kind: 'former' } });
    await organisation(tx, { nameZh: '合肥某某新材料有限公司' });
    await sayWhoAsks(tx, broker);
    const found = async (name: string, creditCode: string | null = null) =>
      (await lookalikes(tx, { names: [name], creditCode })).map((one) => [one.id, one.by]);
    expect(await found('某某新材料（苏州）股份有限公司')).toEqual([[id, 'name']]);
    expect(await found('老字号材料厂')).toEqual([[id, 'name']]);
    expect(await found('没有关系的公司', huawei)).toEqual([[id, 'code']]);
    expect(await found('没有关系的公司')).toEqual([]);
    await sayWhoAsks(tx, who('broker', there));
    expect(await found('某某新材料有限公司', huawei)).toEqual([]);
    await sayWhoAsks(tx, commandLine);
  }));

test('pairs that look alike are shown to their zone until somebody merges them or tells them apart', () =>
  inRollback(async (tx) => {
    await organisationWorld(tx);
    const one = await organisation(tx);
    const two = await organisation(tx, { nameZh: '某某新材料集团' });
    const far = await organisation(tx, { nameZh: '某某新材料股份有限公司', zone: there });
    const pairs = async (actor: Actor) =>
      (await duplicatePairs(tx, actor)).pairs.map(([low, high]) => [low.id, high.id]);
    expect(await pairs(broker)).toEqual([[one, two]]);
    expect(await pairs(who('broker', there))).toEqual([]);
    expect(await pairs(memberOf(one))).toEqual([]);
    expect(await pairs(commandLine)).toEqual([
      [one, two],
      [one, far],
      [two, far],
    ]);
    expect(await keepApart(tx, broker, { one: two, other: one })).toMatchObject({ ok: true });
    expect(await pairs(broker)).toEqual([]);
  }));
