import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import type { Actor } from '#accounts/actor.ts';
import type { Tx } from '#platform/database.server.ts';
import { inRollback } from '../../tests/support/database.ts';
import { officerOf } from '../../tests/support/measures.ts';
import { here, there, who } from '../../tests/support/organisations.ts';
import { draftPlan, instructionOf, untouched } from '../../tests/support/plans.ts';
import { twoZones } from '../../tests/support/zones.ts';
import { suggestionFields } from './improvement.ts';
import { improvementTemplate } from './read-improvements.server.ts';
import { applyImprovements, putGroup, putSuggestion, removeGroup } from './write-improvements.server.ts';

const operator = who('operator');
const group = { key: 'openness', name_zh: '开放水平', name_en: 'Openness', position: '9' };
const suggestion: Record<string, string> = {
  ...Object.fromEntries(suggestionFields.map(({ key }) => [key, ''])),
  ...{ key: 'foreign_trade', name_zh: '进出口总额', name_en: 'Foreign trade', measure_zh: '亿元', decimals: '1' },
  ...{ period: 'year', accumulation: 'cumulative', direction: 'up', position: '1' },
};

async function added(tx: Tx) {
  expect(await putGroup(tx, operator, { was: '', cells: group })).toMatchObject({ ok: true });
  const said = { id: undefined, group: 'openness', cells: suggestion };
  expect(await putSuggestion(tx, operator, said)).toMatchObject({ ok: true });
}

async function ofPlan(tx: Tx, plan: number) {
  const { rows } = await tx.execute<{ key: string; improvement: string }>(
    sql`select key, improvement from indicator where plan_id = ${plan} order by id`,
  );
  return rows;
}

test('the template is the site’s to word: a group and what it suggests are added and renamed, and no key is taken twice', () =>
  inRollback(async (tx) => {
    await twoZones(tx);
    await added(tx);
    expect((await putGroup(tx, operator, { was: '', cells: group })).ok).toBe(false);
    const again = { id: undefined, group: 'openness', cells: suggestion };
    expect((await putSuggestion(tx, operator, again)).ok).toBe(false);
    const renamed = { was: 'openness', cells: { ...group, key: 'opening', name_zh: '开放' } };
    expect((await putGroup(tx, operator, renamed)).ok).toBe(true);
    const found = (await improvementTemplate(tx)).find(({ cells }) => cells['key'] === 'opening');
    expect(found?.suggestions.map(({ cells }) => cells['name_zh'])).toEqual(['进出口总额']);
  }));

const others: [string, Actor][] = [
  ['a publisher', who('publisher', here)],
  ['a leader', who('leader', here)],
  ['the operator who only looks', { ...operator, viewedBy: { accountId: 9, name: 'x' } }],
];
test.each(others)('%s does not word the template', (_, actor) =>
  inRollback(async (tx) => {
    await twoZones(tx);
    await added(tx);
    const before = await improvementTemplate(tx);
    expect((await putGroup(tx, actor, { was: 'openness', cells: { ...group, name_zh: '别的' } })).ok).toBe(false);
    const said = { id: undefined, group: 'openness', cells: { ...suggestion, key: 'other' } };
    expect((await putSuggestion(tx, actor, said)).ok).toBe(false);
    expect((await removeGroup(tx, actor, 'openness')).ok).toBe(false);
    expect(await improvementTemplate(tx)).toEqual(before);
  }),
);

test('a plan takes the whole template once; what is used stays in it', () =>
  inRollback(async (tx) => {
    await twoZones(tx);
    await added(tx);
    const plan = await draftPlan(tx);
    const asked = { zone: here, plan, adjustment: untouched };
    const first = await applyImprovements(tx, who('publisher', here), asked);
    expect(first.ok && first.value).toBeGreaterThan(0);
    expect(await ofPlan(tx, plan)).toContainEqual({ key: 'foreign_trade', improvement: 'openness' });
    expect(await applyImprovements(tx, who('publisher', here), asked)).toEqual({ ok: true, value: 0 });
    expect((await removeGroup(tx, operator, 'openness')).ok).toBe(false);
  }));

test('a plan in force takes it only by an instruction', () =>
  inRollback(async (tx) => {
    await twoZones(tx);
    await added(tx);
    const plan = await draftPlan(tx);
    await tx.execute(sql`update plan set state = 'in-force' where id = ${plan}`);
    const publisher = who('publisher', here);
    expect((await applyImprovements(tx, publisher, { zone: here, plan, adjustment: untouched })).ok).toBe(false);
    expect(await ofPlan(tx, plan)).toEqual([]);
    const adjustment = { instruction: String(await instructionOf(tx)), reason: '补充五大提升指标' };
    expect((await applyImprovements(tx, publisher, { zone: here, plan, adjustment })).ok).toBe(true);
    expect((await ofPlan(tx, plan)).length).toBeGreaterThan(0);
  }));

test.each([
  ['another zone’s publisher', who('publisher', there)],
  ['an officer', officerOf(1)],
  ['an editor', who('editor', here)],
] as [string, Actor][])('%s puts nothing into a plan', (_, actor) =>
  inRollback(async (tx) => {
    await twoZones(tx);
    await added(tx);
    const plan = await draftPlan(tx);
    expect((await applyImprovements(tx, actor, { zone: here, plan, adjustment: untouched })).ok).toBe(false);
    expect(await ofPlan(tx, plan)).toEqual([]);
  }),
);
