import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { commandLine, visitor, type Actor } from '#accounts/actor.ts';
import { askedOf } from '#lists/address.ts';
import type { Database } from '#platform/database.server.ts';
import { listing, suggested, valueOf, world, type World } from '../../tests/support/connections.ts';
import { cloneTemplate } from '../../tests/support/database.ts';
import { connectionList, connectionRow, connectionSheetRow } from './list.ts';
import { deskConnections } from './read-list.server.ts';
import { suggestionsFor } from './read-suggestions.server.ts';
import { connectionFor } from './read.server.ts';
import { accept, decline } from './write-answer.server.ts';
import { writeMessage } from './write-message.server.ts';
import { propose } from './write-propose.server.ts';

/** Words that only the need’s own people may read before both have accepted. */
const canaries = ['金丝雀', '联系人某某', '13800000001'];

let database: Database;
let at: World;
let id: number;

beforeAll(async () => {
  database = await cloneTemplate();
  at = await database.inTransaction(commandLine, (tx) => world(tx, { isAnonymous: true, isPublic: true }));
  await database.inTransaction(commandLine, (tx) =>
    tx.execute(sql`insert into organisation_contact (organisation_id, name, phone) values (${at.firm}, '联系人某某', '13800000001'),
      (${at.lab}, '研究院王某', '13800000002')`),
  );
});
afterAll(() => database.close());
beforeEach(async () => {
  await database.inTransaction(commandLine, async (tx) => {
    await tx.execute(sql`delete from connection`);
    id = await suggested(tx, at);
  });
});

const as = <T>(actor: Actor, work: Parameters<typeof database.inTransaction<T>>[1]) =>
  database.inTransaction(actor, work);

/** All that this person is shown of it anywhere at the desk. */
async function shownTo(actor: Actor, q = ''): Promise<string> {
  return as(actor, async (tx) => {
    const asked = askedOf(connectionList, new URLSearchParams({ state: 'all', q }));
    const { connections } = await deskConnections(tx, actor, asked);
    const rows = connections.flatMap((one) => [connectionRow(one, 'zh'), connectionSheetRow(one, 'en')]);
    return JSON.stringify([connections, rows, q === '' ? await connectionFor(tx, actor, id) : undefined]);
  });
}

const found = (text: string) => canaries.filter((canary) => text.includes(canary));
const step = <T>(actor: Actor, work: Parameters<typeof database.allOrNothing<T>>[1]) =>
  database.allOrNothing(actor, work).then(valueOf);

test('who an anonymous need is from is hidden from the other side until both have accepted, then both see each other', async () => {
  const others = [at.maker, at.farBroker];
  const expectHidden = async () => {
    for (const other of others) {
      const shown = await shownTo(other);
      expect(shown).toContain('高温密封');
      expect(found(shown)).toEqual([]);
      expect(await shownTo(other, '金丝雀')).not.toContain('高温密封');
    }
    expect(await shownTo(at.broker)).toContain('金丝雀');
    expect(found(await shownTo(at.buyer))).toContain('金丝雀');
  };
  await expectHidden();
  await step(at.buyer, (tx) => propose(tx, at.buyer, { id, note: '请看' }));
  await expectHidden();
  await step(at.maker, (tx) => accept(tx, at.maker, { id }));
  expect(found(await shownTo(at.maker))).toEqual(canaries);
  expect(await shownTo(at.maker, '金丝雀')).toContain('高温密封');
  expect(await shownTo(at.buyer)).toContain('13800000002');
  await step(at.maker, (tx) => writeMessage(tx, at.maker, { id, body: '您好' }));
  expect(await shownTo(at.buyer)).toContain('您好');
});

test('a proposal that was declined never says who it was from', async () => {
  await step(at.buyer, (tx) => propose(tx, at.buyer, { id }));
  await step(at.maker, (tx) => decline(tx, at.maker, { id, reason: 'price' }));
  expect(found(await shownTo(at.maker))).toEqual([]);
});

test('an organisation without a public page is not named before, and is after, both by the database’s own rules', async () => {
  await as(commandLine, (tx) => tx.execute(sql`update organisation set is_public = false where id = ${at.firm}`));
  const named = (actor: Actor) =>
    as(actor, async (tx) => (await tx.execute(sql`select from organisation where id = ${at.firm}`)).rows.length);
  expect(await named(at.maker)).toBe(0);
  await step(at.buyer, (tx) => propose(tx, at.buyer, { id }));
  expect(await named(at.maker)).toBe(0);
  await step(at.maker, (tx) => accept(tx, at.maker, { id }));
  expect(await named(at.maker)).toBe(1);
  expect(await named(at.outsider)).toBe(0);
  expect(await named(visitor)).toBe(0);
});

test('for everybody else there is no such connection, neither by our own walls nor by the database’s', async () => {
  await step(at.buyer, (tx) => propose(tx, at.buyer, { id }));
  await step(at.maker, (tx) => accept(tx, at.maker, { id }));
  for (const stranger of [visitor, at.outsider]) {
    expect(await as(stranger, (tx) => connectionFor(tx, stranger, id))).toBeUndefined();
    for (const table of [
      'connection',
      'connection_step',
      'connection_message',
      'connection_amount',
      'organisation_contact',
    ]) {
      const { rows } = await as(stranger, (tx) => tx.execute(sql.raw(`select from ${table}`)));
      expect(rows).toHaveLength(0);
    }
  }
  // An editor of the zone sees rows of the zone, and no page of a connection.
  expect(await as(at.editor, (tx) => connectionFor(tx, at.editor, id))).toBeUndefined();
});

test('what is confidential is told by its number until both have accepted, also to who searches for it', async () => {
  await as(commandLine, (tx) =>
    tx.execute(sql`update listing set secrecy = 'confidential', reference = 'TR-1' where id = ${at.need}`),
  );
  await step(at.buyer, (tx) => propose(tx, at.buyer, { id }));
  expect(await shownTo(at.maker)).not.toContain('高温密封');
  expect(await shownTo(at.maker)).toContain('TR-1');
  expect(await shownTo(at.maker, '高温')).not.toContain('TR-1');
  await step(at.maker, (tx) => accept(tx, at.maker, { id }));
  expect(await shownTo(at.maker)).toContain('高温密封');
});

test('an offer that only brokers have checked is suggested to brokers alone, not even as its institute', async () => {
  await database.inTransaction(commandLine, async (tx) => {
    const whose = { organisation: at.third, zone: at.here };
    const offer = await listing(tx, { side: 'offer', ...whose, title: '尚未公开的成果', state: 'checked' });
    await suggested(tx, { ...at, offer, lab: at.third, there: at.here });
  });
  const shown = (actor: Actor) => as(actor, async (tx) => (await suggestionsFor(tx, actor, at.need))?.all ?? []);
  expect(await shown(at.broker)).toHaveLength(2);
  expect(await shown(at.buyer)).toMatchObject([{ id }]);
});
