import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { commandLine, visitor, type Actor } from '#accounts/actor.ts';
import type { Database } from '#platform/database.server.ts';
import { connectionIn, valueOf, world, type World } from '../../tests/support/connections.ts';
import { cloneTemplate } from '../../tests/support/database.ts';
import { ownListings } from '#listings/read-own.server.ts';
import { ownOrganisations } from '#organisations/read-own.server.ts';
import { ownConnections } from './read-own.server.ts';
import { takeOver } from './write-broker.server.ts';
import { proposePair } from './write-propose.server.ts';

let database: Database;
let at: World;

beforeAll(async () => {
  database = await cloneTemplate();
  at = await database.inTransaction(commandLine, (tx) => world(tx, { isAnonymous: true }));
});
afterAll(() => database.close());
beforeEach(() => database.inTransaction(commandLine, (tx) => tx.execute(sql`delete from connection`)));

const inAll = <T>(work: Parameters<typeof database.inTransaction<T>>[1]) => database.inTransaction(commandLine, work);
const own = (actor: Actor) => database.inTransaction(actor, (tx) => ownConnections(tx, actor));
const counts = async (actor: Actor) => {
  const { toAnswer, toConfirm, underWay } = await own(actor);
  return [toAnswer.length, toConfirm.length, underWay.length];
};

test('a proposal waits on the front page of whoever has not answered it, and is under way for who made it', async () => {
  await inAll((tx) => connectionIn(tx, at, 'proposed'));
  expect(await counts(at.maker)).toEqual([1, 0, 0]);
  expect(await counts(at.buyer)).toEqual([0, 0, 1]);
  for (const one of [at.outsider, at.broker, at.editor, visitor]) expect(await counts(one)).toEqual([0, 0, 0]);
});

test('a proposal of a broker waits for both', async () => {
  valueOf(
    await database.allOrNothing(at.broker, (tx) =>
      proposePair(tx, at.broker, { needId: at.need, offerId: at.offer, origin: 'hand' }),
    ),
  );
  expect(await counts(at.maker)).toEqual([1, 0, 0]);
  expect(await counts(at.buyer)).toEqual([1, 0, 0]);
});

test('the front page says no name that is hidden, and says it once both have accepted', async () => {
  await inAll((tx) => connectionIn(tx, at, 'proposed'));
  expect(JSON.stringify(await own(at.maker))).not.toContain('金丝雀');
  await inAll((tx) => tx.execute(sql`delete from connection`));
  const id = await inAll((tx) => connectionIn(tx, at, 'accepted'));
  expect(JSON.stringify(await own(at.maker))).toContain('金丝雀');
  valueOf(await database.allOrNothing(at.broker, (tx) => takeOver(tx, at.broker, { id })));
  expect((await own(at.maker)).underWay).toMatchObject([{ own: 'offer', waits: 'broker', broker: 'broker' }]);
});

test('an agreement waits for the side that has not confirmed it', async () => {
  await inAll((tx) => connectionIn(tx, at, 'agreement'));
  expect(await counts(at.maker)).toEqual([0, 1, 0]);
  expect(await counts(at.buyer)).toEqual([0, 0, 1]);
});

test('one sees the own needs and offers that are under way, and the own organisation', async () => {
  const seen = (actor: Actor) =>
    database.inTransaction(actor, async (tx) => ({
      listings: (await ownListings(tx, actor)).map(({ id }) => id),
      organisations: (await ownOrganisations(tx, actor)).map(({ id }) => id),
    }));
  expect(await seen(at.buyer)).toEqual({ listings: [at.need], organisations: [at.firm] });
  expect(await seen(at.maker)).toEqual({ listings: [at.offer], organisations: [at.lab] });
  expect(await seen(at.outsider)).toEqual({ listings: [], organisations: [at.third] });
  for (const one of [at.broker, at.editor, visitor])
    expect(await seen(one)).toEqual({ listings: [], organisations: [] });
});
