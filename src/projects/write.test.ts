import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { commandLine } from '#accounts/actor.ts';
import { projectWords as words } from '#language/words/projects.ts';
import { sayWhoAsks, type Tx } from '#platform/database.server.ts';
import { inRollback } from '../../tests/support/database.ts';
import { aProject, here, noon, projectWorld, there, valueOf } from '../../tests/support/projects.ts';
import { projectRow } from './read-row.server.ts';
import { moveProject } from './write-move.server.ts';
import { changeProject, createProject } from './write.server.ts';

async function everything(tx: Tx) {
  await sayWhoAsks(tx, commandLine);
  const { rows } = await tx.execute(sql`select (select jsonb_agg(project) from project) as p,
    (select jsonb_agg(project_log) from project_log) as l, (select count(*) from history) as h`);
  return rows;
}
const fieldsOf = (outcome: { ok: boolean; problems?: { field?: string }[] }) =>
  outcome.problems?.map(({ field }) => field);

test('whoever is not of the zone, or reports for another unit, changes no project, and nothing happens', () =>
  inRollback(async (tx) => {
    const world = await projectWorld(tx);
    const id = await aProject(tx, world);
    const before = await everything(tx);
    for (const stranger of world.strangers) {
      // A look through another's eyes would leave the whole test's transaction without a pen.
      if (!stranger.viewedBy) await sayWhoAsks(tx, stranger);
      const outcomes = [
        await createProject(tx, stranger, { zone: here, nameZh: '另一个项目', blockId: world.block }),
        await changeProject(tx, stranger, { id, nameZh: '改名' }),
        await moveProject(tx, stranger, { id, to: 'assessed', on: '2026-09-01', now: noon }),
      ];
      expect([stranger.name, ...outcomes.map(({ ok }) => ok)]).toEqual([stranger.name, false, false, false]);
      expect(await everything(tx)).toEqual(before);
    }
  }));

test('another zone’s project answers as none does', () =>
  inRollback(async (tx) => {
    const world = await projectWorld(tx);
    const id = await aProject(tx, world);
    const far = { ...world.broker, memberships: [{ role: 'broker' as const, zone: there }] };
    const answer = await changeProject(tx, far, { id, nameZh: '改名' });
    expect(answer).toEqual(await changeProject(tx, far, { id: 987_654, nameZh: '改名' }));
    expect(await projectRow(tx, far, id)).toBeUndefined();
    expect(await projectRow(tx, world.broker, id)).toMatchObject({ nameZh: '澄光激光雷达产线', zoneCode: here });
  }));

test('an officer adds and changes projects of the own block, and gives none to another', () =>
  inRollback(async (tx) => {
    const world = await projectWorld(tx);
    await sayWhoAsks(tx, world.officer);
    const input = { zone: here, nameZh: '新材料中试线', now: noon };
    expect(fieldsOf(await createProject(tx, world.officer, input))).toEqual(['blockId']);
    const { id } = valueOf(await createProject(tx, world.officer, { ...input, blockId: world.block }));
    valueOf(await changeProject(tx, world.officer, { id, site: '澄阳路 8 号', now: noon }));
    const away = await changeProject(tx, world.officer, { id, blockId: world.otherBlock, now: noon });
    expect(fieldsOf(away)).toEqual(['blockId']);
    expect(fieldsOf(await changeProject(tx, world.officer, { id, isPublic: true }))).toEqual(['isPublic']);
  }));

test('each project has the next number of its day', () =>
  inRollback(async (tx) => {
    const world = await projectWorld(tx);
    const [one, two] = [await aProject(tx, world), await aProject(tx, world, { nameZh: '另一条产线' })];
    expect((await projectRow(tx, world.broker, one))?.reference).toBe('PJ-20260911-001');
    expect((await projectRow(tx, world.broker, two))?.reference).toBe('PJ-20260911-002');
  }));

test('nobody writes over a change they have not seen', () =>
  inRollback(async (tx) => {
    const world = await projectWorld(tx);
    const id = await aProject(tx, world);
    const seen = (await projectRow(tx, world.broker, id))?.revision ?? 0;
    valueOf(await changeProject(tx, world.broker, { id, revision: seen, site: '澄阳路 8 号', now: noon }));
    const late = await changeProject(tx, world.broker, { id, revision: seen, site: '别处', now: noon });
    expect(late).toMatchObject({ ok: false, problems: [{ says: words.stale }] });
    expect((await projectRow(tx, world.broker, id))?.site).toBe('澄阳路 8 号');
  }));

test('units of another zone, unknown organisations and half a coordinate are refused beside their fields', () =>
  inRollback(async (tx) => {
    const world = await projectWorld(tx);
    const { rows } = await tx.execute<{ id: string }>(
      sql`insert into unit (zone_code, kind, name_zh) values (${there}, 'block', '别处') returning id`,
    );
    const foreign = Number(rows[0]?.id);
    const outcome = await createProject(tx, world.broker, {
      ...{ zone: here, nameZh: 'x', blockId: foreign, investorId: 987_654, longitude: 120, since: '2027-01-01' },
      ...{ connectionId: 987_654, eventId: 987_654, managerAccountId: 987_654, now: noon },
    });
    expect(fieldsOf(outcome)?.sort()).toEqual([
      ...['blockId', 'connectionId', 'eventId', 'investorId', 'longitude', 'managerAccountId', 'since'],
    ]);
    const wrong = {
      zone: here,
      nameZh: ' ',
      country: 'China',
      industries: ['x'],
      plannedInvestment: -1,
      site: '\u0000',
    };
    expect(fieldsOf(await createProject(tx, world.broker, wrong))?.sort()).toEqual([
      ...['country', 'industries', 'nameZh', 'plannedInvestment', 'site'],
    ]);
  }));

test('a project moves on as far as its gates let it, every stage with its day', () =>
  inRollback(async (tx) => {
    const world = await projectWorld(tx);
    const id = await aProject(tx, world, { industries: [] });
    const move = { id, to: 'negotiating', on: '2026-02-10', now: noon } as const;
    const refusal = await moveProject(tx, world.broker, move);
    expect(refusal).toMatchObject({ ok: false, problems: [{ field: 'industry' }] });
    valueOf(await changeProject(tx, world.broker, { id, industries: ['3984'], now: noon }));
    valueOf(await moveProject(tx, world.broker, move));
    const { rows } = await tx.execute(sql`select from_value, to_value, happened_on::text as on from project_log
      where project_id = ${id} order by id`);
    expect(rows).toEqual([
      { from_value: '', to_value: 'lead', on: '2026-01-05' },
      { from_value: 'lead', to_value: 'assessed', on: '2026-02-10' },
      { from_value: 'assessed', to_value: 'negotiating', on: '2026-02-10' },
    ]);
    expect(await projectRow(tx, world.broker, id)).toMatchObject({
      ...{ stage: 'negotiating', stageSince: '2026-02-10', standingOn: '2026-09-11', light: 'yellow' },
    });
    expect(fieldsOf(await moveProject(tx, world.broker, { ...move, to: 'signed' }))).toEqual(['signing']);
  }));

test('what the operator asks for besides is asked', () =>
  inRollback(async (tx) => {
    const world = await projectWorld(tx);
    const id = await aProject(tx, world);
    await tx.execute(sql`insert into stage_field (stage, need) values ('assessed', 'coordinates')`);
    const move = await moveProject(tx, world.broker, { id, to: 'assessed', on: '2026-09-01', now: noon });
    expect(fieldsOf(move)).toEqual(['coordinates']);
  }));
