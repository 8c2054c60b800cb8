import { sql } from 'drizzle-orm';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { commandLine, visitor, type Actor } from '#accounts/actor.ts';
import type { Tx } from '#platform/database.server.ts';
import { inRollback } from '../../tests/support/database.ts';
import { anIndicator, aUnit, enter, officerOf, standingValues } from '../../tests/support/measures.ts';
import { here, memberOf, there, who } from '../../tests/support/organisations.ts';
import { twoZones } from '../../tests/support/zones.ts';
import type { Outcome } from '#platform/outcome.ts';
import { changeIndicator } from './write-change.server.ts';
import { observe } from './write-observation.server.ts';
import { createIndicator } from './write.server.ts';

const problems = (outcome: Outcome<unknown>) =>
  outcome.ok ? [] : outcome.problems.map(({ field, says }) => `${field ?? ''}: ${says.en}`);
const fields = (outcome: Outcome<unknown>) => (outcome.ok ? [] : outcome.problems.map(({ field }) => field));

async function all(tx: Tx) {
  const { rows } = await tx.execute(sql`select (select jsonb_agg(i order by id) from indicator i) as indicators,
    (select jsonb_agg(o order by id) from observation o) as observations, (select count(*) from history) as deeds`);
  return rows[0];
}

const outsiders: [string, (unit: number) => Actor][] = [
  ['a visitor', () => visitor],
  ['an editor', () => who('editor', here)],
  ['a broker', () => who('broker', here)],
  ['another zone’s publisher', () => who('publisher', there)],
  ['a member', () => memberOf(1)],
  ['another unit’s officer', (unit) => officerOf(unit + 1)],
  ['the same unit of another zone', (unit) => officerOf(unit, there)],
  ['the operator who only looks', () => ({ ...who('operator'), viewedBy: { accountId: 9, name: 'x' } })],
];

test.each(outsiders)('%s enters no value and changes nothing of an indicator', (_, whoOf) =>
  inRollback(async (tx) => {
    await twoZones(tx);
    const unitId = await aUnit(tx);
    const indicator = await anIndicator(tx, { unitId });
    const actor = whoOf(unitId);
    const before = await all(tx);
    const said = { indicator, end: '2025-12-31', value: 1, state: 'final', sourceZh: '月报' } as const;
    expect((await observe(tx, actor, said)).ok).toBe(false);
    expect((await changeIndicator(tx, actor, { id: indicator, nameZh: '别的' })).ok).toBe(false);
    const another = { zone: here, nameZh: '新', period: 'year', accumulation: 'point' } as const;
    expect((await createIndicator(tx, actor, another)).ok).toBe(false);
    expect(await all(tx)).toEqual(before);
  }),
);

test('the unit’s own officer enters its value, and does not say what is measured', () =>
  inRollback(async (tx) => {
    await twoZones(tx);
    const unitId = await aUnit(tx);
    const indicator = await anIndicator(tx, { unitId });
    const said = { indicator, end: '2025-12-31', value: 1, state: 'final', sourceZh: '月报' } as const;
    expect(problems(await observe(tx, officerOf(unitId), said))).toEqual([]);
    expect((await changeIndicator(tx, officerOf(unitId), { id: indicator, nameZh: '别的' })).ok).toBe(false);
    for (const role of ['publisher', 'leader'] as const)
      expect(problems(await changeIndicator(tx, who(role, here), { id: indicator, nameZh: `由${role}改` }))).toEqual(
        [],
      );
  }));

test('a revision is a new row that says why, and the earlier one stays', () =>
  inRollback(async (tx) => {
    await twoZones(tx);
    const indicator = await anIndicator(tx);
    const end = '2025-12-31';
    await enter(tx, { indicator, end, value: 10 });
    expect(fields(await enter(tx, { indicator, end, value: 11, note: '' }))).toEqual(['note']);
    expect(problems(await enter(tx, { indicator, end, value: 11, note: '统计局更正' }))).toEqual([]);
    expect((await enter(tx, { indicator, end, value: 11 })).ok).toBe(true);
    const { rows } = await tx.execute(sql`select revision, value::float8, is_current, note from observation
      where indicator_id = ${indicator} order by revision`);
    expect(rows).toEqual([
      { revision: 1, value: 10, is_current: false, note: '更正' },
      { revision: 2, value: 11, is_current: true, note: '统计局更正' },
    ]);
  }));

test('who has not seen the last value does not write over it', () =>
  inRollback(async (tx) => {
    await twoZones(tx);
    const indicator = await anIndicator(tx);
    await enter(tx, { indicator, end: '2025-12-31', value: 10, seen: 0 });
    expect((await enter(tx, { indicator, end: '2025-12-31', value: 12, seen: 0 })).ok).toBe(false);
    expect(await standingValues(tx, indicator)).toEqual({ '2025-12-31': 10 });
  }));

test('a value that looks wrong is asked about, and kept once somebody is sure', () =>
  inRollback(async (tx) => {
    await twoZones(tx);
    const indicator = await anIndicator(tx, { period: 'month', accumulation: 'cumulative' });
    await enter(tx, { indicator, end: '2026-01-31', value: 10 });
    await enter(tx, { indicator, end: '2026-02-28', value: 21 });
    const lower = { indicator, end: '2026-03-31', value: 20, isSure: false };
    expect(fields(await enter(tx, lower))).toEqual(['isSure']);
    expect(problems(await enter(tx, { ...lower, isSure: true }))).toEqual([]);
    expect(Object.values(await standingValues(tx, indicator))).toEqual([10, 21, 20]);
  }));

test.each([
  [{ end: '2025-11-30' }, ['end']],
  [{ end: '2027-12-31' }, ['end']],
  [{ end: 'yesterday' }, ['end']],
  [{ value: Number.NaN }, ['value']],
  [{ sourceZh: '' }, ['sourceZh']],
  [{ sourceUrl: 'javascript:alert(1)' }, ['sourceUrl']],
  [{ sourceZh: 'a\u0000b' }, ['sourceZh']],
  [{ note: '\ud800' }, ['note']],
  [{ document: '00000000-0000-4000-8000-000000000000' }, ['document']],
])('%o is refused beside its field', (said, wrong) =>
  inRollback(async (tx) => {
    await twoZones(tx);
    const indicator = await anIndicator(tx);
    expect(fields(await enter(tx, { indicator, end: '2025-12-31', value: 1, ...said }))).toEqual(wrong);
  }),
);

test('a formula is read, and one that names nothing, nobody or itself is refused', () =>
  inRollback(async (tx) => {
    await twoZones(tx);
    const a = await anIndicator(tx, { key: 'a' });
    await anIndicator(tx, { key: 'b', formula: 'a × 2' });
    const refusedAs = async (formula: string) => problems(await changeIndicator(tx, commandLine, { id: a, formula }));
    expect(await refusedAs('b +')).toEqual(['formula: Character 4: The formula ends too early.']);
    expect(await refusedAs('nowhere × 2')).toEqual(['formula: The zone has no indicators with these keys: nowhere']);
    expect(await refusedAs('2 × 2')).toEqual(['formula: The formula names no indicator and counts no records.']);
    expect(await refusedAs('a + 1')).toEqual(['formula: The formula leads back to itself: a → a']);
    expect(await refusedAs('b + 1')).toEqual(['formula: The formula leads back to itself: a → b → a']);
    expect(problems(await changeIndicator(tx, commandLine, { id: a, key: 'c' }))).toEqual([
      'key: Formulas refer to it by its key, which has to stay: b',
    ]);
  }));

test('what is computed is not entered, follows what it is made of, and says that it is computed', () =>
  inRollback(async (tx) => {
    await twoZones(tx);
    const a = await anIndicator(tx, { key: 'a' });
    const b = await anIndicator(tx, { key: 'b' });
    const rate = await anIndicator(tx, { key: 'rate', formula: 'ratio(a, b)', decimals: 1 });
    const grown = await anIndicator(tx, { key: 'grown', formula: 'growth(rate)' });
    for (const [year, value] of [
      [2024, 20],
      [2025, 30],
    ] as const) {
      await enter(tx, { indicator: a, end: `${year}-12-31`, value });
      await enter(tx, { indicator: b, end: `${year}-12-31`, value: 200 });
    }
    expect(await standingValues(tx, rate)).toEqual({ '2024-12-31': 10, '2025-12-31': 15 });
    expect(await standingValues(tx, grown)).toEqual({ '2025-12-31': 50 });
    expect((await enter(tx, { indicator: rate, end: '2025-12-31', value: 1 })).ok).toBe(false);
    await enter(tx, { indicator: b, end: '2025-12-31', value: 300 });
    expect(await standingValues(tx, grown)).toEqual({ '2025-12-31': 0 });
    const { rows } =
      await tx.execute(sql`select value::float8, origin, is_current, source_zh as source, note from observation
      where indicator_id = ${rate} and period_end = '2025-12-31' order by revision`);
    expect(rows).toMatchObject([
      { value: 15, origin: 'computed', is_current: false, source: '按公式计算：ratio(a, b)', note: '' },
      { value: 10, origin: 'computed', is_current: true, note: '所依据的数据有变化，重新计算' },
    ]);
    await changeIndicator(tx, commandLine, { id: rate, formula: 'a ÷ (b − b)' });
    expect(await standingValues(tx, rate)).toEqual({});
  }));

test('a roll-up is the sum of its parts whatever the order of what was entered and revised', async () => {
  const entry = fc.record({
    part: fc.nat(2),
    year: fc.integer({ min: 2020, max: 2025 }),
    value: fc.integer({ min: -1e6, max: 1e9 }),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(entry, { maxLength: 25 }), fc.boolean(), async (entries, formulaFirst) =>
      inRollback(async (tx) => {
        await twoZones(tx);
        const parts = [
          await anIndicator(tx, { key: 'p0' }),
          await anIndicator(tx, { key: 'p1' }),
          await anIndicator(tx, { key: 'p2' }),
        ];
        const add = () => anIndicator(tx, { key: 'total', formula: 'sum(p0, p1, p2)' });
        let total = formulaFirst ? await add() : 0;
        for (const { part, year, value } of entries)
          await enter(tx, { indicator: parts[part] ?? 0, end: `${year}-12-31`, value: value / 100 });
        if (!formulaFirst) total = await add();
        const [p0, p1, p2] = await Promise.all(parts.map((part) => standingValues(tx, part)));
        const ends = Object.keys(p0 ?? {}).filter((end) => end in (p1 ?? {}) && end in (p2 ?? {}));
        const expected = ends.map((end) => [
          end,
          Math.round(((p0?.[end] ?? 0) + (p1?.[end] ?? 0) + (p2?.[end] ?? 0)) * 1e4) / 1e4,
        ]);
        expect(await standingValues(tx, total)).toEqual(Object.fromEntries(expected));
      }),
    ),
    { numRuns: 15 },
  );
}, 60_000);

test('projects, money and honours are counted from their records, each project once', () =>
  inRollback(async (tx) => {
    await twoZones(tx);
    await tx.execute(sql`insert into project (id, zone_code, reference, name_zh, stage, stage_since, merged_into, parent_id)
      overriding system value values
      (1, ${here}, 'PJ-1', '甲', 'started', '2026-03-01', null, null), (2, ${here}, 'PJ-2', '甲（重复）', 'signed', '2026-02-01', 1, null),
      (3, ${here}, 'PJ-3', '甲二期', 'signed', '2026-04-01', null, 1), (4, ${here}, 'PJ-4', '乙', 'signed', '2025-06-01', null, null)`);
    await tx.execute(sql`insert into project_signing (project_id, zone_code, kind, amount, increment, signed_on, withdrawn_at, actor, actor_name)
      values (1, ${here}, 'formal', 300000000, 300000000, '2026-02-10', null, 'x', 'x'), (3, ${here}, 'formal', 50000000, 50000000, '2026-04-01', null, 'x', 'x'),
      (4, ${here}, 'formal', 100000000, 100000000, '2025-06-01', null, 'x', 'x'), (4, ${here}, 'formal', 9, 9, '2026-06-01', now(), 'x', 'x')`);
    await tx.execute(sql`insert into project_arrival (project_id, zone_code, kind, amount, arrived_on, source, actor, actor_name) values
      (1, ${here}, 'capital', 1000, '2026-05-01', 's', 'x', 'x'), (1, ${here}, 'capital', -400, '2026-05-02', 's', 'x', 'x'),
      (1, ${here}, 'fixed-assets', 7, '2026-05-01', 's', 'x', 'x')`);
    const said = { baseline: 0, baselineOn: '2024-12-31' };
    let keys = 0;
    const counted = async (formula: string, accumulation: 'cumulative' | 'point') =>
      standingValues(
        tx,
        await anIndicator(tx, {
          ...said,
          formula,
          accumulation,
          key: `k${(keys += 1)}`,
        }),
      );
    expect(await counted('projects(signed)', 'cumulative')).toMatchObject({ '2025-12-31': 1, '2026-12-31': 1 });
    expect(await counted('projects(signed)', 'point')).toMatchObject({ '2025-12-31': 1, '2026-12-31': 2 });
    expect(await counted('signed_amount() ÷ 100000000', 'cumulative')).toMatchObject({
      '2025-12-31': 1,
      '2026-12-31': 3.5,
    });
    expect(await counted('arrived_amount()', 'cumulative')).toMatchObject({ '2026-12-31': 600 });
    expect(await counted('arrived_amount(fixed_assets)', 'cumulative')).toMatchObject({ '2026-12-31': 7 });
    expect(await counted('effective_connections() + honours(national)', 'point')).toMatchObject({ '2026-12-31': 0 });
  }));
