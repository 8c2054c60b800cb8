import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { commandLine, theSystem } from '#accounts/actor.ts';
import type { Database, Tx } from '#platform/database.server.ts';
import { cloneTemplate, inRollback } from '../../tests/support/database.ts';
import { firstRun, servicesWith } from '../../tests/support/services.ts';
import { aSlip, got, monday, slipSum, slipWorld, type SlipWorld } from '../../tests/support/slips.ts';
import { openSlipLetter } from './read-letter.server.ts';
import { slipFor } from './read.server.ts';
import { answerByLetter, renewSlipLetter } from './write-letter-answer.server.ts';
import { sendLetters } from './write-letter.server.ts';
import { tellSlip } from './write-telling.server.ts';
import { slips } from './tables.server.ts';
import { assignSlip, recheckSlip, solveSlip } from './write.server.ts';

const at = (day: string) => new Date(`${day}T02:00:00Z`);
const frame = (day: string) => ({ now: at(day), origin: 'https://a.example', site: { zh: '园联', en: 'Yuanlian' } });
const said = { note: '材料已补齐，等待会签。', until: '', evidence: [] };

async function tokenIn(tx: Tx): Promise<string> {
  const { rows } = await tx.execute<{ body: string }>(
    sql`select body from mail where body ~ '/slip/' order by id desc limit 1`,
  );
  return /\/slip\/([\w-]+)/.exec(rows[0]?.body ?? '')?.[1] ?? '';
}

/** A slip for a person who has no account, with the letter that was sent to them. */
async function lettered(tx: Tx, { difficulty = 'ordinary' } = {}) {
  const world = await slipWorld(tx);
  const id = await aSlip(tx, world, { difficulty });
  return { world, id, token: await sent(tx, id) };
}

async function sent(tx: Tx, id: number, day = monday): Promise<string> {
  const [slip] = await tx
    .select()
    .from(slips)
    .where(sql`id = ${id}`);
  if (!slip) throw new Error('no slip');
  const reader = {
    role: 'person',
    name: '陈科长',
    email: 'chen@example.org',
    accountId: null,
    lang: 'zh',
    wish: 'at-once',
  } as const;
  await sendLetters(tx, { slip, readers: [reader], line: { zh: '请办理', en: 'Please act' } }, frame(day));
  return tokenIn(tx);
}

const answer = (tx: Tx, token: string, more: Partial<Parameters<typeof answerByLetter>[1]> = {}) =>
  answerByLetter(tx, { token, now: at('2026-09-08'), said, isSolved: false, ...more });
const view = (tx: Tx, { publisher }: SlipWorld, id: number) => slipFor(tx, publisher, { id, today: '2026-09-08' });

describe('with a letter', () => {
  test('its reader answers, as often as needed, with what shows it', () =>
    inRollback(async (tx) => {
      const { world, id, token } = await lettered(tx);
      const evidence = [{ title: '', address: 'https://news.example/1' }];
      got(await answer(tx, token, { said: { ...said, until: '2026-09-12', evidence } }));
      got(await answer(tx, token, { said: { ...said, note: '补充一句。' } }));
      const slip = await view(tx, world, id);
      expect(slip?.state).toBe('answered');
      expect(slip?.events.slice(-2)).toMatchObject([
        { kind: 'answered', who: '陈科长', until: '2026-09-12', evidence: [{ address: 'https://news.example/1' }] },
        { kind: 'answered', until: null },
      ]);
      // Its own date buys no time.
      expect(slip?.reading.steps[3]).toMatchObject({ step: 'solve', dueOn: '2026-09-14' });
    }));

  test('it is reported as solved, and the letter is over until a recheck fails', () =>
    inRollback(async (tx) => {
      const { world, id, token } = await lettered(tx);
      got(await answer(tx, token, { isSolved: true }));
      expect(await answer(tx, token)).toMatchObject({ ok: false });
      const failed = { id, note: '还没通电', passed: false, today: '2026-09-08' };
      got(await recheckSlip(tx, world.publisher, failed));
      expect((await answer(tx, token)).ok).toBe(true);
    }));

  test('the date of a hard matter is its plan, once, and not in the past', () =>
    inRollback(async (tx) => {
      const { world, id, token } = await lettered(tx, { difficulty: 'hard' });
      const past = await answer(tx, token, { said: { ...said, until: '2026-09-01' } });
      expect(past).toMatchObject({ ok: false, problems: [{ field: 'until' }] });
      got(await answer(tx, token, { said: { ...said, until: '2026-11-30' } }));
      got(await answer(tx, token, { said: { ...said, until: '2026-12-30' } }));
      const slip = await view(tx, world, id);
      expect(slip?.events.slice(-2)).toMatchObject([{ kind: 'dated-plan' }, { kind: 'answered' }]);
      expect(slip?.reading.steps[3]).toMatchObject({ dueOn: '2026-11-30' });
    }));

  test.each([
    ['nothing', { ...said, note: ' ' }, 'note'],
    ['a date that is none', { ...said, until: '2026-02-30' }, 'until'],
    ['an address that is a script', { ...said, evidence: [{ title: '', address: 'javascript:alert(1)' }] }, 'evidence'],
    [
      'a file that is none of the zone’s',
      { ...said, evidence: [{ title: 'x', fileId: '00000000-0000-4000-8000-000000000000' }] },
      'file',
    ],
    ['bytes that no text has', { ...said, note: 'a\u0000' }, 'note'],
  ])('%s is refused beside its field', (_, wrong, field) =>
    inRollback(async (tx) => {
      const { token } = await lettered(tx);
      expect(await answer(tx, token, { said: wrong })).toMatchObject({ ok: false, problems: [{ field }] });
    }),
  );
});

const over: Readonly<Record<string, (tx: Tx, of: { world: SlipWorld; id: number }) => Promise<unknown>>> = {
  'handed-over': async (tx, { world, id }) =>
    got(await assignSlip(tx, world.publisher, { id, to: { unitId: world.unitB }, today: monday })),
  ended: async (tx, { world, id }) => got(await solveSlip(tx, world.officer, { id, note: '已办', today: monday })),
  replaced: (tx, { id }) => sent(tx, id, '2026-09-08'),
  expired: (tx) => tx.execute(sql`update slip_letter set expires_at = sent_at + interval '1 second'`),
};

test.each(Object.entries(over))('a letter that is %s says so and answers nothing', (state, make) =>
  inRollback(async (tx) => {
    const { world, id, token } = await lettered(tx);
    await make(tx, { world, id });
    const before = await slipSum(tx);
    expect((await openSlipLetter(tx, token, at('2026-09-08')))?.state).toBe(state);
    expect(await answer(tx, token)).toMatchObject({ ok: false });
    expect(await slipSum(tx)).toBe(before);
  }),
);

test.each(['', 'x'.repeat(43)])('a link that is none of ours (%j) opens nothing', (token) =>
  inRollback(async (tx) => {
    await lettered(tx);
    expect(await openSlipLetter(tx, token, at('2026-09-08'))).toBeUndefined();
    expect(await answer(tx, token)).toMatchObject({ ok: false });
  }),
);

test('whoever comes too late is sent another link, and not ten of them', () =>
  inRollback(async (tx) => {
    const { token } = await lettered(tx);
    expect(await renewSlipLetter(tx, { token, frame: frame('2026-09-08') })).toMatchObject({ ok: false });
    for (let time = 0; time < 3; time++)
      expect((await renewSlipLetter(tx, { token, frame: frame('2026-11-08') })).ok).toBe(true);
    const { rows } = await tx.execute(sql`select count(*)::int as count from slip_letter`);
    expect(rows).toEqual([{ count: 2 }]);
    expect((await openSlipLetter(tx, await tokenIn(tx), at('2026-11-09')))?.state).toBe('open');
  }));

describe('what asks a unit to act', () => {
  let database: Database;
  let world: SlipWorld;
  beforeAll(async () => {
    database = await cloneTemplate();
    world = await database.inTransaction(commandLine, slipWorld);
  });
  afterAll(() => database.close());

  const told = (id: number) =>
    database.inTransaction(theSystem, async (tx) => {
      const { rows } = await tx.execute<{ id: string }>(
        sql`select id from slip_event where slip_id = ${id} order by id`,
      );
      return rows.map((row) => Number(row.id));
    });

  test('is sent to its person with a link, and to nobody twice', async () => {
    const id = await database.inTransaction(commandLine, (tx) => aSlip(tx, world));
    const services = { ...servicesWith(database), now: () => at(monday) };
    for (let time = 0; time < 2; time++)
      for (const event of await told(id)) await tellSlip(services, { event }, firstRun);
    await database.inTransaction(theSystem, async (tx) => {
      const { rows } = await tx.execute(
        sql`select to_address as to, body ~ '/zh/slip/' as "hasLink" from mail order by id`,
      );
      expect(rows).toEqual([{ to: 'chen@example.org', hasLink: true }]);
      const letters = await tx.execute(
        sql`select reader, account_id as account from slip_letter where slip_id = ${id}`,
      );
      expect(letters.rows).toEqual([{ reader: 'person', account: null }]);
    });
  });

  test('goes to the officers with their own account where nobody is named, and is not mailed to them twice', async () => {
    const id = await database.inTransaction(commandLine, async (tx) => {
      const made = await aSlip(tx, world, { isAssigned: false });
      got(await assignSlip(tx, world.publisher, { id: made, to: { unitId: world.unitA }, today: monday }));
      return made;
    });
    const services = { ...servicesWith(database), now: () => at(monday) };
    for (const event of await told(id)) await tellSlip(services, { event }, firstRun);
    await database.inTransaction(theSystem, async (tx) => {
      const letters = await tx.execute(
        sql`select reader, account_id::int as account from slip_letter where slip_id = ${id}`,
      );
      expect(letters.rows).toEqual([{ reader: 'officer', account: world.officer.accountId }]);
      const { rows } = await tx.execute(sql`select mailed_at is not null as "hasLetter" from notification
        where account_id = ${world.officer.accountId} and path = ${`/desk/slips/${id}`}`);
      expect(rows).toEqual([{ hasLetter: true }]);
    });
  });
});
