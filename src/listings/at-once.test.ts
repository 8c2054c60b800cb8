import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { commandLine, theSystem } from '#accounts/actor.ts';
import type { Database } from '#platform/database.server.ts';
import { cloneTemplate } from '../../tests/support/database.ts';
import { goodNeed, twoSides, written } from '../../tests/support/listings.ts';
import { acceptListing, publishListing, renewListing, submitListing } from './write.server.ts';
import { expireDue } from './write-expire.server.ts';
import { saveListing } from './write-save.server.ts';

let database: Database;
let people: Awaited<ReturnType<typeof twoSides>>;
const day = 24 * 60 * 60 * 1000;

beforeAll(async () => {
  database = await cloneTemplate();
  people = await database.inTransaction(commandLine, twoSides);
});
afterAll(() => database.close());

const begin = () =>
  database.inTransaction(people.member, (tx) => written(tx, people.member, { organisationId: people.enterprise }));

async function published(): Promise<number> {
  const id = await begin();
  for (const step of [submitListing, acceptListing, publishListing])
    await database.allOrNothing(people.broker, (tx) => step(tx, people.broker, { id }));
  return id;
}

const one = async (id: number) => {
  const { rows } = await database.inTransaction(theSystem, (tx) =>
    tx.execute<{ state: string; reference: string; revision: number; expires_at: string; noticed_at: string | null }>(
      sql`select state, reference, revision, expires_at, noticed_at from listing where id = ${id}`,
    ),
  );
  return rows[0];
};

const toldOf = async (id: number, part: string) => {
  const { rows } = await database.inTransaction(theSystem, (tx) =>
    tx.execute<{ n: number }>(
      sql`select count(*)::int as n from notification where path = ${`/desk/needs/${id}`} and text_zh like ${`%${part}%`}`,
    ),
  );
  return rows[0]?.n;
};

test('handed in at the same moment, each has a number of its own and none is left out', async () => {
  const ids: number[] = [];
  for (let count = 0; count < 12; count += 1) ids.push(await begin());
  const { member } = people;
  const answers = await Promise.all(
    ids.map((id) => database.allOrNothing(member, (tx) => submitListing(tx, member, { id }))),
  );
  expect(answers.map(({ ok }) => ok)).toEqual(ids.map(() => true));
  const references = await Promise.all(ids.map(async (id) => (await one(id))?.reference ?? ''));
  const numbers = references.map((reference) => Number(reference.split('-')[2])).sort((a, b) => a - b);
  expect(numbers).toEqual(ids.map((_, at) => at + 1));
});

test('a member hands in what the brokers of the zone then hear of, though the member sees none of them', async () => {
  const id = await begin();
  await database.allOrNothing(people.member, (tx) => submitListing(tx, people.member, { id }));
  expect(await toldOf(id, '等待受理')).toBe(1);
  const { rows } = await database.inTransaction(people.member, (tx) =>
    tx.execute(sql`select from membership where role = 'broker'`),
  );
  expect(rows).toEqual([]);
});

test('two who save at the same moment: one is kept, the other is told', async () => {
  const id = await begin();
  const save = (actor: typeof people.member, body: string) =>
    database.allOrNothing(actor, (tx) => saveListing(tx, actor, { id, seen: 2, content: { ...goodNeed, body } }));
  const answers = await Promise.all([save(people.member, '甲'), save(people.broker, '乙')]);
  expect(answers.map(({ ok }) => ok).sort()).toEqual([false, true]);
  expect((await one(id))?.revision).toBe(3);
});

test('what is due ends once, and its people are told once, however often and by how many it is looked for', async () => {
  const id = await published();
  const end = new Date((await one(id))?.expires_at ?? '').getTime();
  await expireDue(database, new Date(end - 15 * day));
  expect(await toldOf(id, '到期')).toBe(0);
  const soon = new Date(end - 13 * day);
  await Promise.all([expireDue(database, soon), expireDue(database, soon)]);
  await expireDue(database, new Date(end - day));
  // The member and the broker.
  expect(await toldOf(id, '可以延期一次')).toBe(2);
  expect((await one(id))?.state).toBe('published');
  const late = new Date(end + 1000);
  await Promise.all([expireDue(database, late), expireDue(database, late)]);
  await expireDue(database, late);
  expect(await toldOf(id, '已到期')).toBe(2);
  expect(await one(id)).toMatchObject({ state: 'expired' });
});

test('renewed after the notice, it lives on and is spoken of once more near its new end', async () => {
  const id = await published();
  const end = new Date((await one(id))?.expires_at ?? '').getTime();
  await expireDue(database, new Date(end - 13 * day));
  const renewed = await database.allOrNothing(people.member, (tx) => renewListing(tx, people.member, { id }));
  expect(renewed.ok).toBe(true);
  await expireDue(database, new Date(end + day));
  expect(await one(id)).toMatchObject({ state: 'published', noticed_at: null });
  await expireDue(database, new Date(end + 352 * day));
  expect(await toldOf(id, '到期')).toBe(4);
  await expireDue(database, new Date(end + 366 * day));
  expect(await one(id)).toMatchObject({ state: 'expired' });
});

test('what belongs to others is hidden by the database itself, whatever a query forgets', async () => {
  const id = await begin();
  const { member, otherMember, broker, otherBroker } = people;
  const seen = (actor: typeof member, table: string) =>
    database.inTransaction(actor, async (tx) => {
      const key = table === 'listing' ? 'id' : 'listing_id';
      const { rows } = await tx.execute(sql.raw(`select from ${table} where ${key} = ${id}`));
      return rows.length > 0;
    });
  await database.inTransaction(theSystem, async (tx) => {
    await tx.execute(
      sql`insert into listing_comment (listing_id, says, author, author_name) values (${id}, 'x', 'a', 'a')`,
    );
    await tx.execute(sql`insert into listing_interview (listing_id, zone_code, held_on, with_whom, learned, author, author_name)
      values (${id}, ${people.here}, '2026-01-01', 'x', 'x', 'a', 'a')`);
  });
  for (const table of ['listing', 'listing_edition', 'listing_target', 'listing_comment'])
    for (const [actor, sees] of [
      [member, true],
      [broker, true],
      [otherMember, false],
      [otherBroker, false],
    ] as const)
      expect([table, actor.name, await seen(actor, table)]).toEqual([table, actor.name, sees]);
  expect(await seen(broker, 'listing_interview')).toBe(true);
  expect(await seen(member, 'listing_interview')).toBe(false);
});
