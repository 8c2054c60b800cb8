import { sql } from 'drizzle-orm';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { cloneTemplateAsOwner } from '../../tests/support/database.ts';
import { addressAsApp } from '#platform/app-role.server.ts';
import { openDatabase, type Database } from '#platform/database.server.ts';
import { newClone } from '../../tests/support/database.ts';
import { checkChain } from './chain.server.ts';
import { remember } from './write.server.ts';

const operator = { id: 'command-line', memberships: [{ role: 'operator' }] };
const opened: Database[] = [];
let owner: Database;

beforeEach(async () => {
  owner = await cloneTemplateAsOwner();
  opened.push(owner);
  for (const record of ['1', '2', '3', '4']) await write(owner, record);
});
afterAll(() => Promise.all(opened.map((database) => database.close())));

function write(database: Database, record: string): Promise<void> {
  return database.inTransaction(operator, (tx) => remember(tx, operator, { kind: 'test', record, action: 'made' }));
}

const check = (last?: number) => owner.inTransaction(operator, (tx) => checkChain(tx, last));

/** What somebody does who holds the tables themselves. */
async function tamper(statement: string): Promise<void> {
  await owner.pool
    .query(`begin; alter table history disable trigger user; alter table history_chain disable trigger user;
    ${statement}; alter table history enable trigger user; alter table history_chain enable trigger user; commit`);
}

test('what nobody touched is whole, all of it and the newest part', async () => {
  expect(await check()).toMatchObject({ isWhole: true, rows: 4, newest: { position: 4 } });
  expect(await check(2)).toMatchObject({ isWhole: true, rows: 2, newest: { position: 4 } });
});

test.each([
  ["update history set actor = 'somebody' where record = '2'", { brokenAt: 2 }],
  ["update history set at = at - interval '1 microsecond' where record = '3'", { brokenAt: 3 }],
  ["delete from history where record = '2'", { brokenAt: 2 }],
  ["delete from history_chain where position = 2; delete from history where record = '2'", { brokenAt: 3 }],
  ["delete from history_chain where position = 1; delete from history where record = '1'", { brokenAt: 2 }],
  ["insert into history (actor, kind, record, action) values ('x', 'test', '9', 'made')", { outside: 1 }],
])('it shows: %s', async (statement, found) => {
  await tamper(statement);
  expect(await check()).toMatchObject({ isWhole: false, ...found });
});

test('a cut end shows by the newest hash, where that was noted down', async () => {
  const noted = (await check()).newest;
  await tamper("delete from history_chain where position = 4; delete from history where record = '4'");
  const { isWhole, newest } = await check();
  expect(isWhole).toBe(true);
  expect(newest).not.toEqual(noted);
});

test('fifty who save at once make one chain, and what was rolled back is not in it', async () => {
  const site = openDatabase(addressAsApp(await newClone()), 10);
  opened.push(site);
  await Promise.all(Array.from({ length: 50 }, (_, place) => write(site, String(place))));
  await site
    .inTransaction(operator, async (tx) => {
      await remember(tx, operator, { kind: 'test', record: 'x', action: 'made' });
      await tx.execute(sql`select 1 / 0`);
    })
    .catch((error: unknown) => expect(error).toBeInstanceOf(Error));
  const state = await site.inTransaction(operator, (tx) => checkChain(tx));
  expect(state).toMatchObject({ isWhole: true, rows: 50 });
});

test.each([
  "insert into history_chain values (99, 99, '')",
  'update history_chain set position = 9',
  'delete from history_chain',
])('the site itself may not write in the chain: %s', async (statement) => {
  const site = openDatabase(addressAsApp(await newClone()), 1);
  opened.push(site);
  await expect(site.pool.query(statement)).rejects.toThrow('permission denied for table history_chain');
});
