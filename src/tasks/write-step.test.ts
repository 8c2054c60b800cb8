import { sql } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import type { Actor } from '#accounts/actor.ts';
import type { Tx } from '#platform/database.server.ts';
import { inRollback } from '../../tests/support/database.ts';
import { owed, type Owing } from '../../tests/support/owed.ts';
import { addEvidence, removeEvidence } from './write-evidence.server.ts';
import { saveTask } from './write-save.server.ts';
import { askDone, beginTask, cancelTask, confirmDone, sendBackTask, takeBackDone } from './write-step.server.ts';

const origin = 'https://zone.example';
const standing = async (tx: Tx, { task }: Owing) => {
  const { rows } = await tx.execute(sql`select state, light, percent, done_on::text as "doneOn", done_asked_by as asked,
    revision, (select count(*)::int from task_step where task_id = task.id) as steps,
    (select count(*)::int from task_evidence where task_id = task.id) as evidence from task where id = ${task}`);
  return rows[0];
};

const instruction = async (tx: Tx, zone: string): Promise<number> => {
  const { rows } = await tx.execute<{
    id: string;
  }>(sql`insert into instruction (zone_code, leader_name, body, given_on, recorded_by)
    values (${zone}, '李书记', '请按新时限推进。', '2026-05-01', 'x') returning id`);
  return Number(rows[0]?.id);
};

const reached = (tx: Tx, { task }: Owing) =>
  tx.execute(sql`update milestone set done_on = '2026-06-01' where task_id = ${task}`);

/** All that it takes to say that it is done. */
async function saidDone(tx: Tx, site: Owing, actor: Actor = site.officer): Promise<void> {
  await reached(tx, site);
  await addEvidence(tx, actor, { id: site.task, address: 'https://example.org/photo', title: '揭牌照片', origin });
  const asked = await askDone(tx, actor, { id: site.task, note: '已揭牌' });
  if (!asked.ok) throw new Error(JSON.stringify(asked.problems));
}

const problem = (outcome: { ok: boolean; problems?: readonly { field?: string }[] }) => outcome.problems?.[0]?.field;

describe('done is what somebody else has looked at', () => {
  test('the unit says so with evidence, another person confirms', async () => {
    await inRollback(async (tx) => {
      const site = await owed(tx);
      await saidDone(tx, site);
      expect(await standing(tx, site)).toMatchObject({ state: 'under-way', asked: site.officer.id, percent: 100 });
      expect((await confirmDone(tx, site.publisher, { id: site.task })).ok).toBe(true);
      expect(await standing(tx, site)).toMatchObject({ state: 'done', light: 'none', percent: 100, steps: 2 });
    });
  });

  test('an open milestone, or nothing to show, is told first', async () => {
    await inRollback(async (tx) => {
      const site = await owed(tx);
      expect(problem(await askDone(tx, site.officer, { id: site.task }))).toBe('done');
      await reached(tx, site);
      expect(problem(await askDone(tx, site.officer, { id: site.task }))).toBe('done');
      expect(await standing(tx, site)).toMatchObject({ state: 'planned', asked: null, steps: 0 });
    });
  });

  test('who said so does not confirm it', async () => {
    await inRollback(async (tx) => {
      const site = await owed(tx);
      await saidDone(tx, site, site.publisher);
      const before = await standing(tx, site);
      expect((await confirmDone(tx, site.publisher, { id: site.task })).ok).toBe(false);
      expect(await standing(tx, site)).toEqual(before);
      expect((await confirmDone(tx, site.leader, { id: site.task })).ok).toBe(true);
    });
  });

  test('sent back, the unit is told why and can say so again', async () => {
    await inRollback(async (tx) => {
      const site = await owed(tx);
      await saidDone(tx, site);
      expect(problem(await sendBackTask(tx, site.leader, { id: site.task, reason: ' ' }))).toBe('reason');
      expect((await sendBackTask(tx, site.leader, { id: site.task, reason: '照片看不出已投用' })).ok).toBe(true);
      expect(await standing(tx, site)).toMatchObject({ state: 'under-way', asked: null });
      const { rows } = await tx.execute<{ zh: string }>(
        sql`select text_zh as zh from notification where account_id = ${site.officer.accountId} order by id desc limit 1`,
      );
      expect(rows[0]?.zh).toContain('已退回');
      expect((await askDone(tx, site.officer, { id: site.task })).ok).toBe(true);
      expect((await takeBackDone(tx, site.helper, { id: site.task })).ok).toBe(true);
    });
  });

  test.each(['officer', 'helper', 'otherOfficer', 'editor', 'broker', 'farPublisher', 'farOfficer'] as const)(
    '%s neither confirms, sends back nor cancels',
    async (who) => {
      await inRollback(async (tx) => {
        const site = await owed(tx);
        await saidDone(tx, site, site.leader);
        const before = await standing(tx, site);
        const { task: id } = site;
        const actor = site[who];
        const instructionId = await instruction(tx, site.here);
        expect((await confirmDone(tx, actor, { id })).ok).toBe(false);
        expect((await sendBackTask(tx, actor, { id, reason: 'x' })).ok).toBe(false);
        expect((await cancelTask(tx, actor, { id, instructionId, reason: 'x' })).ok).toBe(false);
        expect(await standing(tx, site)).toEqual(before);
      });
    },
  );

  test.each(['otherOfficer', 'editor', 'broker', 'farPublisher', 'farOfficer'] as const)(
    '%s neither begins it, says it is done nor shows anything',
    async (who) => {
      await inRollback(async (tx) => {
        const site = await owed(tx);
        await reached(tx, site);
        const before = await standing(tx, site);
        const { task: id } = site;
        for (const actor of [site[who], { ...site.publisher, viewedBy: { accountId: 1, name: 'x' } }]) {
          expect((await beginTask(tx, actor, { id })).ok).toBe(false);
          expect((await askDone(tx, actor, { id })).ok).toBe(false);
          expect((await addEvidence(tx, actor, { id, address: 'https://example.org', origin })).ok).toBe(false);
        }
        expect(await standing(tx, site)).toEqual(before);
      });
    },
  );
});

describe('a task is cancelled by an instruction', () => {
  test('of its own zone, with the reason; then it stays as it is', async () => {
    await inRollback(async (tx) => {
      const site = await owed(tx);
      const { task: id } = site;
      const [own, far] = [await instruction(tx, site.here), await instruction(tx, site.there)];
      expect(problem(await cancelTask(tx, site.leader, { id, instructionId: 0, reason: '并入他项' }))).toBe(
        'instructionId',
      );
      expect(problem(await cancelTask(tx, site.leader, { id, instructionId: far, reason: '并入他项' }))).toBe(
        'instructionId',
      );
      expect(problem(await cancelTask(tx, site.leader, { id, instructionId: own, reason: '' }))).toBe('reason');
      expect((await cancelTask(tx, site.publisher, { id, instructionId: own, reason: '并入他项' })).ok).toBe(true);
      expect(await standing(tx, site)).toMatchObject({ state: 'cancelled', light: 'none' });
      expect((await beginTask(tx, site.leader, { id })).ok).toBe(false);
      const content = { titleZh: '改', beginsOn: '2026-03-02', dueOn: '2026-06-30' };
      expect((await saveTask(tx, site.leader, { id, revision: 2, content })).ok).toBe(false);
    });
  });
});

describe('evidence', () => {
  test('is an address of the web or something of this site, and nothing else', async () => {
    await inRollback(async (tx) => {
      const site = await owed(tx);
      const { task: id } = site;
      const add = (said: object) => addEvidence(tx, site.helper, { id, origin, ...said });
      for (const address of ['', 'javascript:alert(1)', 'ftp://example.org', 'https://a:b@example.org', 'nothing'])
        expect(problem(await add({ address }))).toBe('evidence');
      expect(problem(await add({ address: `${origin}/zh/news/999999` }))).toBe('evidence');
      expect(problem(await add({ fileId: '00000000-0000-4000-8000-000000000000' }))).toBe('evidence');
      expect(problem(await add({ address: 'https://example.org/', title: 'x'.repeat(257) }))).toBe('evidence');
    });
  });

  test('of an article names it', async () => {
    await inRollback(async (tx) => {
      const site = await owed(tx);
      const { rows } = await tx.execute<{ id: string }>(
        sql`insert into article (state, zone_code, column_slug, published_at) values ('published', ${site.here}, 'text', now()) returning id`,
      );
      const article = Number(rows[0]?.id);
      await tx.execute(sql`insert into edition (article_id, lang, title, body, body_text, terms, original)
        values (${article}, 'zh', '概念验证中心揭牌', '{}', 'a', '{a}', true)`);
      const added = await addEvidence(tx, site.officer, {
        id: site.task,
        address: `${origin}/zh/news/${article}`,
        origin,
      });
      expect(added.ok).toBe(true);
      const { rows: kept } = await tx.execute<{ id: number }>(
        sql`select id::int, title, article_id::int as article, address from task_evidence`,
      );
      expect(kept).toMatchObject([{ title: '概念验证中心揭牌', article, address: '' }]);
      const evidence = kept[0]?.id ?? 0;
      expect((await removeEvidence(tx, site.otherOfficer, { id: site.task, evidence })).ok).toBe(false);
      expect((await removeEvidence(tx, site.helper, { id: site.task, evidence })).ok).toBe(true);
      expect(await standing(tx, site)).toMatchObject({ evidence: 0 });
    });
  });
});
