import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { commandLine } from '#accounts/actor.ts';
import { sayWhoAsks, type Tx } from '#platform/database.server.ts';
import { inRollback } from '../../tests/support/database.ts';
import { aProject, noon, projectWorld, valueOf, type ProjectWorld } from '../../tests/support/projects.ts';
import { projectRow } from './read-row.server.ts';
import { recordArrival } from './write-arrival.server.ts';
import { mergeProjects } from './write-merge.server.ts';
import { moveProject } from './write-move.server.ts';
import { addMember, removeMember, setMeasure } from './write-parts.server.ts';
import { recordSigning, withdrawSigning, type SigningInput } from './write-signing.server.ts';
import { splitProject } from './write-split.server.ts';
import { setStatus } from './write-status.server.ts';
import { createProject } from './write.server.ts';

const yi = 100_000_000;

/** Projects that count, and what is agreed and arrived over all of them. */
async function totals(tx: Tx) {
  const { rows } = await tx.execute<Record<string, number>>(sql`select count(counts_on)::int as counted,
    coalesce(sum(agreed), 0)::float as agreed, coalesce(sum(arrived), 0)::float as arrived,
    (select coalesce(sum(increment), 0)::float from project_signing where withdrawn_at is null) as lines
    from project where merged_into is null`);
  return rows[0];
}

async function sign(tx: Tx, world: ProjectWorld, line: Omit<SigningInput, 'id'> & { id: number }) {
  return recordSigning(tx, world.broker, { ...line, now: noon });
}
const fieldsOf = (outcome: { ok: boolean; problems?: { field?: string }[] }) =>
  outcome.problems?.map(({ field }) => field);

test('whoever may not work on the project records, withdraws, splits and merges nothing', () =>
  inRollback(async (tx) => {
    const world = await projectWorld(tx);
    const [id, into] = [await aProject(tx, world), await aProject(tx, world)];
    valueOf(await sign(tx, world, { id, kind: 'formal', amount: yi, signedOn: '2026-03-01' }));
    const everything = async () => {
      await sayWhoAsks(tx, commandLine);
      const { rows } = await tx.execute(sql`select (select jsonb_agg(project) from project) as p,
        (select jsonb_agg(project_signing) from project_signing) as s, (select count(*) from history) as h,
        (select count(*) from project_arrival) as a, (select count(*) from project_member) as m`);
      return rows;
    };
    const { rows } = await tx.execute<{ id: string }>(sql`select id from project_signing`);
    const signing = Number(rows[0]?.id);
    const before = await everything();
    for (const who of world.strangers) {
      if (!who.viewedBy) await sayWhoAsks(tx, who);
      const day = '2026-03-02';
      const outcomes = [
        await recordSigning(tx, who, { id, kind: 'addition', amount: 1, signedOn: day }),
        await withdrawSigning(tx, who, { id, signing, reason: 'x' }),
        await recordArrival(tx, who, { id, kind: 'capital', amount: 1, arrivedOn: day, source: 'x' }),
        await setStatus(tx, who, { id, status: 'paused', on: day, reason: 'x' }),
        await setMeasure(tx, who, { id, measure: 'jobs', year: 2027, promised: 1 }),
        await addMember(tx, who, { id, name: 'x', role: 'other' }),
        await removeMember(tx, who, { id, member: 1 }),
        await splitProject(tx, who, { id, reason: 'x', parts: [{ nameZh: 'x', amount: 1 }] }),
        await mergeProjects(tx, who, { id, into, reason: 'x' }),
      ];
      expect([who.name, ...outcomes.filter(({ ok }) => ok)]).toEqual([who.name]);
      expect(await everything()).toEqual(before);
    }
  }));

test('a framework, the contract it became and an addition are one project with three lines', () =>
  inRollback(async (tx) => {
    const world = await projectWorld(tx);
    const id = await aProject(tx, world);
    valueOf(await sign(tx, world, { id, kind: 'formal', amount: 8 * yi, signedOn: '2026-05-01' }));
    valueOf(await sign(tx, world, { id, kind: 'framework', amount: 10 * yi, signedOn: '2026-03-01' }));
    valueOf(await sign(tx, world, { id, kind: 'addition', amount: 3 * yi, signedOn: '2026-06-01' }));
    expect(await totals(tx)).toEqual({ counted: 1, agreed: 11 * yi, arrived: 0, lines: 11 * yi });
    expect(await projectRow(tx, world.broker, id)).toMatchObject({ countsOn: '2026-03-01', countsAs: 'framework' });
    const late = await sign(tx, world, { id, kind: 'framework', amount: yi, signedOn: '2026-07-01' });
    expect(fieldsOf(late)).toEqual(['kind']);
    const future = await sign(tx, world, { id, kind: 'addition', amount: yi, signedOn: '2026-12-01' });
    expect(fieldsOf(future)).toEqual(['signedOn']);
  }));

test('what is withdrawn counts no more, with its reason, and not before what rests on it', () =>
  inRollback(async (tx) => {
    const world = await projectWorld(tx);
    const id = await aProject(tx, world);
    valueOf(await sign(tx, world, { id, kind: 'formal', amount: 8 * yi, signedOn: '2026-05-01' }));
    valueOf(await sign(tx, world, { id, kind: 'addition', amount: yi, signedOn: '2026-06-01' }));
    const { rows } = await tx.execute<{ id: string }>(sql`select id from project_signing order by signed_on`);
    const [contract = 0, addition = 0] = rows.map((row) => Number(row.id));
    const take = (signing: number, reason: string) =>
      withdrawSigning(tx, world.broker, { id, signing, reason, now: noon });
    expect(fieldsOf(await take(contract, '违约'))).toEqual(['signing']);
    expect(fieldsOf(await take(addition, ' '))).toEqual(['reason']);
    valueOf(await take(addition, '未履约'));
    valueOf(await take(contract, '违约'));
    expect(fieldsOf(await take(contract, '违约'))).toEqual(['signing']);
    expect(await totals(tx)).toEqual({ counted: 0, agreed: 0, arrived: 0, lines: 0 });
  }));

test('an extension adds its increment and no second project, also while what it extends is not signed', () =>
  inRollback(async (tx) => {
    const world = await projectWorld(tx);
    const id = await aProject(tx, world);
    const extension = await aProject(tx, world, { nameZh: '二期', parentId: id });
    const later = await aProject(tx, world, { nameZh: '三期', parentId: extension });
    for (const one of [extension, later])
      valueOf(await sign(tx, world, { id: one, kind: 'formal', amount: 2 * yi, signedOn: '2026-05-01' }));
    expect(await totals(tx)).toMatchObject({ counted: 1, agreed: 4 * yi });
    valueOf(await sign(tx, world, { id, kind: 'formal', amount: 8 * yi, signedOn: '2026-02-01' }));
    expect(await totals(tx)).toMatchObject({ counted: 1, agreed: 12 * yi });
    expect(await projectRow(tx, world.broker, id)).toMatchObject({ countsOn: '2026-02-01' });
  }));

test('parts are together what the whole was, and are it again once merged', () =>
  inRollback(async (tx) => {
    const world = await projectWorld(tx);
    const id = await aProject(tx, world);
    valueOf(await sign(tx, world, { id, kind: 'framework', amount: 10 * yi, signedOn: '2025-03-01' }));
    valueOf(await sign(tx, world, { id, kind: 'formal', amount: 9 * yi + 0.01, signedOn: '2026-03-01' }));
    const before = await totals(tx);
    const asked = { id, reason: '分两个公司实施', now: noon };
    const tooMuch = await splitProject(tx, world.broker, { ...asked, parts: [{ nameZh: '全部', amount: 10 * yi }] });
    expect(fieldsOf(tooMuch)).toEqual(['parts']);
    const parts = [
      { nameZh: '激光器', amount: 2 * yi },
      { nameZh: '整机', amount: yi },
    ];
    const split = valueOf(await splitProject(tx, world.broker, { ...asked, parts }));
    expect(split.parts).toHaveLength(2);
    expect(await totals(tx)).toEqual(before);
    const byYear = await tx.execute(sql`select left(signed_on::text, 4) as year, sum(increment)::float as sum
      from project_signing where withdrawn_at is null group by 1 order by 1`);
    expect(byYear.rows).toEqual([
      { year: '2025', sum: 10 * yi },
      { year: '2026', sum: -yi + 0.01 },
    ]);
    const [part = 0] = split.parts;
    expect(await projectRow(tx, world.broker, part)).toMatchObject({ splitFrom: id, agreed: 2 * yi, countsOn: null });
    const back = { id: part, into: id, reason: '重新合并', now: noon };
    valueOf(await mergeProjects(tx, world.broker, back));
    expect(await totals(tx)).toEqual(before);
    // Also when the first of the family goes into one of its parts.
    valueOf(await mergeProjects(tx, world.broker, { ...back, id, into: split.parts[1] ?? 0 }));
    expect(await totals(tx)).toEqual(before);
    expect(await projectRow(tx, world.broker, split.parts[1] ?? 0)).toMatchObject({
      countsWith: null,
      splitFrom: null,
    });
  }));

test('two records of one project are one: what both wrote down stands once, and the old one leads on', () =>
  inRollback(async (tx) => {
    const world = await projectWorld(tx);
    const [id, into] = [await aProject(tx, world, { site: '澄阳路 8 号' }), await aProject(tx, world)];
    const money = { kind: 'capital', amount: yi, arrivedOn: '2026-06-01', source: '验资报告', now: noon } as const;
    for (const one of [id, into]) {
      valueOf(await sign(tx, world, { id: one, kind: 'formal', amount: 8 * yi, signedOn: '2026-05-01' }));
      valueOf(await sign(tx, world, { id: one, kind: 'addition', amount: yi, signedOn: '2026-06-01' }));
      valueOf(await recordArrival(tx, world.broker, { ...money, id: one }));
      valueOf(await setMeasure(tx, world.broker, { id: one, measure: 'jobs', year: 2027, promised: 100, now: noon }));
    }
    valueOf(await recordArrival(tx, world.broker, { ...money, id, amount: yi / 2, arrivedOn: '2026-07-01' }));
    expect(await totals(tx)).toMatchObject({ counted: 2, agreed: 18 * yi, arrived: 2.5 * yi });
    valueOf(await mergeProjects(tx, world.broker, { id, into, reason: '同一项目', now: noon }));
    expect(await totals(tx)).toMatchObject({ counted: 1, agreed: 9 * yi, arrived: 1.5 * yi });
    expect(await projectRow(tx, world.broker, into)).toMatchObject({ site: '澄阳路 8 号' });
    expect(await projectRow(tx, world.broker, id)).toMatchObject({ mergedInto: into, agreed: 0, countsOn: null });
    const after = await moveProject(tx, world.broker, { id, to: 'assessed', on: '2026-09-01', now: noon });
    expect(after.ok).toBe(false);
    const { rows } = await tx.execute(sql`select promised::int from project_measure where project_id = ${into}`);
    expect(rows).toEqual([{ promised: 100 }]);
  }));

test('money that arrived is dated and sourced, and a mistake is one more line', () =>
  inRollback(async (tx) => {
    const world = await projectWorld(tx);
    const id = await aProject(tx, world);
    const line = { id, kind: 'foreign-capital', amount: 3 * yi, arrivedOn: '2026-06-01', source: '银行回单' } as const;
    const record = (more: object) => recordArrival(tx, world.broker, { ...line, ...more, now: noon });
    valueOf(await record({}));
    expect(fieldsOf(await record({ amount: -yi }))).toEqual(['amount']);
    expect(fieldsOf(await record({ source: '' }))).toEqual(['source']);
    expect(fieldsOf(await record({ arrivedOn: '2026-10-01' }))).toEqual(['arrivedOn']);
    const { rows } = await tx.execute<{ id: string }>(sql`select id from project_arrival`);
    const corrects = Number(rows[0]?.id);
    expect(fieldsOf(await record({ amount: -4 * yi, corrects }))).toEqual(['amount']);
    expect(fieldsOf(await record({ amount: -yi, corrects, kind: 'capital' }))).toEqual(['corrects']);
    valueOf(await record({ amount: -yi, corrects }));
    valueOf(await record({ kind: 'fixed-assets', amount: yi }));
    expect(await projectRow(tx, world.broker, id)).toMatchObject({
      ...{ arrived: 2 * yi, arrivedForeign: 2 * yi, fixedAssets: yi },
    });
  }));

test('a project is lost to somewhere and for a reason, waits without a light, and goes on again', () =>
  inRollback(async (tx) => {
    const world = await projectWorld(tx);
    const id = await aProject(tx, world);
    const say = (more: object) =>
      setStatus(tx, world.broker, {
        id,
        status: 'lost',
        on: '2026-09-01',
        reason: '地价',
        lostTo: '',
        ...more,
        now: noon,
      });
    expect(fieldsOf(await say({}))).toEqual(['lostTo']);
    expect(fieldsOf(await say({ lostTo: '邻市', reason: '' }))).toEqual(['reason']);
    expect(fieldsOf(await say({ lostTo: '邻市', on: '2025-01-01' }))).toEqual(['on']);
    valueOf(await say({ lostTo: '邻市' }));
    expect(await projectRow(tx, world.broker, id)).toMatchObject({ status: 'lost', lostTo: '邻市', light: 'none' });
    valueOf(await say({ status: 'active', reason: '重新接洽', on: '2026-09-10' }));
    expect(await projectRow(tx, world.broker, id)).toMatchObject({ status: 'active', lostTo: '', light: 'red' });
  }));

test('what was promised and what came of it stand side by side, with a source', () =>
  inRollback(async (tx) => {
    const world = await projectWorld(tx);
    const id = await aProject(tx, world);
    const set = (more: object) =>
      setMeasure(tx, world.broker, { id, measure: 'output', year: 2027, promised: yi, ...more, now: noon });
    expect(fieldsOf(await set({ real: yi }))).toEqual(['source']);
    valueOf(await set({}));
    valueOf(await set({ real: yi / 2, source: '统计年报' }));
    const lines = () => tx.execute(sql`select promised::float, real::float, source from project_measure`);
    expect((await lines()).rows).toEqual([{ promised: yi, real: yi / 2, source: '统计年报' }]);
    valueOf(await set({ promised: null }));
    expect((await lines()).rows).toEqual([]);
  }));

test('an extension is of the same zone, and of a project that is there', () =>
  inRollback(async (tx) => {
    const world = await projectWorld(tx);
    const outcome = await createProject(tx, world.broker, { zone: '32101026', nameZh: '二期', parentId: 987_654 });
    expect(fieldsOf(outcome)).toEqual(['parentId']);
  }));
