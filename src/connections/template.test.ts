import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { commandLine, visitor, type Actor } from '#accounts/actor.ts';
import type { Database } from '#platform/database.server.ts';
import { connectionIn, world, type World } from '../../tests/support/connections.ts';
import { cloneTemplate } from '../../tests/support/database.ts';
import { templatesOf } from './read-template.server.ts';

let database: Database;
let at: World;

beforeAll(async () => {
  database = await cloneTemplate();
  at = await database.inTransaction(commandLine, async (tx) => {
    const made = await world(tx, { isAnonymous: true });
    await tx.execute(sql`insert into message_template (zone_code, purpose, name_zh, name_en, body_zh, body_en)
      select ${made.here}, purpose, 'x', 'x', '{organisation}/{institute}/{need}/{offer}/{person}', '{organisation}'
      from unnest(array['propose', 'reminder']) purpose`);
    return made;
  });
});
afterAll(() => database.close());
beforeEach(() => database.inTransaction(commandLine, (tx) => tx.execute(sql`delete from connection`)));

const offered = (actor: Actor, id: number, chosen: string | null = null) =>
  database.inTransaction(actor, (tx) => templatesOf(tx, actor, { id, chosen }));
const reached = (state: 'suggested' | 'accepted') =>
  database.inTransaction(commandLine, (tx) => connectionIn(tx, at, state));

async function textOfOwn(actor: Actor, id: number) {
  const { templates } = await offered(actor, id);
  const own = templates.find(({ zone }) => zone !== undefined);
  return (await offered(actor, id, `${own?.key}.zh`)).filled?.text;
}

test('before both have accepted, a template never says who an anonymous need is from, not even for their own broker', async () => {
  const id = await reached('suggested');
  expect(await textOfOwn(at.broker, id)).toBe('需求方/合肥材料研究院/高温密封/氧化锆涂层/broker');
  await database.inTransaction(commandLine, (tx) =>
    tx.execute(sql`update listing set secrecy = 'confidential', reference = 'TR-1' where id = ${at.need}`),
  );
  expect(await textOfOwn(at.broker, id)).toBe('需求方/合肥材料研究院/TR-1/氧化锆涂层/broker');
  await database.inTransaction(commandLine, (tx) =>
    tx.execute(sql`update listing set secrecy = 'open', reference = null`),
  );
});

test('once both have accepted, the names are filled in', async () => {
  const id = await reached('accepted');
  expect(await textOfOwn(at.broker, id)).toBe('苏州金丝雀精密有限公司/合肥材料研究院/高温密封/氧化锆涂层/broker');
});

test('each form offers what it is for, to brokers only, and of zones that are theirs', async () => {
  const purposesIn = async (actor: Actor, id: number) =>
    (await offered(actor, id)).templates.map(({ purpose, zone }) => `${zone ?? 'all'} ${purpose}`);
  const first = await reached('suggested');
  expect(await purposesIn(at.broker, first)).toEqual([`${at.here} propose`, 'all propose']);
  await database.inTransaction(commandLine, (tx) => tx.execute(sql`delete from connection`));
  const id = await reached('accepted');
  const common = ['all first-contact', 'all reminder', 'all outcome', 'all ending'];
  expect(await purposesIn(at.broker, id)).toEqual([`${at.here} reminder`, ...common]);
  expect(await purposesIn(at.farBroker, id)).toEqual(common);
  for (const one of [at.buyer, at.maker, at.outsider, at.editor, visitor])
    expect(await purposesIn(one, id)).toEqual([]);
});
