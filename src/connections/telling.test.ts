import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { commandLine } from '#accounts/actor.ts';
import type { Database } from '#platform/database.server.ts';
import { connectionIn, world, type World } from '../../tests/support/connections.ts';
import { cloneTemplate } from '../../tests/support/database.ts';
import { firstRun, servicesWith } from '../../tests/support/services.ts';
import { accept } from './write-answer.server.ts';
import { sweepDue } from './write-silence.server.ts';
import { tellConnection } from './write-telling.server.ts';

let database: Database;
let at: World;
let id: number;

beforeAll(async () => {
  database = await cloneTemplate();
  await database.inTransaction(commandLine, async (tx) => {
    at = await world(tx, { isAnonymous: true, isPublic: false });
    await tx.execute(sql`insert into mail_language values (${at.maker.accountId}, 'en')`);
    id = await connectionIn(tx, at, 'proposed');
  });
});
afterAll(() => database.close());

/** Does the jobs that wait, each of them twice: a worker may be killed before it could say that it was done. */
async function tellAll(): Promise<void> {
  const { rows } = await database.inTransaction(commandLine, (tx) =>
    tx.execute<{ id: string }>(sql`select id from connection_step order by id`),
  );
  const services = servicesWith(database, { ORIGIN: 'https://yuanlian.example' });
  for (const row of [...rows, ...rows]) await tellConnection(services, { step: Number(row.id) }, firstRun);
}

const told = () =>
  database.inTransaction(commandLine, async (tx) => {
    const { rows } = await tx.execute<{ who: string; text: string }>(sql`
      select a.name as who, case when a.name = 'maker' then text_en else text_zh end as text
      from notification n join account a on a.id = n.account_id order by n.id`);
    return rows.map(({ who, text }) => `${who}: ${text}`);
  });
const letters = () =>
  database.inTransaction(commandLine, async (tx) => {
    const { rows } = await tx.execute<{ to: string; subject: string; body: string }>(
      sql`select to_address as "to", subject, body from mail order by id`,
    );
    return rows;
  });

test('a proposal is told once, to the other side with a letter to answer from, and to the brokers', async () => {
  await tellAll();
  expect((await told()).toSorted()).toEqual([
    'broker: 需求方提议对接：高温密封',
    'farbroker: 需求方提议对接：高温密封',
    'maker: The need side proposed it: 高温密封',
  ]);
  const [letter, ...more] = await letters();
  expect(more).toEqual([]);
  expect(letter?.to).toBe('maker@example.org');
  expect(letter?.body).toMatch(/https:\/\/\S+\/en\/answer\/[\w-]+\.[\w-]+/);
  expect(JSON.stringify(letter)).not.toContain('金丝雀');
});

test('and once more when it was not answered for a week, however often the site looks', async () => {
  const week = new Date(Date.now() + 7.1 * 86_400_000);
  expect(await sweepDue(database, week)).toBe(1);
  expect(await sweepDue(database, week)).toBe(0);
  await tellAll();
  expect((await letters()).map(({ subject }) => subject)).toEqual([
    'A connection is proposed: 高温密封',
    'Please answer the proposal: 高温密封',
  ]);
});

test('two sweeps at once remind and end once', async () => {
  const late = new Date(Date.now() + 15 * 86_400_000);
  await database.inTransaction(commandLine, (tx) =>
    tx.execute(sql`update connection set remind_at = now(), silent_until = now() + interval '1 day' where id = ${id}`),
  );
  const counts = await Promise.all([sweepDue(database, late), sweepDue(database, late), sweepDue(database, late)]);
  expect(counts.toSorted()).toEqual([0, 0, 1]);
});

test.each(['zh', 'en'])(
  'an organisation without a member is asked in the language of its own listing: %s',
  async (lang) => {
    await database.inTransaction(commandLine, async (tx) => {
      await tx.execute(sql`delete from membership where account_id = ${at.maker.accountId}`);
      await tx.execute(sql`insert into organisation_contact (organisation_id, name, email)
      values (${at.lab}, 'Front desk', ${`desk-${lang}@lab.example`})`);
      await tx.execute(sql`delete from organisation_contact where email <> ${`desk-${lang}@lab.example`}`);
      await tx.execute(sql`update listing set original_lang = ${lang} where id = ${at.offer}`);
      await tx.execute(sql`update connection_step set told_at = null where action = 'propose'`);
      await tx.execute(sql`update connection set state = 'proposed', end_reason = null, silent_until = now() + interval '9 days'
      where id = ${id}`);
    });
    await tellAll();
    const letter = (await letters()).at(-1);
    expect(letter?.to).toBe(`desk-${lang}@lab.example`);
    expect(letter?.body).toContain(`https://yuanlian.example/${lang}/answer/`);
    await database.inTransaction(commandLine, (tx) =>
      tx.execute(
        sql`insert into membership (account_id, role, organisation_id) values (${at.maker.accountId}, 'member', ${at.lab})`,
      ),
    );
  },
);

test('of two who answer at once only one is heard, and the other is told', async () => {
  await database.inTransaction(commandLine, (tx) =>
    tx.execute(sql`update connection set state = 'proposed', end_reason = null, silent_until = now() + interval '9 days'
      where id = ${id}`),
  );
  const answers = await Promise.all(
    [1, 2, 3].map(() => database.allOrNothing(at.maker, (tx) => accept(tx, at.maker, { id }))),
  );
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  const refusal = answers.find((answer) => !answer.ok);
  expect(refusal && !refusal.ok && refusal.problems[0]?.says.zh).toContain('双方同意');
  await tellAll();
  expect((await told()).at(-1)).toContain('双方都同意');
});
