import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { commandLine } from '#accounts/actor.ts';
import { inRollback } from '../../tests/support/database.ts';
import { aProject, here, noon, projectWorld, valueOf } from '../../tests/support/projects.ts';
import { alikeTo } from './read-alike.server.ts';
import { projectRow } from './read-row.server.ts';
import { tieLead } from './write-lead.server.ts';
import { refreshProjects } from './write-standing.server.ts';
import { saveStages } from './write-stages.server.ts';

const asked = { zone: here, nameEn: '', investorId: null, investorName: '', site: '' };

test('a lead that looks like a project of the zone finds it; one that was merged, or another zone’s people, find none', () =>
  inRollback(async (tx) => {
    const world = await projectWorld(tx);
    const id = await aProject(tx, world);
    await aProject(tx, world, { nameZh: '生物医药产业园', investorName: '别的公司' });
    const one = { ...asked, nameZh: '澄光光电激光雷达产线' };
    expect(await alikeTo(tx, world.broker, one)).toMatchObject([{ id, by: ['name'] }]);
    expect(await alikeTo(tx, world.broker, { ...one, investorName: '澄光光电' })).toMatchObject([
      { id, by: ['name', 'investor'] },
    ]);
    const stranger = world.strangers.find(({ name }) => name.startsWith('broker of'));
    expect(stranger && (await alikeTo(tx, stranger, one))).toEqual([]);
    await tx.execute(sql`update project set merged_into = (select max(id) from project) where id = ${id}`);
    expect(await alikeTo(tx, world.broker, one)).toEqual([]);
  }));

test('a lead that is a project already is kept with it; nobody else ties one', () =>
  inRollback(async (tx) => {
    const world = await projectWorld(tx);
    const id = await aProject(tx, world);
    for (const who of world.strangers) expect((await tieLead(tx, who, { id, origin: 'inquiry' })).ok).toBe(false);
    valueOf(await tieLead(tx, world.broker, { id, origin: 'inquiry', originNote: 'ZX-20260910-002', now: noon }));
    const { rows } = await tx.execute(sql`select origin, note from project_lead`);
    expect(rows).toEqual([{ origin: 'inquiry', note: 'ZX-20260910-002' }]);
    expect(await projectRow(tx, world.broker, id)).toMatchObject({ origin: 'hand', revision: 3 });
  }));

test('only an operator says how long a stage takes and what it asks for, and the lights follow', () =>
  inRollback(async (tx) => {
    const world = await projectWorld(tx);
    const id = await aProject(tx, world, { since: '2026-09-01' });
    const rules = { lead: { usualDays: 5, needs: ['coordinates' as const] } };
    for (const who of [world.broker, world.officer, ...world.strangers])
      expect((await saveStages(tx, who, { rules, now: noon })).ok).toBe(false);
    expect((await projectRow(tx, world.broker, id))?.light).toBe('green');
    const wrong = { lead: { usualDays: 0, needs: [] } };
    expect(await saveStages(tx, commandLine, { rules: wrong })).toMatchObject({ problems: [{ field: 'lead' }] });
    valueOf(await saveStages(tx, commandLine, { rules, now: noon }));
    expect((await projectRow(tx, world.broker, id))?.light).toBe('red');
    const { rows } = await tx.execute(sql`select stage, need from stage_field`);
    expect(rows).toEqual([{ stage: 'lead', need: 'coordinates' }]);
  }));

test('a night alone turns lights, and a second look the same night changes nothing', () =>
  inRollback(async (tx) => {
    const world = await projectWorld(tx);
    const id = await aProject(tx, world, { since: '2026-09-01' });
    expect(await refreshProjects(tx, { today: '2026-10-05' })).toBe(1);
    expect(await refreshProjects(tx, { today: '2026-10-05' })).toBe(0);
    expect(await projectRow(tx, world.broker, id)).toMatchObject({
      ...{ light: 'yellow', standingOn: '2026-10-05', lightReasons: [{ kind: 'stage', on: '2026-10-01' }] },
    });
  }));
