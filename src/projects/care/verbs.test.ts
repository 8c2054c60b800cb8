import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { commandLine, type Actor } from '#accounts/actor.ts';
import { sayWhoAsks, type Tx } from '#platform/database.server.ts';
import { inRollback } from '../../../tests/support/database.ts';
import { aProject, here, noon, projectWorld, valueOf, type ProjectWorld } from '../../../tests/support/projects.ts';
import { projectFor } from '../read-record.server.ts';
import { projectRow } from '../read-row.server.ts';
import { recordArrival } from '../write-arrival.server.ts';
import { mergeProjects } from '../write-merge.server.ts';
import { moveProject } from '../write-move.server.ts';
import { setMeasure } from '../write-parts.server.ts';
import { recordSigning } from '../write-signing.server.ts';
import { refreshProjects } from '../write-standing.server.ts';
import { careLists } from './read-lists.server.ts';
import { careOf } from './read.server.ts';
import { answerCheck } from './write-check.server.ts';
import { addEvidence, removeEvidence } from './write-evidence.server.ts';
import { saveCareList } from './write-lists.server.ts';
import { addMilestone, changeMilestone, removeMilestone } from './write-milestone.server.ts';
import { setPermit } from './write-permit.server.ts';
import { judgePromise } from './write-verdict.server.ts';
import { recordVisit } from './write-visit.server.ts';

const today = '2026-09-11';
const now = noon;
const fieldsOf = (outcome: { ok: boolean; problems?: { field?: string }[] }) =>
  outcome.problems?.map(({ field }) => field);
const leader: Actor = {
  ...{ id: 'account:20', accountId: 20, name: 'leader', memberships: [{ role: 'leader', zone: here }] },
};

/** The numbers of the first row of each list. */
async function firsts(tx: Tx) {
  const { questions, permits, tags } = await careLists(tx);
  return { question: questions[0]?.id ?? 0, step: permits[0]?.id ?? 0, tag: tags[0]?.id ?? 0 };
}

async function seen(tx: Tx, world: ProjectWorld, id: number, on = today) {
  const project = await projectFor(tx, world.broker, id);
  if (!project) throw new Error('no project');
  return { project, care: await careOf(tx, world.broker, { project, today: on }) };
}

/** A file of the zone, as uploading leaves it. */
async function aFile(tx: Tx, zone = here): Promise<string> {
  const { rows } = await tx.execute<{ id: string }>(sql`
    insert into file (zone_code, name, media_type, bytes, stored_bytes, sha256, variants, state, uploaded_by, uploader_name)
    values (${zone}, '合同.pdf', 'application/pdf', 1, 1, ${'0'.repeat(64)}, '[]', 'kept', 'x', 'x') returning id`);
  return rows[0]?.id ?? '';
}

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
      ...{ light: 'yellow', lightReasons: [{ kind: 'permit', on: '2026-09-10', days: 1, name: { zh: '立项备案' } }] },
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
      ...{ light: 'yellow', lightReasons: [{ kind: 'milestone', name: '主体封顶', days: 1 }] },
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
      ...{ light: 'yellow', lightReasons: [{ kind: 'visit', on: '2026-08-01', days: 41 }] },
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

test('a promise is judged by somebody other than the manager, and again once its figures change', () =>
  inRollback(async (tx) => {
    const world = await projectWorld(tx);
    const id = await aProject(tx, world);
    await tx.execute(sql`insert into account (id, email, name) overriding system value values (20, 'l@example.com', 'leader')
      on conflict do nothing`);
    const judge = (said: object = {}) =>
      judgePromise(tx, leader, { id, measure: 'output', verdict: 'partly', now, ...said });
    const measured = (real: number | null) =>
      setMeasure(tx, world.broker, { id, measure: 'output', year: 2026, promised: 100, real, source: '年报', now });
    expect(fieldsOf(await judge())).toEqual(['measure']);
    valueOf(await measured(null));
    expect(fieldsOf(await judge())).toEqual(['note']);
    valueOf(await measured(70));
    await tx.execute(sql`update project set manager_account_id = 20 where id = ${id}`);
    expect(fieldsOf(await judge())).toEqual(['measure']);
    await tx.execute(sql`update project set manager_account_id = null where id = ${id}`);
    valueOf(await judge());
    const promise = async () => (await seen(tx, world, id)).care.promises[0];
    expect(await promise()).toMatchObject({ share: 0.7, isOutdated: false, verdict: { verdict: 'partly' } });
    const missing = async () => {
      const { gates } = (await seen(tx, world, id)).project;
      return gates.at(-1)?.missing.map(({ need }) => need);
    };
    expect(await missing()).not.toContain('judged');
    valueOf(await measured(90));
    expect(await promise()).toMatchObject({ share: 0.9, isOutdated: true });
    expect(await missing()).toContain('judged');
  }));

test('each signing and arrival says which proof it lacks; the document of a line can be that proof', () =>
  inRollback(async (tx) => {
    const world = await projectWorld(tx);
    const id = await aProject(tx, world);
    const { tags } = await careLists(tx);
    const [contract = 0, slip = 0] = tags.map((tag) => tag.id);
    const document = await aFile(tx);
    valueOf(await recordSigning(tx, world.broker, { id, kind: 'formal', amount: 1e8, signedOn: today, document, now }));
    valueOf(
      await recordArrival(tx, world.broker, {
        id,
        kind: 'capital',
        amount: 1e6,
        arrivedOn: today,
        source: '银行',
        now,
      }),
    );
    const look = async () => (await seen(tx, world, id)).care.evidence;
    expect((await look()).missing.map(({ tagId, of }) => [tagId, of])).toEqual([
      [contract, 'signing'],
      [slip, 'arrival'],
    ]);
    const { ledgers } = (await seen(tx, world, id)).project;
    const [signing = 0, arrival = 0] = [ledgers.signings[0]?.id, ledgers.arrivals[0]?.id];
    valueOf(await addEvidence(tx, world.officer, { id, tag: contract, signing, now }));
    expect(fieldsOf(await addEvidence(tx, world.officer, { id, tag: contract, signing, now }))).toEqual(['tag']);
    expect(fieldsOf(await addEvidence(tx, world.officer, { id, tag: slip, arrival, now }))).toEqual(['file']);
    expect(fieldsOf(await addEvidence(tx, world.officer, { id, tag: slip, arrival: arrival + 1, now }))).toEqual([
      'about',
    ]);
    const foreign = await aFile(tx, '34101001');
    expect(fieldsOf(await addEvidence(tx, world.officer, { id, tag: slip, arrival, document: foreign, now }))).toEqual([
      'file',
    ]);
    valueOf(await addEvidence(tx, world.officer, { id, tag: slip, arrival, document: await aFile(tx), now }));
    const { missing, shown } = await look();
    expect([missing, shown.map(({ file }) => file?.name)]).toEqual([[], ['合同.pdf', '合同.pdf']]);
    valueOf(await removeEvidence(tx, world.officer, { id, evidence: shown[0]?.id ?? 0, now }));
    expect((await look()).missing).toHaveLength(1);
  }));

test('what was looked after goes with a project that is merged', () =>
  inRollback(async (tx) => {
    const world = await projectWorld(tx);
    const [id, into] = [await aProject(tx, world), await aProject(tx, world)];
    const { question, step } = await firsts(tx);
    const check = { question, checkedOn: today, now } as const;
    valueOf(await answerCheck(tx, world.broker, { id, ...check, result: 'doubt', note: '旧' }));
    valueOf(await answerCheck(tx, world.broker, { id: into, ...check, result: 'fine' }));
    valueOf(await setPermit(tx, world.broker, { id, step, appliedOn: today, now }));
    valueOf(await addMilestone(tx, world.broker, { id, name: '封顶', dueOn: '2026-12-01', now }));
    valueOf(await mergeProjects(tx, world.broker, { id, into, reason: '重复登记', now }));
    const { care } = await seen(tx, world, into);
    expect(care.checks).toMatchObject({ doubts: 0, open: 6 });
    expect([care.permits[0]?.state, care.milestones.map(({ name }) => name)]).toEqual(['running', ['封顶']]);
  }));

test('the operator adds to a list and takes from use; what is answered stays to be read', () =>
  inRollback(async (tx) => {
    const world = await projectWorld(tx);
    const id = await aProject(tx, world);
    const operator: Actor = { id: 'account:30', accountId: 30, name: 'o', memberships: [{ role: 'operator' }] };
    const { question } = await firsts(tx);
    valueOf(await answerCheck(tx, world.broker, { id, question, result: 'fine', checkedOn: today, now }));
    const row = { id: question, nameZh: '主体资格', nameEn: '', place: 1, isUsed: false };
    const rows = [row, { ...row, id: null, nameZh: '新问题', isUsed: true }];
    valueOf(await saveCareList(tx, operator, { list: 'questions', rows }));
    const { checks } = (await seen(tx, world, id)).care;
    expect(checks.rows.map(({ name }) => name.zh)).toEqual(expect.arrayContaining(['主体资格', '新问题']));
    expect(checks.open).toBe(7);
    const wrong = await saveCareList(tx, operator, { list: 'permits', rows: [{ ...row, days: 0 }] });
    expect(fieldsOf(wrong)).toEqual(['days-0']);
    const gone = await saveCareList(tx, operator, { list: 'questions', rows: [{ ...row, id: 999_999 }] });
    expect(gone.ok).toBe(false);
    const tag = { ...row, id: null, isUsed: true, neededFor: 'signing' };
    valueOf(await saveCareList(tx, operator, { list: 'tags', rows: [tag] }));
    valueOf(
      await saveCareList(tx, operator, {
        list: 'permits',
        rows: [{ ...tag, neededFor: undefined, days: 9 }].map(({ neededFor: _, ...one }) => one),
      }),
    );
  }));
