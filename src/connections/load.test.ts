import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { commandLine, visitor, type Actor } from '#accounts/actor.ts';
import type { Database } from '#platform/database.server.ts';
import { connectionIn, manySuggestions, person, world, type World } from '../../tests/support/connections.ts';
import { cloneTemplate } from '../../tests/support/database.ts';
import { boardQuery } from './board.ts';
import type { Load } from './load.ts';
import { boardFor } from './read-board.server.ts';
import { loadFor, loadZones } from './read-load.server.ts';

let database: Database;
let at: World;

beforeAll(async () => {
  database = await cloneTemplate();
  at = await database.inTransaction(commandLine, (tx) => world(tx));
  await database.inTransaction(commandLine, (tx) => person(tx, 'mate', { role: 'broker', zone: at.here }));
});
afterAll(() => database.close());
beforeEach(() => database.inTransaction(commandLine, (tx) => tx.execute(sql`delete from connection`)));

const asAll = <T>(work: Parameters<typeof database.inTransaction<T>>[1]) => database.inTransaction(commandLine, work);
const board = (actor: Actor, query: object = {}) =>
  database.inTransaction(actor, (tx) => boardFor(tx, actor, boardQuery.parse(query)));

/** What the load says, counted the slow way: one connection after the other. */
async function bruteLoad(zone: string, broker: number | null) {
  const { rows } = await asAll((tx) =>
    tx.execute<
      Record<string, string | null>
    >(sql`select id::text, state, broker_id::text as broker, need_zone_code as n,
      offer_zone_code as o, next_step_on::text as day, (moved_at > now() - interval '30 days')::text as lately from connection`),
  );
  const isOwn = (row: Record<string, string | null>) => row['broker'] === (broker === null ? null : String(broker));
  const own = rows
    .filter(isOwn)
    .filter((row) => row['state'] !== 'ended')
    .filter((row) => [row['n'], row['o']].includes(zone));
  const today = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);
  const states: Record<string, number> = {};
  for (const { state } of own) states[state ?? ''] = (states[state ?? ''] ?? 0) + 1;
  return {
    states,
    overdue: own.filter(({ day }) => day && day < today).length,
    moved: own.filter(({ lately }) => lately === 'true').length,
  };
}

test('the load of each broker is what one counts by hand, and what the board behind each number shows', async () => {
  await asAll((tx) => manySuggestions(tx, at, 30));
  await asAll(async (tx) => {
    const id = await connectionIn(tx, at, 'agreement');
    await tx.execute(sql`update connection_amount set document = null`);
    await tx.execute(sql`update connection set broker_id = case id % 3 when 0 then ${at.broker.accountId}::bigint
        when 1 then ${at.farBroker.accountId}::bigint end,
      next_step_on = case id % 4 when 0 then date '2026-01-01' when 1 then current_date + 30 end,
      moved_at = now() - (id % 50) * interval '1 day' where id <> ${id}`);
    await tx.execute(sql`update connection set broker_id = ${at.broker.accountId} where id = ${id}`);
  });
  const zones = [
    [at.here, at.broker, ['broker', 'mate', undefined]],
    [at.there, at.farBroker, ['farbroker', undefined]],
  ] as const;
  for (const [zone, looker, names] of zones) {
    const loads = await database.inTransaction(looker, (tx) => loadFor(tx, looker, { zone, year: 2026 }));
    expect(loads.map(({ broker }) => broker?.name)).toEqual(names);
    for (const load of loads) await expectAsCounted(load, zone, looker);
  }
});

async function expectAsCounted({ broker, states, overdue, moved }: Load, zone: string, looker: Actor) {
  expect({ states, overdue, moved }).toEqual(await bruteLoad(zone, broker?.id ?? null));
  const key = String(broker?.id ?? 'none');
  const columns = await board(looker, { zone, broker: key });
  const shown = columns.flatMap(({ state, total }) => (total > 0 ? [[state, total] as const] : []));
  expect(Object.fromEntries(shown)).toEqual(states);
  const sum = async (query: object) =>
    (await board(looker, { zone, broker: key, ...query })).reduce((all, { total }) => all + total, 0);
  expect([await sum({ overdue: 'yes' }), await sum({ moved: '30' })]).toEqual([overdue, moved]);
}

test('what is effective counts when both confirmed it and there is a document, with what it came to', async () => {
  const loadOf = async () =>
    (await database.inTransaction(at.broker, (tx) => loadFor(tx, at.broker, { zone: at.here, year: 2026 }))).find(
      ({ broker }) => broker?.id === at.broker.accountId,
    );
  const id = await asAll((tx) => connectionIn(tx, at, 'agreement'));
  await asAll((tx) => tx.execute(sql`update connection set broker_id = ${at.broker.accountId}`));
  await asAll((tx) =>
    tx.execute(sql`update connection_amount set offer_confirmed_at = now(), need_confirmed_at = now()`),
  );
  expect(await loadOf()).toMatchObject({ effective: 0, amount: 0 });
  await asAll((tx) =>
    tx.execute(sql`with kept as (
        insert into file (zone_code, name, media_type, bytes, stored_bytes, sha256, variants, uploaded_by, uploader_name)
        values (${at.here}, 'x.pdf', 'application/pdf', 1, 1, 'x', '[]', 'x', 'x') returning id)
      update connection_amount set document = (select id from kept)`),
  );
  expect(await loadOf()).toMatchObject({ effective: 1, amount: 1_200_000, states: { agreement: 1 } });
  expect(await board(at.broker, { state: 'agreement', effective: '2026' })).toMatchObject([
    { total: 1, cards: [{ id }] },
  ]);
  expect(await board(at.broker, { state: 'agreement', effective: '2025' })).toMatchObject([{ total: 0, cards: [] }]);
});

test('nobody looks at the load of a zone that is not theirs; a leader sees how much there is', async () => {
  await asAll((tx) => connectionIn(tx, at, 'contact'));
  const leader: Actor = { ...at.editor, memberships: [{ role: 'leader', zone: at.here }] };
  const seen = (actor: Actor, zone: string) =>
    database.inTransaction(actor, (tx) => loadFor(tx, actor, { zone, year: 2026 }));
  for (const one of [at.buyer, at.maker, at.outsider, at.editor, visitor]) {
    expect(await seen(one, at.here)).toEqual([]);
    expect(await database.inTransaction(one, (tx) => loadZones(tx, one))).toEqual([]);
  }
  expect(await seen(at.broker, at.there)).toEqual([]);
  const nobodys = (await seen(leader, at.here)).at(-1);
  expect(nobodys).toMatchObject({ broker: undefined, needs: 1, states: { contact: 1 } });
});
