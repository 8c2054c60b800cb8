import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { commandLine, visitor, type Actor } from '#accounts/actor.ts';
import type { Database } from '#platform/database.server.ts';
import {
  connectionIn,
  listing,
  manySuggestions,
  person,
  suggested,
  valueOf,
  world,
  type World,
} from '../../tests/support/connections.ts';
import { cloneTemplate } from '../../tests/support/database.ts';
import { boardQuery } from './board.ts';
import { boardFor } from './read-board.server.ts';
import { waitingGroupsFor } from './read-waiting.server.ts';
import { takeOver } from './write-broker.server.ts';
import { connectionsInBulk } from './write-bulk.server.ts';

let database: Database;
let at: World;
let mate: Actor & { accountId: number };

beforeAll(async () => {
  database = await cloneTemplate();
  at = await database.inTransaction(commandLine, (tx) => world(tx, { isAnonymous: true }));
  mate = await database.inTransaction(commandLine, (tx) => person(tx, 'mate', { role: 'broker', zone: at.here }));
});
afterAll(() => database.close());
beforeEach(() => database.inTransaction(commandLine, (tx) => tx.execute(sql`delete from connection`)));

const asAll = <T>(work: Parameters<typeof database.inTransaction<T>>[1]) => database.inTransaction(commandLine, work);
const board = (actor: Actor, query: object = {}) =>
  database.inTransaction(actor, (tx) => boardFor(tx, actor, boardQuery.parse(query)));
const placed = async (actor: Actor, query: object = {}) =>
  (await board(actor, query)).flatMap(({ state, total, cards }) =>
    total === 0 ? [] : [`${state} ${total}: ${cards.map(({ id }) => id).join()}`],
  );

test('the board shows each connection in the column of its state, to its own people only', async () => {
  const id = await asAll((tx) => connectionIn(tx, at, 'contact'));
  for (const one of [at.buyer, at.maker, at.broker, at.farBroker])
    expect(await placed(one)).toEqual([`contact 1: ${id}`]);
  for (const one of [at.outsider, at.editor, visitor]) expect(await placed(one)).toEqual([]);
});

test('a card says no name that its reader may not know', async () => {
  await asAll((tx) => connectionIn(tx, at, 'proposed'));
  for (const one of [at.maker, at.farBroker]) {
    const shown = JSON.stringify(await board(one));
    expect(shown).toContain('高温密封');
    expect(shown).not.toContain('金丝雀');
    expect(await placed(one, { q: '金丝雀' })).toEqual([]);
    expect(JSON.stringify(await database.inTransaction(one, (tx) => waitingGroupsFor(tx, one)))).not.toContain(
      '金丝雀',
    );
  }
  expect(JSON.stringify(await board(at.broker))).toContain('金丝雀');
});

test('a card has the buttons of its reader, and nothing for whoever only looks', async () => {
  const id = await asAll((tx) => connectionIn(tx, at, 'proposed'));
  const steps = async (actor: Actor) =>
    (await board(actor)).flatMap(({ cards }) => cards.flatMap((card) => card.steps));
  expect(await steps(at.maker)).toEqual(['accept']);
  expect(await steps(at.buyer)).toEqual([]);
  expect(await steps(at.broker)).toEqual(['take-over']);
  expect(await steps({ ...at.maker, viewedBy: { accountId: 1, name: 'operator' } })).toEqual([]);
  valueOf(await database.allOrNothing(at.broker, (tx) => takeOver(tx, at.broker, { id })));
  expect(await steps(at.farBroker)).toEqual([]);
});

test('of suggestions the board shows how many there are and the best few; alone, the column goes page by page', async () => {
  await asAll((tx) => manySuggestions(tx, at, 60));
  const [column] = await board(at.broker);
  expect(column).toMatchObject({ state: 'suggested', total: 60 });
  const best = sql`select id::text from connection order by score desc, moved_at, connection.id limit 5`;
  const { rows } = await asAll((tx) => tx.execute<{ id: string }>(best));
  expect(column?.cards.map(({ id }) => String(id))).toEqual(rows.map(({ id }) => id));
});

test('a column alone goes page by page, each card once', async () => {
  await asAll((tx) => manySuggestions(tx, at, 60));
  const first = await board(at.broker, { state: 'suggested' });
  const second = await board(at.broker, { state: 'suggested', after: first[0]?.next });
  const pages = [...first, ...second];
  expect(pages.map(({ cards }) => cards.length)).toEqual([50, 10]);
  expect(second.map(({ next }) => next)).toEqual([undefined]);
  expect(new Set(pages.flatMap(({ cards }) => cards.map(({ id }) => id))).size).toBe(60);
});

test('each filter of the address leaves what it says', async () => {
  const id = await asAll((tx) => connectionIn(tx, at, 'contact'));
  const found = async (actor: Actor, query: object) => (await placed(actor, query)).length;
  const lines: readonly (readonly [object, number])[] = [
    [{ zone: at.here }, 1],
    [{ zone: '99999999' }, 0],
    [{ broker: 'none' }, 1],
    [{ broker: 'mine' }, 0],
    [{ side: 'need' }, 1],
    [{ side: 'offer' }, 0],
    [{ q: '合肥材料' }, 1],
    [{ q: '没有这个' }, 0],
    [{ overdue: 'yes' }, 0],
    [{ moved: '30' }, 1],
    [{ effective: '2026' }, 0],
    [{ state: 'negotiation' }, 0],
    [{ zone: "'; drop table connection", broker: 'x', state: 'ended', after: '!' }, 1],
  ];
  for (const [query, count] of lines) expect([query, await found(at.broker, query)]).toEqual([query, count]);
  await asAll((tx) =>
    tx.execute(sql`update connection set next_step = 'x', next_step_on = '2026-01-01', broker_id = ${at.broker.accountId},
      moved_at = now() - interval '31 days' where id = ${id}`),
  );
  for (const query of [{ overdue: 'yes' }, { broker: 'mine' }, { broker: String(at.broker.accountId) }])
    expect(await found(at.broker, query)).toBe(1);
  expect(await found(at.broker, { moved: '30' })).toBe(0);
});

const bulk = (actor: Actor, ids: readonly number[], to?: number | null) =>
  connectionsInBulk(database, actor, {
    ids,
    input: to === undefined ? { action: 'take-over' } : { action: 'hand-over', to },
  });
const holders = async () =>
  (
    await asAll((tx) => tx.execute<{ b: string | null }>(sql`select broker_id::text as b from connection order by id`))
  ).rows.map(({ b }) => b && Number(b));

test('several are taken over and handed over at once, and those that are refused keep no other back', async () => {
  const first = await asAll((tx) => connectionIn(tx, at, 'accepted'));
  const offer = await asAll((tx) =>
    listing(tx, { side: 'offer', organisation: at.lab, zone: at.there, title: '另一项' }),
  );
  const second = await asAll((tx) => suggested(tx, { ...at, offer }));
  for (const one of [at.buyer, at.maker, at.outsider, at.editor, visitor]) {
    const answers = await bulk(one, [first, second]);
    expect(answers.map(({ outcome }) => outcome.ok)).toEqual([false, false]);
  }
  expect(await holders()).toEqual([null, null]);
  valueOf(await database.allOrNothing(at.farBroker, (tx) => takeOver(tx, at.farBroker, { id: first })));
  const answers = await bulk(at.broker, [first, second, second, 999_999]);
  expect(answers.map(({ outcome }) => outcome.ok)).toEqual([false, true, false]);
  expect(await holders()).toEqual([at.farBroker.accountId, at.broker.accountId]);
  const given = await bulk(at.broker, [first, second], mate.accountId);
  expect(given.map(({ outcome }) => outcome.ok)).toEqual([false, true]);
  expect(await holders()).toEqual([at.farBroker.accountId, mate.accountId]);
  expect((await bulk(mate, [second], null)).every(({ outcome }) => outcome.ok)).toBe(true);
  expect(await holders()).toEqual([at.farBroker.accountId, null]);
});
