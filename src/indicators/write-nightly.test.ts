import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { theSystem } from '#accounts/actor.ts';
import { openDatabase, type Database } from '#platform/database.server.ts';
import { newClone } from '../../tests/support/database.ts';
import { anIndicator, enter } from '../../tests/support/measures.ts';
import { here } from '../../tests/support/organisations.ts';
import { twoZones } from '../../tests/support/zones.ts';
import { refreshOn } from './write-nightly.server.ts';

let database: Database;
beforeAll(async () => {
  database = openDatabase(await newClone());
});
afterAll(() => database.close());

test('overnight a value becomes late, and what counts records is counted again', async () => {
  const { entered, counted } = await database.inTransaction(theSystem, async (tx) => {
    await twoZones(tx);
    const entered = await anIndicator(tx, { period: 'month', baseline: 1, baselineOn: '2026-09-30', dueDays: 15 });
    await enter(tx, { indicator: entered, end: '2026-10-31', value: 2 });
    const counted = await anIndicator(tx, {
      nameZh: '到资',
      period: 'month',
      accumulation: 'cumulative',
      formula: 'arrived_amount()',
    });
    return { entered, counted };
  });
  const standing = async (id: number) => {
    const rows = await database.inTransaction(theSystem, (tx) =>
      tx.execute<{ light: string; owed: string | null; latest: number | null }>(sql`
        select light, owed_on::text as owed, latest::float8 as latest from indicator where id = ${id}`),
    );
    return rows.rows[0];
  };
  await refreshOn(database, '2026-11-20');
  expect(await standing(entered)).toMatchObject({ owed: '2026-11-30' });
  await refreshOn(database, '2027-01-29');
  expect((await standing(entered))?.light).toBe('red');
  await database.inTransaction(theSystem, async (tx) => {
    await tx.execute(sql`insert into project (id, zone_code, reference, name_zh, stage, stage_since)
      overriding system value values (990001, ${here}, 'P-990001', '夜间项目', 'signed', '2026-05-01')`);
    await tx.execute(sql`insert into project_arrival
      (project_id, zone_code, kind, amount, arrived_on, source, actor, actor_name)
      values (990001, ${here}, 'capital', 600, '2027-01-10', '验资报告', 'x', 'x')`);
  });
  await refreshOn(database, '2027-01-30');
  expect((await standing(counted))?.latest).toBe(600);
});
