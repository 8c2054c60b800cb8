import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { commandLine, theSystem, visitor } from '#accounts/actor.ts';
import type { Database, Tx } from '#platform/database.server.ts';
import { cloneTemplate, inRollback } from '../../tests/support/database.ts';
import { broker, early, guest, here, published, registered, strangers } from '../../tests/support/events.ts';
import { firstRun, servicesWith } from '../../tests/support/services.ts';
import { twoZones } from '../../tests/support/zones.ts';
import { eventById } from './read.server.ts';
import { toPublicEvent } from './public.ts';
import { codeFrom, codeTyped, printedCode } from './registration.ts';
import { checkIn, deleteRegistration, settleOrganisation, undoCheckIn } from './write-desk-registration.server.ts';
import { forgetRegistrations } from './write-forget.server.ts';
import { writeToRegistered } from './write-mail.server.ts';

const stateOf = async (tx: Tx, id: number) =>
  (await tx.execute<{ state: string }>(sql`select state from registration where id = ${id}`)).rows[0]?.state;

test('the desk checks people in by code, and only those with a place', () =>
  inRollback(async (tx) => {
    await twoZones(tx);
    const event = await published(tx, { capacity: '1' });
    const [li, wang] = [await registered(tx, event, guest('li')), await registered(tx, event, guest('wang'))];
    const now = new Date('2026-09-11T01:00:00Z');
    expect((await checkIn(tx, broker, { event, registration: li, now })).ok).toBe(true);
    expect((await checkIn(tx, broker, { event, registration: wang, now })).ok).toBe(false);
    expect((await undoCheckIn(tx, broker, { event, registration: li })).ok).toBe(true);
    const other = await published(tx);
    expect((await checkIn(tx, broker, { event: other, registration: li, now })).ok).toBe(false);
    expect((await settleOrganisation(tx, broker, { event, registration: li, name: '没有的', now })).ok).toBe(false);
  }));

test.each(strangers)('%s reads and changes no registration of the zone', (_name, actor) =>
  inRollback(async (tx) => {
    await twoZones(tx);
    const event = await published(tx);
    const registration = await registered(tx, event, guest('li'));
    const of = { event, registration, now: early };
    const outcomes = [
      await checkIn(tx, actor, of),
      await undoCheckIn(tx, actor, of),
      await settleOrganisation(tx, actor, { ...of, name: '' }),
      await deleteRegistration(tx, actor, of),
    ];
    expect(outcomes.map(({ ok }) => ok)).toEqual([false, false, false, false]);
    expect(await stateOf(tx, registration)).toBe('confirmed');
  }),
);

test('codes are read as they were meant', () => {
  const code = codeFrom(new Uint8Array([0, 1, 2, 30, 31, 200, 255, 99]));
  expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{8}$/);
  expect(codeTyped(printedCode(code).toLowerCase())).toBe(code);
  expect(codeTyped('o1il-0000')).toBe('01110000');
  expect(codeTyped('王某')).toBeUndefined();
});

let database: Database;
beforeAll(async () => {
  database = await cloneTemplate();
  await database.inTransaction(commandLine, (tx) => twoZones(tx));
});
afterAll(() => database.close());

test('each letter becomes one mail, however often and by however many workers the job is done', async () => {
  const event = await database.inTransaction(commandLine, (tx) => published(tx));
  await database.inTransaction(theSystem, (tx) =>
    registered(tx, event, guest('canary', { name: '金丝雀', phone: '13800000000' })),
  );
  const services = servicesWith(database, { ORIGIN: 'https://zone.example' });
  await Promise.all([1, 2, 3].map(() => writeToRegistered(services, {}, firstRun)));
  await writeToRegistered(services, {}, firstRun);
  const mails = await database.inTransaction(theSystem, (tx) =>
    tx.execute<{ subject: string; body: string }>(
      sql`select subject, body from mail where to_address = 'canary@guest.example' order by id`,
    ),
  );
  expect(mails.rows.map(({ subject }) => subject)).toEqual(['请确认报名：新材料成果路演', '报名成功：新材料成果路演']);
  expect(mails.rows[0]?.body).toMatch(/https:\/\/zone\.example\/zh\/registrations\/[\w-]+\.[\w-]{43}/);
  // Nothing of the person is anywhere that others read.
  const view = await eventById(database.db, event);
  const shown = JSON.stringify([view, view && toPublicEvent(view, 'https://zone.example')]);
  expect(shown).not.toMatch(/金丝雀|canary|138000/);
  const kept = await database.inTransaction(theSystem, (tx) =>
    tx.execute(sql`select from history where changes::text ~ '金丝雀|canary|138000'`),
  );
  expect(kept.rows).toEqual([]);
  const asVisitor = await database.inTransaction(visitor, (tx) => tx.execute(sql`select from registration`));
  expect(asVisitor.rows).toEqual([]);
  const [, other] = [here, strangers[4]?.[1] ?? visitor];
  expect((await database.inTransaction(other, (tx) => tx.execute(sql`select from registration`))).rows).toEqual([]);
});

test('a year after the event nobody’s name is left, and how many they were stays', async () => {
  const event = await database.inTransaction(commandLine, (tx) => published(tx));
  const id = await database.inTransaction(theSystem, (tx) => registered(tx, event, guest('old')));
  const now = new Date('2026-09-11T01:00:00Z');
  await database.allOrNothing(broker, (tx) => checkIn(tx, broker, { event, registration: id, now }));
  const at = (text: string) => ({ ...servicesWith(database), now: () => new Date(text) });
  const left = async () =>
    (
      await database.inTransaction(theSystem, (tx) =>
        tx.execute(sql`select from registration where event_id = ${event}`),
      )
    ).rows;
  await forgetRegistrations(at('2027-09-10T00:00:00Z'), {}, firstRun);
  expect(await left()).toHaveLength(1);
  await forgetRegistrations(at('2027-09-12T00:00:00Z'), {}, firstRun);
  await forgetRegistrations(at('2027-09-13T00:00:00Z'), {}, firstRun);
  expect(await left()).toEqual([]);
  const { rows } = await database.pool.query(`select kept_registered, kept_attended from event where id = ${event}`);
  expect(rows).toEqual([{ kept_registered: 1, kept_attended: 1 }]);
});
