import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { roundWords as words } from '#language/words/rounds.ts';
import type { Tx } from '#platform/database.server.ts';
import { inRollback } from '../../tests/support/database.ts';
import { owed } from '../../tests/support/owed.ts';
import { roundOf } from './read.server.ts';
import { askBlocks, setRoundState } from './write.server.ts';
import { changeRound } from './write-change.server.ts';

const today = '2026-06-10';
const said = {
  titleZh: '二季度推进情况',
  titleEn: '',
  questionZh: '最大的堵点是什么？',
  questionEn: '',
  dueOn: '2026-06-16',
};

async function asked(tx: Tx) {
  const at = await owed(tx);
  const outcome = await askBlocks(tx, at.publisher, {
    asks: { ...said, zone: at.here, units: [at.units.lead] },
    today,
  });
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.problems));
  await tx.execute(sql`delete from notification`);
  const changes = { ...said, id: outcome.value, revision: 1, units: [] as number[] };
  return { ...at, id: outcome.value, changes };
}

/** Who was told what, in Chinese. */
async function told(tx: Tx) {
  const { rows } = await tx.execute<{ account: number; said: string }>(
    sql`select account_id::int as account, text_zh as said from notification order by id`,
  );
  return rows;
}

test('a moved day is told to those who were asked, and a block that is added is asked', () =>
  inRollback(async (tx) => {
    const at = await asked(tx);
    const changes = { ...at.changes, dueOn: '2026-06-20', units: [at.units.lead, at.units.beside] };
    expect(await changeRound(tx, at.publisher, { changes, today })).toMatchObject({ ok: true });
    const round = await roundOf(tx, at.publisher, at.id);
    expect(round).toMatchObject({ dueOn: '2026-06-20', answers: [{ state: 'owed' }, { state: 'owed' }] });
    const title = { zh: said.titleZh, en: said.titleZh };
    expect(await told(tx)).toEqual([
      { account: at.helper.accountId, said: words.toldAsked(title, '2026-06-20').zh },
      { account: at.officer.accountId, said: words.toldMoved(title, said.dueOn, '2026-06-20').zh },
    ]);
  }));

test('a change of the title alone tells nobody; a change of the question tells those who were asked', () =>
  inRollback(async (tx) => {
    const at = await asked(tx);
    await changeRound(tx, at.leader, { changes: { ...at.changes, titleZh: '上半年推进情况' }, today });
    expect(await told(tx)).toEqual([]);
    const changes = { ...at.changes, revision: 2, titleZh: '上半年推进情况', questionZh: '需要区里协调什么？' };
    await changeRound(tx, at.leader, { changes, today });
    expect(await told(tx)).toMatchObject([{ account: at.officer.accountId }]);
  }));

test('whoever saw an older one, a day that is over, a foreign block and a closed round are refused', () =>
  inRollback(async (tx) => {
    const at = await asked(tx);
    const change = (more: object) => changeRound(tx, at.publisher, { changes: { ...at.changes, ...more }, today });
    expect(await change({ revision: 0 })).toMatchObject({ problems: [{ field: 'revision' }] });
    expect(await change({ dueOn: '2026-06-09' })).toMatchObject({ problems: [{ field: 'dueOn' }] });
    expect(await change({ units: [at.units.far] })).toMatchObject({ problems: [{ field: 'units' }] });
    expect(await change({ questionZh: ' ' })).toMatchObject({ problems: [{ field: 'questionZh' }] });
    await setRoundState(tx, at.publisher, { id: at.id, state: 'closed' });
    expect(await change({ revision: 2, titleZh: '别的' })).toMatchObject({ problems: [{ says: words.reopenFirst }] });
  }));

test.each(['officer', 'helper', 'editor', 'broker', 'farOfficer', 'farPublisher'] as const)(
  'the %s changes no round',
  (who) =>
    inRollback(async (tx) => {
      const at = await asked(tx);
      const changes = { ...at.changes, titleZh: '别的', dueOn: '2026-06-20', units: [at.units.beside] };
      expect(await changeRound(tx, at[who], { changes, today })).toMatchObject({ ok: false });
      const looking = { ...at.publisher, viewedBy: { accountId: 1, name: 'o' } };
      expect(await changeRound(tx, looking, { changes, today })).toMatchObject({ ok: false });
      const round = await roundOf(tx, at.publisher, at.id);
      expect(round).toMatchObject({ dueOn: said.dueOn, title: { zh: said.titleZh } });
      expect(round?.answers).toHaveLength(1);
    }),
);
