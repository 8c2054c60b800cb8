import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { commandLine, theSystem } from '#accounts/actor.ts';
import { registrationWords as words } from '#language/words/registrations.ts';
import type { Database, Tx } from '#platform/database.server.ts';
import { cloneTemplate, inRollback } from '../../tests/support/database.ts';
import {
  asked,
  broker,
  early,
  guest,
  organisation,
  pitchDay,
  published,
  registered,
} from '../../tests/support/events.ts';
import { twoZones } from '../../tests/support/zones.ts';
import { ownRegistration, placesLeft } from './read-registration.server.ts';
import { pageOfRegistration } from './read-token.server.ts';
import {
  askToRegister,
  changeRegistration,
  confirmRegistration,
  withdrawRegistration,
} from './write-registration.server.ts';
import { cancelEvent, changeEvent } from './write.server.ts';

async function lettersOf(tx: Tx): Promise<string[]> {
  const { rows } = await tx.execute<{ letter: string }>(sql`
    select name || ' ' || kind as letter from registration_letter join registration on registration.id = registration_id
    order by registration_letter.id`);
  return rows.map(({ letter }) => letter);
}

const stateOf = async (tx: Tx, id: number) =>
  (await tx.execute<{ state: string }>(sql`select state from registration where id = ${id}`)).rows[0]?.state;

test('a place is had once the link in the mail is followed, and the answer tells nobody who is registered', () =>
  inRollback(async (tx) => {
    await twoZones(tx);
    const event = await published(tx);
    const id = await asked(tx, event, guest('li'));
    expect(await stateOf(tx, id)).toBe('asked');
    expect(await confirmRegistration(tx, theSystem, { id, now: early })).toEqual({ ok: true, value: 'confirmed' });
    const again = await askToRegister(tx, theSystem, { event, fields: guest('li'), now: early });
    const other = await askToRegister(tx, theSystem, { event, fields: guest('wang'), now: early });
    expect(again).toEqual(other);
    expect(await lettersOf(tx)).toEqual(['li confirm', 'li place', 'li registered-already', 'wang confirm']);
  }));

test.each([
  ['consent', { consent: '' }],
  ['name', { name: ' ' }],
  ['email', { email: 'a@b' }],
  ['phone', { phone: 'call me' }],
  ['organisation', { organisation: '' }],
  ['organisation', { organisation: 'a\u0000' }],
  ['lang', { lang: 'fr' }],
  [undefined, { state: 'confirmed' }],
])('what is wrong with a registration is said beside %s', (field, change) =>
  inRollback(async (tx) => {
    await twoZones(tx);
    const event = await published(tx);
    const outcome = await askToRegister(tx, theSystem, { event, fields: { ...guest('li'), ...change }, now: early });
    expect(outcome.ok ? [] : outcome.problems.map((problem) => problem.field)).toEqual([field]);
    expect(await lettersOf(tx)).toEqual([]);
  }),
);

test('when all places are taken people wait in line, and the first moves up when somebody gives theirs back', () =>
  inRollback(async (tx) => {
    await twoZones(tx);
    const event = await published(tx, { capacity: '1' });
    const [li, wang, zhao] = [
      await registered(tx, event, guest('li')),
      await registered(tx, event, guest('wang')),
      await registered(tx, event, guest('zhao')),
    ];
    expect([await stateOf(tx, li), await stateOf(tx, wang), await stateOf(tx, zhao)]).toEqual([
      'confirmed',
      'waiting',
      'waiting',
    ]);
    for (let time = 0; time < 2; time++) await withdrawRegistration(tx, theSystem, { id: li, now: early });
    expect([await stateOf(tx, wang), await stateOf(tx, zhao)]).toEqual(['confirmed', 'waiting']);
    await changeEvent(tx, broker, { id: event, fields: { ...pitchDay, capacity: '2' } });
    expect(await stateOf(tx, zhao)).toBe('confirmed');
    const fewer = await changeEvent(tx, broker, { id: event, fields: { ...pitchDay, capacity: '1' } });
    expect(fewer).toMatchObject({ ok: false, problems: [{ field: 'capacity' }] });
    const letters = await lettersOf(tx);
    expect(letters.filter((one) => one.endsWith('moved-up'))).toEqual(['wang moved-up', 'zhao moved-up']);
    expect(letters.filter((one) => one === 'li withdrawn')).toHaveLength(1);
  }));

test('nobody registers for a draft, a cancelled event, or after registration has closed', () =>
  inRollback(async (tx) => {
    await twoZones(tx);
    const event = await published(tx, { registrationClosesAt: '2026-09-05T00:00' });
    const late = new Date('2026-09-06T00:00:00Z');
    const id = await asked(tx, event, guest('li'));
    expect(await confirmRegistration(tx, theSystem, { id, now: late })).toMatchObject({
      problems: [{ says: words.notOpen }],
    });
    const fields = guest('wang');
    expect(await askToRegister(tx, theSystem, { event, fields, now: late })).toMatchObject({ ok: false });
    await cancelEvent(tx, broker, { id: event, reason: '台风', now: early });
    expect(await askToRegister(tx, theSystem, { event, fields, now: early })).toMatchObject({ ok: false });
    expect(await confirmRegistration(tx, theSystem, { id, now: early })).toMatchObject({ ok: false });
  }));

test('everybody with a place or in line is told that an event is called off or has moved, nobody else', () =>
  inRollback(async (tx) => {
    await twoZones(tx);
    const event = await published(tx, { capacity: '1' });
    await registered(tx, event, guest('li'));
    await registered(tx, event, guest('wang'));
    await asked(tx, event, guest('zhao'));
    await withdrawRegistration(tx, theSystem, { id: await registered(tx, event, guest('sun')), now: early });
    await changeEvent(tx, broker, { id: event, fields: { ...pitchDay, capacity: '1', venueZh: '二号厅' } });
    await cancelEvent(tx, broker, { id: event, reason: '台风', now: early });
    const letters = (await lettersOf(tx)).filter((one) => /changed|event-cancelled/.test(one));
    expect(letters).toEqual(['li changed', 'wang changed', 'li event-cancelled', 'wang event-cancelled']);
  }));

test('the holder of the link changes what they said, and a member is known by the address', () =>
  inRollback(async (tx) => {
    await twoZones(tx);
    const event = await published(tx);
    const of = await organisation(tx, '某新材料公司');
    const { rows } = await tx.execute<{ id: string }>(
      sql`insert into account (email, name) values ('li@guest.example', 'li') returning id`,
    );
    await tx.execute(
      sql`insert into membership (account_id, role, organisation_id) values (${rows[0]?.id}, 'member', ${of})`,
    );
    const id = await registered(tx, event, guest('li', { organisation: '某新材料公司' }));
    const sign = await pageOfRegistration(tx, 'https://zone.example');
    const token = sign({ id, lang: 'zh' }).split('/').at(-1) ?? '';
    expect((await ownRegistration(tx, token))?.row.organisationId).toBe(of);
    for (const forged of [`${token}x`, token.split('.')[0] ?? '', '', `${Buffer.from('1').toString('base64url')}.x`]) {
      expect(await ownRegistration(tx, forged)).toBeUndefined();
    }
    const { name, role, phone, lang } = guest('li');
    const person = { name, role, phone, lang, organisation: '另一家公司' };
    expect((await changeRegistration(tx, theSystem, { id, fields: person, now: early })).ok).toBe(true);
    expect((await ownRegistration(tx, token))?.row).toMatchObject({
      organisationId: null,
      organisationName: '另一家公司',
    });
    const withAddress = { ...person, email: 'x@guest.example' };
    expect((await changeRegistration(tx, theSystem, { id, fields: withAddress, now: early })).ok).toBe(false);
  }));

let database: Database;
beforeAll(async () => {
  database = await cloneTemplate();
  await database.inTransaction(commandLine, (tx) => twoZones(tx));
});
afterAll(() => database.close());

test('however many confirm at once, no more places are given than there are', async () => {
  const event = await database.inTransaction(commandLine, (tx) => published(tx, { capacity: '3' }));
  const ids = await database.inTransaction(theSystem, async (tx) => {
    const all: number[] = [];
    for (let at = 0; at < 12; at++) all.push(await asked(tx, event, guest(`g${at}`)));
    return all;
  });
  const confirm = (id: number) =>
    database.allOrNothing(theSystem, (tx) => confirmRegistration(tx, theSystem, { id, now: early }));
  const outcomes = await Promise.all(ids.map(confirm));
  expect(outcomes.filter((one) => one.ok && one.value === 'confirmed')).toHaveLength(3);
  expect(outcomes.filter((one) => one.ok && one.value === 'waiting')).toHaveLength(9);
  // Those with a place go, all at once with more who come: the line moves up one by one.
  const states = await database.inTransaction(theSystem, async (tx) => {
    const { rows } = await tx.execute<{ id: string }>(
      sql`select id from registration where event_id = ${event} and state = 'confirmed'`,
    );
    return rows.map(({ id }) => Number(id));
  });
  await Promise.all(
    states.map((id) =>
      database.allOrNothing(theSystem, (tx) => withdrawRegistration(tx, theSystem, { id, now: early })),
    ),
  );
  const counted = await database.inTransaction(theSystem, (tx) =>
    tx.execute(sql`select state, count(*)::int as n from registration where event_id = ${event} group by 1 order by 1`),
  );
  expect(counted.rows).toEqual([
    { state: 'cancelled', n: 3 },
    { state: 'confirmed', n: 3 },
    { state: 'waiting', n: 6 },
  ]);
  expect(await placesLeft(database, event)).toBe(0);
});
