import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { commandLine } from '#accounts/actor.ts';
import { sayWhoAsks } from '#platform/database.server.ts';
import { inRollback } from '../../../tests/support/database.ts';
import { fieldsOf, firsts, seen, today } from '../../../tests/support/project-care.ts';
import { aProject, here, noon as now, projectWorld, valueOf } from '../../../tests/support/projects.ts';
import { projectRow } from '../read-row.server.ts';
import { moveProject } from '../write-move.server.ts';
import { setMeasure } from '../write-parts.server.ts';
import { recordSigning } from '../write-signing.server.ts';
import { answerCheck } from './write-check.server.ts';
import { addEvidence, removeEvidence } from './write-evidence.server.ts';
import { saveCareList } from './write-lists.server.ts';
import { addMilestone, changeMilestone, removeMilestone } from './write-milestone.server.ts';
import { setPermit } from './write-permit.server.ts';
import { judgePromise } from './write-verdict.server.ts';
import { recordVisit } from './write-visit.server.ts';
import { refreshProjects } from '../write-standing.server.ts';

test('whoever may not work on the project records nothing of its care', () =>
  inRollback(async (tx) => {
    const world = await projectWorld(tx);
    const id = await aProject(tx, world);
    const { question, step, tag } = await firsts(tx);
    valueOf(await addMilestone(tx, world.broker, { id, name: '封顶', dueOn: today, now }));
    valueOf(await setMeasure(tx, world.broker, { id, measure: 'jobs', year: 2026, promised: 5, now }));
    const milestone = (await seen(tx, world, id)).care.milestones[0]?.id ?? 0;
    const everything = async () => {
      await sayWhoAsks(tx, commandLine);
      const { rows } = await tx.execute(sql`select (select jsonb_agg(project) from project) as p,
        (select count(*) from project_check) as c, (select count(*) from project_permit) as q,
        (select jsonb_agg(project_milestone) from project_milestone) as m, (select count(*) from project_visit) as v,
        (select count(*) from project_verdict) as j, (select count(*) from project_evidence) as e,
        (select count(*) from history) as h`);
      return rows;
    };
    const before = await everything();
    for (const who of world.strangers) {
      if (!who.viewedBy) await sayWhoAsks(tx, who);
      const outcomes = [
        await answerCheck(tx, who, { id, question, result: 'fine', checkedOn: today, now }),
        await setPermit(tx, who, { id, step, appliedOn: today, now }),
        await addMilestone(tx, who, { id, name: 'x', dueOn: today, now }),
        await changeMilestone(tx, who, { id, milestone, doneOn: today, now }),
        await removeMilestone(tx, who, { id, milestone, now }),
        await recordVisit(tx, who, { id, visitedOn: today, visitor: 'x', said: 'x', now }),
        await judgePromise(tx, who, { id, measure: 'jobs', verdict: 'kept', note: 'x', now }),
        await addEvidence(tx, who, { id, tag, document: '00000000-0000-4000-8000-000000000000', now }),
        await removeEvidence(tx, who, { id, evidence: 1, now }),
        await saveCareList(tx, who, { list: 'questions', rows: [] }),
      ];
      expect([who.name, ...outcomes.filter(({ ok }) => ok)]).toEqual([who.name]);
      expect(await everything()).toEqual(before);
    }
    expect(fieldsOf(await judgePromise(tx, world.broker, { id, measure: 'jobs', verdict: 'kept', now }))).toEqual([
      'measure',
    ]);
    expect((await saveCareList(tx, world.broker, { list: 'tags', rows: [] })).ok).toBe(false);
  }));

test('a stop hinders signing until it is cleared, and is never said without a word', () =>
  inRollback(async (tx) => {
    const world = await projectWorld(tx);
    const id = await aProject(tx, world);
    const { question } = await firsts(tx);
    const answer = (result: 'fine' | 'stop', note = '', checkedOn = today) =>
      answerCheck(tx, world.officer, { id, question, result, note, checkedOn, now });
    expect(fieldsOf(await answer('stop'))).toEqual(['note']);
    expect(fieldsOf(await answer('fine', '', '2026-09-12'))).toEqual(['checkedOn']);
    expect(
      fieldsOf(await answerCheck(tx, world.broker, { id, question: 999_999, result: 'fine', checkedOn: today, now })),
    ).toEqual(['question']);
    valueOf(await answer('stop', '列入被执行人名单'));
    valueOf(await recordSigning(tx, world.broker, { id, kind: 'formal', amount: 1e8, signedOn: today, now }));
    const sign = () => moveProject(tx, world.broker, { id, to: 'signed', on: today, now });
    expect(fieldsOf(await sign())).toEqual(['no-stop']);
    const { checks } = (await seen(tx, world, id)).care;
    expect([checks.stops, checks.open, checks.rows[0]?.answer?.actorName]).toEqual([1, 6, 'officer']);
    valueOf(await answer('fine', '已结案'));
    valueOf(await sign());
  }));

test('a permit that is late turns the light, and the days it began with stay its days', () =>
  inRollback(async (tx) => {
    const world = await projectWorld(tx);
    const id = await aProject(tx, world, { since: '2026-09-01' });
    const { step } = await firsts(tx);
    const set = (said: Partial<Parameters<typeof setPermit>[2]>) =>
      setPermit(tx, world.officer, { id, step, now, ...said });
    expect(fieldsOf(await set({ gotOn: today }))).toEqual(['appliedOn']);
    expect(fieldsOf(await set({ appliedOn: '2026-09-12' }))).toEqual(['appliedOn']);
    expect(fieldsOf(await set({ appliedOn: today, gotOn: '2026-09-10' }))).toEqual(['gotOn']);
    expect(fieldsOf(await set({ isWaived: true }))).toEqual(['note']);
    expect(fieldsOf(await set({ isWaived: true, appliedOn: today, note: 'x' }))).toEqual(['appliedOn']);
    valueOf(await set({ appliedOn: '2026-09-08' }));
    expect(await projectRow(tx, world.broker, id)).toMatchObject({ light: 'green' });
    await tx.execute(sql`update permit_step set days = 100 where id = ${step}`);
    valueOf(await set({ appliedOn: '2026-09-07' }));
    expect(await projectRow(tx, world.broker, id)).toMatchObject({
      ...{ light: 'yellow', lightReasons: [{ kind: 'permit', on: '2026-09-10', name: { zh: '立项备案' } }] },
    });
    valueOf(await set({ appliedOn: '2026-09-07', gotOn: today, note: '补正一次' }));
    expect(await projectRow(tx, world.broker, id)).toMatchObject({ light: 'green' });
    expect((await seen(tx, world, id)).care.permits[0]).toMatchObject({ state: 'got', days: 3, over: 1 });
    valueOf(await set({}));
    expect((await seen(tx, world, id)).care.permits[0]).toMatchObject({ state: 'waiting', days: 100 });
  }));

test('a milestone that is missed turns the light; a new date says why', () =>
  inRollback(async (tx) => {
    const world = await projectWorld(tx);
    const id = await aProject(tx, world, { since: '2026-09-01' });
    expect(fieldsOf(await addMilestone(tx, world.broker, { id, name: ' ', dueOn: today, now }))).toEqual(['name']);
    valueOf(await addMilestone(tx, world.broker, { id, name: '主体封顶', dueOn: '2026-09-10', now }));
    expect(await projectRow(tx, world.broker, id)).toMatchObject({
      ...{ light: 'yellow', lightReasons: [{ kind: 'milestone', name: '主体封顶' }] },
    });
    const milestone = (await seen(tx, world, id)).care.milestones[0]?.id ?? 0;
    const change = (said: object) => changeMilestone(tx, world.broker, { id, milestone, now, ...said });
    expect(fieldsOf(await change({ dueOn: '2026-10-10' }))).toEqual(['note']);
    expect(fieldsOf(await change({ doneOn: '2026-09-12' }))).toEqual(['doneOn']);
    expect(fieldsOf(await change({ milestone: milestone + 1 }))).toEqual(['milestone']);
    valueOf(await change({ dueOn: '2026-10-10', note: '雨季' }));
    expect(await projectRow(tx, world.broker, id)).toMatchObject({ light: 'green' });
    valueOf(await change({ doneOn: today }));
    expect((await seen(tx, world, id)).care.milestones).toMatchObject([{ dueOn: '2026-10-10', doneOn: today }]);
    valueOf(await removeMilestone(tx, world.broker, { id, milestone, now }));
    expect((await seen(tx, world, id)).care.milestones).toEqual([]);
  }));

test('what produces is to be visited, and what was promised there is the next step', () =>
  inRollback(async (tx) => {
    const world = await projectWorld(tx);
    const id = await aProject(tx, world);
    await tx.execute(sql`update project set stage = 'in-production', stage_since = '2026-02-01' where id = ${id}`);
    await tx.execute(sql`insert into project_log (project_id, zone_code, kind, to_value, happened_on, actor, actor_name)
      values (${id}, ${here}, 'stage', 'in-production', '2026-02-01', 's', 's')`);
    await refreshProjects(tx, { ids: [id], today });
    expect(await projectRow(tx, world.broker, id)).toMatchObject({
      ...{ light: 'yellow', lightReasons: [{ kind: 'visit', on: '2026-08-01' }] },
    });
    const visit = (said: object) =>
      recordVisit(tx, world.officer, { id, visitedOn: today, visitor: '李强', said: '用电紧张', now, ...said });
    expect(fieldsOf(await visit({ visitedOn: '2026-09-12' }))).toEqual(['visitedOn']);
    expect(fieldsOf(await visit({ promise: '增容' }))).toEqual(['promisedBy']);
    expect(fieldsOf(await visit({ promisedBy: today }))).toEqual(['promise']);
    expect(fieldsOf(await visit({ promise: '增容', promisedBy: '2026-09-10' }))).toEqual(['promisedBy']);
    expect(fieldsOf(await visit({ said: '' }))).toEqual(['said']);
    valueOf(await visit({ promise: '协调增容', promisedBy: '2026-10-15' }));
    const row = await projectRow(tx, world.broker, id);
    expect(row).toMatchObject({ light: 'green', nextStep: '协调增容', nextStepOn: '2026-10-15' });
    expect((await seen(tx, world, id)).care.visitDueOn).toBe('2027-03-11');
  }));
