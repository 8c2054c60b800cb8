import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import type { Actor } from '#accounts/actor.ts';
import { inRollback } from '../../../tests/support/database.ts';
import { aFile, fieldsOf, firsts, seen, today } from '../../../tests/support/project-care.ts';
import { aProject, here, noon as now, projectWorld, valueOf } from '../../../tests/support/projects.ts';
import { recordArrival } from '../write-arrival.server.ts';
import { mergeProjects } from '../write-merge.server.ts';
import { setMeasure } from '../write-parts.server.ts';
import { recordSigning } from '../write-signing.server.ts';
import { careLists } from './read-lists.server.ts';
import { answerCheck } from './write-check.server.ts';
import { addEvidence, removeEvidence } from './write-evidence.server.ts';
import { saveCareList } from './write-lists.server.ts';
import { addMilestone } from './write-milestone.server.ts';
import { setPermit } from './write-permit.server.ts';
import { judgePromise } from './write-verdict.server.ts';

const leader: Actor = {
  ...{ id: 'account:20', accountId: 20, name: 'leader', memberships: [{ role: 'leader', zone: here }] },
};

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
    const [[signing = 0], [arrival = 0]] = [
      ledgers.signings.map((one) => one.id),
      ledgers.arrivals.map((one) => one.id),
    ];
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
    valueOf(await removeEvidence(tx, world.officer, { id, evidence: Math.min(...shown.map((one) => one.id)), now }));
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
    const added = { ...row, id: null, isUsed: true };
    valueOf(await saveCareList(tx, operator, { list: 'tags', rows: [{ ...added, neededFor: 'signing' }] }));
    valueOf(await saveCareList(tx, operator, { list: 'permits', rows: [{ ...added, days: 9 }] }));
  }));
