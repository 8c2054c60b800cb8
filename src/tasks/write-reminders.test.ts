import { sql } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import type { Tx } from '#platform/database.server.ts';
import { inRollback } from '../../tests/support/database.ts';
import { owed, task, type Owing } from '../../tests/support/owed.ts';
import { openLetter } from './read-letter.server.ts';
import { remind } from './write-reminders.server.ts';
import { renewLetter, reportByLetter } from './write-letter-report.server.ts';

const at = (day: string) => new Date(`${day}T08:30:00+08:00`);
const frame = (day: string) => ({ now: at(day), origin: 'https://example.org', site: { zh: '示例', en: 'Sample' } });

interface Mail extends Record<string, unknown> {
  readonly to: string;
  readonly subject: string;
  readonly body: string;
}
const mails = async (tx: Tx): Promise<Mail[]> => {
  const { rows } = await tx.execute<Mail>(sql`select to_address as to, subject, body from mail order by id`);
  return rows;
};
const tokenIn = (body: string | undefined) => /\/report\/([\w-]+)/.exec(body ?? '')?.[1] ?? '';

/** The task's own person, its milestone of 2026-04-15 and nothing else. */
async function oneMilestone(tx: Tx): Promise<Owing & { token: string }> {
  const all = await owed(tx);
  await tx.execute(
    sql`update unit set head_name = '李局长', head_email = 'li@example.org' where id = ${all.units.lead}`,
  );
  await remind(tx, frame('2026-04-15'));
  return { ...all, token: tokenIn((await mails(tx)).at(-1)?.body) };
}

describe('the morning of a working day', () => {
  test('asks the person once with a link of their own, and tells nobody on a day off', () =>
    inRollback(async (tx) => {
      await owed(tx);
      expect(await remind(tx, frame('2026-04-11'))).toBe(0);
      expect(await remind(tx, frame('2026-04-15'))).toBe(1);
      expect(await remind(tx, frame('2026-04-15'))).toBe(0);
      const sent = await mails(tx);
      expect(sent.map(({ to }) => to)).toEqual(['wang@example.org']);
      expect(sent[0]?.subject).toBe('请报送进展：建成概念验证中心');
      expect(sent[0]?.body).toContain('节点“完成选址”应于 2026-04-15 前完成');
      expect(tokenIn(sent[0]?.body)).toHaveLength(43);
    }));

  test('silence climbs to the person, the head and the leaders, each once', () =>
    inRollback(async (tx) => {
      const { leader } = await oneMilestone(tx);
      for (const day of ['2026-04-17', '2026-04-17', '2026-04-22', '2026-04-23', '2026-04-27', '2026-04-28'])
        await remind(tx, frame(day));
      expect((await mails(tx)).map(({ to }) => to)).toEqual(['wang@example.org', 'wang@example.org', 'li@example.org']);
      const { rows } = await tx.execute(sql`select account_id::int as id, text_zh as text from notification`);
      expect(rows).toEqual([{ id: leader.accountId, text: '“建成概念验证中心”到期后经办人和单位负责人均未报送进展' }]);
    }));

  test('one letter tells a person of all their tasks; without a person the officers of the unit are asked', () =>
    inRollback(async (tx) => {
      const { here, units, officer } = await owed(tx);
      const on = { beginsOn: '2026-01-05', dueOn: '2026-04-15' };
      await task(tx, { zone: here, title: '引进五家平台', lead: units.lead, email: 'wang@example.org', ...on });
      await task(tx, { zone: here, title: '无人认领', lead: units.lead, ...on });
      await remind(tx, frame('2026-04-15'));
      const sent = await mails(tx);
      expect(sent.map(({ to, subject }) => [to, subject])).toEqual([
        ['wang@example.org', '有 2 项任务请您报送进展'],
        ['officer@example.org', '请报送进展：无人认领'],
      ]);
      const { rows } = await tx.execute(
        sql`select account_id::int as id, path, mailed_at is not null as "hasLetter" from notification`,
      );
      expect(rows).toMatchObject([{ id: officer.accountId, hasLetter: true }]);
    }));
});

const said = { body: '选址已定。', ticked: [], evidence: [] };
const stateOf = async (tx: Tx, token: string, day = '2026-04-16') => (await openLetter(tx, token, at(day)))?.state;

describe('a letter', () => {
  test('reports on its task, as often as needed, and opening it changes nothing', () =>
    inRollback(async (tx) => {
      const { token, first, task: id } = await oneMilestone(tx);
      expect(await stateOf(tx, token)).toBe('open');
      const now = at('2026-04-16');
      const ticked = [{ milestone: first, doneOn: '2026-04-15' }];
      const outcome = await reportByLetter(tx, { token, now, said: { ...said, ticked } });
      expect(outcome).toMatchObject({ ok: true, value: { ticked: 1 } });
      expect(await reportByLetter(tx, { token, now, said: { ...said, body: '补充一句。' } })).toMatchObject({
        ok: true,
      });
      const { rows } = await tx.execute(sql`select via, unit_id is not null as "ofUnit", actor_name as name from report
        where task_id = ${id}`);
      expect(rows).toEqual(Array.from({ length: 2 }, () => ({ via: 'letter', ofUnit: true, name: '王经办' })));
    }));

  test('what was said last time is no news on another day', () =>
    inRollback(async (tx) => {
      const { token } = await oneMilestone(tx);
      await reportByLetter(tx, { token, now: at('2026-04-16'), said });
      expect(await reportByLetter(tx, { token, now: at('2026-04-16'), said })).toMatchObject({ ok: true });
      const again = await reportByLetter(tx, { token, now: at('2026-04-17'), said });
      expect(again).toMatchObject({ ok: false, problems: [{ field: 'body' }] });
    }));

  const over: Readonly<Record<string, (tx: Tx, all: Owing) => Promise<unknown>>> = {
    'handed-over': (tx, { task: id }) =>
      tx.execute(sql`update task set person_email = 'zhao@example.org' where id = ${id}`),
    ended: (tx, { task: id }) =>
      tx.execute(
        sql`update task set state = 'done', done_on = '2026-04-16', rechecked_by = 'a', done_asked_by = 'b' where id = ${id}`,
      ),
    replaced: (tx) => remind(tx, frame('2026-04-17')),
    expired: (tx) => tx.execute(sql`update task_letter set expires_at = sent_at + interval '1 second'`),
  };

  test.each(Object.entries(over))('that is %s says so and reports nothing', (state, make) =>
    inRollback(async (tx) => {
      const all = await oneMilestone(tx);
      await make(tx, all);
      expect(await stateOf(tx, all.token, '2026-04-17')).toBe(state);
      expect(await reportByLetter(tx, { token: all.token, now: at('2026-04-17'), said })).toMatchObject({ ok: false });
      const { rows } = await tx.execute(sql`select count(*)::int as count from report`);
      expect(rows).toEqual([{ count: 0 }]);
    }),
  );

  test('of somebody else, or cut short, opens nothing', () =>
    inRollback(async (tx) => {
      const { token } = await oneMilestone(tx);
      for (const wrong of ['', token.slice(1), `${token}x`, token.toLowerCase()])
        expect(await stateOf(tx, wrong)).toBeUndefined();
    }));

  test('that has expired sends a fresh one to the same address, and not ten', () =>
    inRollback(async (tx) => {
      const { token } = await oneMilestone(tx);
      const later = { token, now: at('2026-06-01'), origin: 'https://example.org', site: { zh: '示例', en: 'Sample' } };
      expect(await renewLetter(tx, later)).toMatchObject({ ok: true });
      expect(await renewLetter(tx, later)).toMatchObject({ ok: true });
      const sent = await mails(tx);
      expect(sent.map(({ to }) => to)).toEqual(['wang@example.org', 'wang@example.org']);
      expect(await stateOf(tx, tokenIn(sent.at(-1)?.body), '2026-06-01')).toBe('open');
    }));

  test('works for its own task only', () =>
    inRollback(async (tx) => {
      const { token, here, units } = await oneMilestone(tx);
      const other = await task(tx, { zone: here, title: '别的', lead: units.lead });
      await reportByLetter(tx, { token, now: at('2026-04-16'), said });
      const { rows } = await tx.execute(sql`select count(*)::int as count from report where task_id = ${other}`);
      expect(rows).toEqual([{ count: 0 }]);
    }));
});
