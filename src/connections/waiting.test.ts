import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { commandLine, visitor, type Actor } from '#accounts/actor.ts';
import { uncheckedListings } from '#listings/read-waiting.server.ts';
import type { Database } from '#platform/database.server.ts';
import { connectionIn, listing, valueOf, world, type World } from '../../tests/support/connections.ts';
import { cloneTemplate } from '../../tests/support/database.ts';
import { waitingGroupsFor } from './read-waiting.server.ts';
import { decline } from './write-answer.server.ts';
import { move } from './write-move.server.ts';

let database: Database;
let at: World;

beforeAll(async () => {
  database = await cloneTemplate();
  at = await database.inTransaction(commandLine, (tx) => world(tx, { isAnonymous: true }));
});
afterAll(() => database.close());
beforeEach(() => database.inTransaction(commandLine, (tx) => tx.execute(sql`delete from connection`)));

const asAll = <T>(work: Parameters<typeof database.inTransaction<T>>[1]) => database.inTransaction(commandLine, work);

test('what waits is told by what for, the longest first', async () => {
  const waits = async (actor: Actor) => {
    const groups = await database.inTransaction(actor, (tx) => waitingGroupsFor(tx, actor));
    return groups.flatMap(({ group, total, oldest }) => (total > 0 ? [[group, total, oldest[0]?.waits]] : []));
  };
  const id = await asAll((tx) => connectionIn(tx, at, 'proposed'));
  expect(await waits(at.broker)).toEqual([['proposed', 1, 'offer']]);
  await asAll((tx) => tx.execute(sql`update connection set next_step = 'x', next_step_on = '2026-01-01'`));
  expect(await waits(at.broker)).toEqual([
    ['proposed', 1, 'offer'],
    ['overdue', 1, 'offer'],
  ]);
  for (const one of [at.outsider, at.editor, visitor]) expect(await waits(one)).toEqual([]);
  valueOf(await database.allOrNothing(at.maker, (tx) => decline(tx, at.maker, { id, reason: 'price' })));
  expect(await waits(at.broker)).toEqual([]);
});

test('an agreement waits for whoever has not confirmed it, and what both accepted waits for contact', async () => {
  const id = await asAll((tx) => connectionIn(tx, at, 'accepted'));
  const groups = () => database.inTransaction(at.broker, (tx) => waitingGroupsFor(tx, at.broker));
  expect((await groups()).filter(({ total }) => total > 0).map(({ group }) => group)).toEqual(['quiet']);
  valueOf(await database.allOrNothing(at.buyer, (tx) => move(tx, at.buyer, { id, step: 'contact' })));
  expect((await groups()).every(({ total }) => total === 0)).toBe(true);
});

test('a broker sees what was handed in to the own zone and not yet checked, the oldest first', async () => {
  const ids = await asAll(async (tx) => {
    const made = [];
    for (const title of ['新的', '旧的'])
      made.push(await listing(tx, { side: 'need', organisation: at.firm, zone: at.here, title }));
    await tx.execute(sql`update listing set state = 'submitted', published_at = null, submitted_at = now() - (id || ' days')::interval
      where id = any(${sql.param(made)}::bigint[])`);
    return made;
  });
  const seen = async (actor: Actor) => database.inTransaction(actor, (tx) => uncheckedListings(tx, actor));
  expect((await seen(at.broker)).oldest.map(({ id }) => id)).toEqual(ids.toReversed());
  for (const one of [at.farBroker, at.buyer, at.editor, visitor]) expect((await seen(one)).total).toBe(0);
  await asAll((tx) => tx.execute(sql`delete from listing where id = any(${sql.param(ids)}::bigint[])`));
});
