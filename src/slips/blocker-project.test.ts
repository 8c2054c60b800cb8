import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { commandLine, type Actor } from '#accounts/actor.ts';
import type { Database, Tx } from '#platform/database.server.ts';
import { cloneTemplate } from '../../tests/support/database.ts';
import { got, slipWorld, type SlipWorld } from '../../tests/support/slips.ts';
import { blockerFor, blockersOfProject } from './read-blockers.server.ts';
import { ownProjects } from './read-projects.server.ts';
import { takeOnBlocker } from './write-blocker-answers.server.ts';
import { fileBlocker } from './write-blocker.server.ts';

let database: Database;
let world: SlipWorld;
const ids = { signed: 0, lead: 0, foreign: 0, elsewhere: 0 };

async function project(tx: Tx, of: { zone: string; investor: number; stage: string; name: string }): Promise<number> {
  const { rows } = await tx.execute<{ id: string }>(sql`
    insert into project (zone_code, reference, name_zh, name_en, stage, stage_since, investor_id, manager_name)
    values (${of.zone}, ${`PJ-${of.name}`}, ${of.name}, '', ${of.stage}, '2026-01-01', ${of.investor}, '机密经办') returning id`);
  return Number(rows[0]?.id);
}

beforeAll(async () => {
  database = await cloneTemplate();
  await database.inTransaction(commandLine, async (tx) => {
    world = await slipWorld(tx);
    const { here: zone, there, enterprise: investor, other } = world;
    ids.signed = await project(tx, { zone, investor, stage: 'started', name: '光学二期' });
    ids.lead = await project(tx, { zone, investor, stage: 'lead', name: '光学三期线索' });
    ids.foreign = await project(tx, { zone, investor: other, stage: 'started', name: '别家项目' });
    ids.elsewhere = await project(tx, { zone: there, investor, stage: 'started', name: '外区项目' });
  });
});
afterAll(() => database.close());
beforeEach(() =>
  database.inTransaction(commandLine, (tx) =>
    tx.execute(sql`delete from slip`).then(() => tx.execute(sql`delete from blocker`)),
  ),
);

const as = <T>(actor: Actor, work: (tx: Tx) => Promise<T>) => database.inTransaction(actor, work);
const file = (projectId: number | null) =>
  database.allOrNothing(world.member, (tx) => {
    const said = { kind: 'utility', title: '用电容量不够', body: '三个月没有答复。' };
    return fileBlocker(tx, world.member, {
      fields: { organisationId: world.enterprise, projectId, ...said },
      files: [],
    });
  });

test('an enterprise chooses among its own projects of its zone, and knows nothing of them but their names', async () => {
  const known = await as(world.member, (tx) => ownProjects(tx, [world.enterprise, world.other]));
  expect(known).toEqual([{ id: ids.signed, organisation: world.enterprise, name: { zh: '光学二期', en: '光学二期' } }]);
  expect(await as(world.member, (tx) => tx.execute(sql`select from project`))).toMatchObject({ rowCount: 0 });
  const rest: Actor[] = [world.otherMember, world.foreigner, { id: 'visitor', name: 'v', memberships: [] }];
  for (const one of rest) expect(await as(one, (tx) => ownProjects(tx, [world.enterprise]))).toEqual([]);
});

test('the project’s page shows what stops it, and the blocker’s page names the project to both', async () => {
  const { id } = got(await file(ids.signed));
  expect(await as(world.publisher, (tx) => blockersOfProject(tx, ids.signed))).toMatchObject([
    { id, title: '用电容量不够', state: 'filed' },
  ]);
  expect(await as(world.foreigner, (tx) => blockersOfProject(tx, ids.signed))).toEqual([]);
  expect((await as(world.member, (tx) => blockerFor(tx, world.member, id)))?.project?.name.zh).toBe('光学二期');
  expect((await as(world.broker, (tx) => blockerFor(tx, world.broker, id)))?.project?.name.zh).toBe('光学二期');
});

describe('a project that is refused', () => {
  test.each(['lead', 'foreign', 'elsewhere'] as const)('of the member: %s', async (which) => {
    expect(await file(ids[which])).toMatchObject({ ok: false, problems: [{ field: 'projectId' }] });
    expect(await as(commandLine, (tx) => tx.execute(sql`select from blocker`))).toMatchObject({ rowCount: 0 });
  });

  test.each(['foreign', 'elsewhere'] as const)('of the zone when it takes the blocker on: %s', async (which) => {
    const { id } = got(await file(null));
    const fields = { difficulty: 'ordinary', unitId: world.unitA, projectId: ids[which] };
    const taken = await database.allOrNothing(world.broker, (tx) =>
      takeOnBlocker(tx, world.broker, { id, fields, today: '2026-09-07' }),
    );
    expect(taken).toMatchObject({ ok: false, problems: [{ field: 'projectId' }] });
  });
});

test('the zone may say which project it is about, or that it is about none; without a word it stays', async () => {
  const take = async (id: number, more: object) => {
    const fields = { difficulty: 'ordinary', unitId: world.unitA, ...more };
    got(
      await database.allOrNothing(world.broker, (tx) =>
        takeOnBlocker(tx, world.broker, { id, fields, today: '2026-09-07' }),
      ),
    );
    return (await as(world.broker, (tx) => blockerFor(tx, world.broker, id)))?.blocker.projectId;
  };
  expect(await take(got(await file(null)).id, { projectId: ids.lead })).toBe(ids.lead);
  expect(await take(got(await file(ids.signed)).id, {})).toBe(ids.signed);
  expect(await take(got(await file(ids.signed)).id, { projectId: null })).toBeNull();
});
