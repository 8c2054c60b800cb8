import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { commandLine, theSystem } from '#accounts/actor.ts';
import { eventPeopleWords, meetingWords as words } from '#language/words/meetings.ts';
import type { Database, Tx } from '#platform/database.server.ts';
import { cloneTemplate, inRollback } from '../../tests/support/database.ts';
import { broker, early, guest, registered, strangers, arranged, grid } from '../../tests/support/events.ts';
import { firstRun, servicesWith } from '../../tests/support/services.ts';
import { twoZones } from '../../tests/support/zones.ts';
import { slotsOf } from './meeting.ts';
import { proposeContacts } from './write-contacts.server.ts';
import { acceptMeeting, askForMeeting, callOffMeeting, declineMeeting } from './write-meeting.server.ts';
import { withdrawRegistration } from './write-registration.server.ts';
import { closeSlots, openSlots } from './write-slots.server.ts';
import { sweepEvents } from './write-sweep.server.ts';

type Arranged = Awaited<ReturnType<typeof arranged>>;

async function ask(tx: Tx, { sides, slots }: Arranged, [from, to, slot]: [number, number, number]) {
  const fields = { organisation: String(sides[to]?.organisation), slot: String(slots[slot]), note: '' };
  return askForMeeting(tx, theSystem, { id: sides[from]?.registration ?? 0, fields, now: early });
}
const id = (outcome: Awaited<ReturnType<typeof ask>>) => (outcome.ok ? outcome.value.id : 0);
const answer = (tx: Tx, { sides }: Arranged, [who, meeting]: [number, number]) =>
  acceptMeeting(tx, theSystem, { id: sides[who]?.registration ?? 0, meeting, now: early });

test('a grid has as many slots as fit, with the pause between them', () => {
  const at = (time: string) => new Date(`2026-09-11T${time}:00Z`);
  const slots = slotsOf({ from: at('14:00'), to: at('15:00'), length: 20, pause: 5 });
  expect(slots).toEqual([
    { beginsAt: at('14:00'), endsAt: at('14:20') },
    { beginsAt: at('14:25'), endsAt: at('14:45') },
  ]);
});

test.each([
  ['length', { length: '4' }, undefined],
  ['tables', { tables: '0' }, undefined],
  ['from', { to: '2026-09-11T14:10' }, eventPeopleWords.slotsNone],
  ['from', { from: '2026-09-11T08:00' }, eventPeopleWords.slotsOutside],
  ['from', {}, eventPeopleWords.slotsOverlap],
])('slots that cannot be are refused beside %s', (field, change, says) =>
  inRollback(async (tx) => {
    await twoZones(tx);
    const { event } = await arranged(tx, 0);
    const outcome = await openSlots(tx, broker, { event, fields: { ...grid, ...change } });
    expect(outcome).toMatchObject({ ok: false, problems: [{ field, ...(says && { says }) }] });
  }),
);

test('closing leaves the slots that somebody asked for', () =>
  inRollback(async (tx) => {
    await twoZones(tx);
    const all = await arranged(tx, 2);
    await ask(tx, all, [0, 1, 1]);
    expect(await closeSlots(tx, broker, all.event)).toEqual({ ok: true, value: { slots: 2 } });
    const { rows } = await tx.execute(sql`select id::int from meeting_slot where event_id = ${all.event}`);
    expect(rows).toEqual([{ id: all.slots[1] }]);
  }));

test('one asks, the other accepts; each side is told, and the person, the organisation and the table are taken', () =>
  inRollback(async (tx) => {
    await twoZones(tx);
    const all = await arranged(tx, 4);
    const meeting = id(await ask(tx, all, [0, 1, 0]));
    expect(await ask(tx, all, [1, 0, 1])).toMatchObject({ problems: [{ says: words.once }] });
    // Not theirs to answer.
    for (const who of [0, 2])
      expect(await answer(tx, all, [who, meeting])).toMatchObject({ problems: [{ says: words.notFound }] });
    expect((await answer(tx, all, [1, meeting])).ok).toBe(true);
    expect(await answer(tx, all, [1, meeting])).toMatchObject({ problems: [{ says: words.answerTooLate }] });
    expect(await ask(tx, all, [2, 0, 0])).toMatchObject({ problems: [{ says: words.slotTaken }] });
    // The one table is taken in that slot, not in the next.
    expect(await ask(tx, all, [2, 3, 0])).toMatchObject({ problems: [{ says: words.slotTaken }] });
    expect((await ask(tx, all, [2, 3, 1])).ok).toBe(true);
    const { rows } = await tx.execute(sql`select registration_letter.kind from registration_letter
      where meeting_id = ${meeting} order by registration_letter.id`);
    expect(rows.map(({ kind }) => kind)).toEqual(['meeting-asked', 'meeting-accepted', 'meeting-accepted']);
  }));

test('without an organisation that the zone has settled nobody asks, nor for a slot that has begun', () =>
  inRollback(async (tx) => {
    await twoZones(tx);
    const all = await arranged(tx, 2);
    const alone = await registered(tx, all.event, guest('alone'));
    const fields = { organisation: String(all.sides[1]?.organisation), slot: String(all.slots[0]), note: '' };
    expect(await askForMeeting(tx, theSystem, { id: alone, fields, now: early })).toMatchObject({
      problems: [{ says: words.needsOrganisation }],
    });
    const late = { id: all.sides[0]?.registration ?? 0, fields, now: new Date('2026-09-11T06:10:00Z') };
    expect(await askForMeeting(tx, theSystem, late)).toMatchObject({ problems: [{ says: words.slotOver }] });
    const nobody = { ...late, now: early, fields: { ...fields, organisation: '999999' } };
    expect(await askForMeeting(tx, theSystem, nobody)).toMatchObject({ problems: [{ says: words.notThere }] });
    expect((await askForMeeting(tx, theSystem, { ...late, fields: { slot: 'x' } })).ok).toBe(false);
  }));

test('who calls off, declines or withdraws frees the time, and the other side is told', () =>
  inRollback(async (tx) => {
    await twoZones(tx);
    const all = await arranged(tx, 3);
    const [first, second] = [id(await ask(tx, all, [0, 1, 0])), id(await ask(tx, all, [0, 2, 1]))];
    const of = (who: number) => ({ id: all.sides[who]?.registration ?? 0, now: early });
    expect((await declineMeeting(tx, theSystem, { ...of(2), meeting: second })).ok).toBe(true);
    await answer(tx, all, [1, first]);
    expect(await callOffMeeting(tx, theSystem, { ...of(2), meeting: first })).toMatchObject({
      problems: [{ says: words.notFound }],
    });
    await withdrawRegistration(tx, theSystem, of(1));
    const { rows } = await tx.execute(
      sql`select state, (select count(*)::int from meeting_booking) as taken from meeting order by id`,
    );
    expect(rows).toEqual([
      { state: 'cancelled', taken: 0 },
      { state: 'declined', taken: 0 },
    ]);
    const { rows: letters } = await tx.execute<{ id: string }>(sql`
      select registration_id as id from registration_letter where kind = 'meeting-called-off'`);
    expect(letters.map((one) => Number(one.id))).toEqual([all.sides[0]?.registration]);
  }));

test.each(strangers)('%s opens and closes no slots, and proposes nothing', (_name, actor) =>
  inRollback(async (tx) => {
    await twoZones(tx);
    const { event } = await arranged(tx, 0);
    const outcomes = [
      await openSlots(tx, actor, { event, fields: { ...grid, from: '2026-09-11T10:00', to: '2026-09-11T11:00' } }),
      await closeSlots(tx, actor, event),
      await proposeContacts(tx, actor, { event }),
    ];
    expect(outcomes.map(({ ok }) => ok)).toEqual([false, false, false]);
    const { rows } = await tx.execute(sql`select count(*)::int as n from meeting_slot where event_id = ${event}`);
    expect(rows).toEqual([{ n: 3 }]);
  }),
);

let database: Database;
beforeAll(async () => {
  database = await cloneTemplate();
  await database.inTransaction(commandLine, (tx) => twoZones(tx));
});
afterAll(() => database.close());

test('however many accept at once, no person, organisation or table is booked twice', async () => {
  const all = await database.inTransaction(commandLine, (tx) => arranged(tx, 8, { tables: '2' }));
  // Everybody asks for the first slot: 0 asks 1 and 2, 3 asks 4 …: more than there are tables, and some ask the same.
  const pairs: [number, number][] = [
    [0, 1],
    [2, 1],
    [3, 4],
    [5, 4],
    [6, 7],
    [2, 7],
  ];
  const asked = await database.inTransaction(theSystem, async (tx) => {
    const made: [number, number][] = [];
    for (const [from, to] of pairs) made.push([to, id(await ask(tx, all, [from, to, 0]))]);
    return made;
  });
  const outcomes = await Promise.all(
    asked.map((one) => database.allOrNothing(theSystem, (tx) => answer(tx, all, one))),
  );
  expect(outcomes.filter(({ ok }) => ok)).toHaveLength(2);
  expect(outcomes.filter((one) => !one.ok).every((one) => !one.ok && one.problems[0]?.says === words.slotTaken)).toBe(
    true,
  );
});

test.each(['person', 'organisation', 'table'])(
  'the database itself refuses to book a %s twice at one time',
  async (kind) => {
    const all = await database.inTransaction(commandLine, (tx) => arranged(tx, 4));
    const book = async (meeting: number) =>
      database.inTransaction(theSystem, (tx) =>
        tx.execute(sql`insert into meeting_booking (meeting_id, event_id, zone_code, kind, holder, during)
        values (${meeting}, ${all.event}, '32101026', ${kind}, 7, '[2026-09-11 06:00+00, 2026-09-11 06:20+00)')`),
      );
    const meetings = await database.inTransaction(theSystem, async (tx) => [
      id(await ask(tx, all, [0, 1, 0])),
      id(await ask(tx, all, [2, 3, 0])),
    ]);
    const results = await Promise.allSettled(meetings.map(book));
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  },
);

test('a question nobody answers ends by itself, and its sender is told once', async () => {
  const all = await database.inTransaction(commandLine, (tx) => arranged(tx, 2));
  const meeting = await database.inTransaction(theSystem, async (tx) => id(await ask(tx, all, [0, 1, 0])));
  const at = (text: string) => ({ ...servicesWith(database), now: () => new Date(text) });
  const letters = async () =>
    (
      await database.inTransaction(theSystem, (tx) =>
        tx.execute(sql`select from registration_letter where meeting_id = ${meeting} and kind = 'meeting-expired'`),
      )
    ).rows.length;
  await sweepEvents(at('2026-09-02T23:00:00Z'), {}, firstRun);
  expect(await letters()).toBe(0);
  for (let time = 0; time < 2; time++) await sweepEvents(at('2026-09-03T00:00:00Z'), {}, firstRun);
  expect(await letters()).toBe(1);
});
