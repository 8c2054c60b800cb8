import { sql } from 'drizzle-orm';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { cloneTemplate } from '../../tests/support/database.ts';
import { anOrganisation } from '../../tests/support/organisations.ts';
import { twoZones } from '../../tests/support/zones.ts';
import { commandLine, theSystem, visitor, type Actor, type Membership } from '#accounts/actor.ts';
import type { Database } from '#platform/database.server.ts';
import { membershipSchema } from './invitation.ts';
import { listPeople, personById } from './read-people.server.ts';
import { endSessions, enableAccount, grantMembership, revokeMembership } from './write-membership.server.ts';
import { disableAccount, giveMemberships } from './write.server.ts';

const [here, there] = ['32101026', '34101001'];
const opened: Database[] = [];
let database: Database;
const ids = { operator: 0, editor: 0, foreign: 0 };

const publisherOf = (zone: string): Actor => ({
  id: 'account:90',
  name: 'p',
  memberships: [{ role: 'publisher', zone }],
});

beforeEach(async () => {
  database = await cloneTemplate();
  opened.push(database);
  await database.inTransaction(commandLine, async (tx) => void (await twoZones(tx)));
  ids.operator = await made('o@zone.example', { role: 'operator' });
  ids.editor = await made('e@zone.example', { role: 'editor', zone: here });
  ids.foreign = await made('f@zone.example', { role: 'editor', zone: there });
});
afterAll(() => Promise.all(opened.map((each) => each.close())));

/** Not by the verb: nobody signs in here, and hashing a password takes a while. */
async function made(email: string, { role, zone }: Membership): Promise<number> {
  return database.inTransaction(commandLine, async (tx) => {
    const { rows } = await tx.execute<{ id: string }>(
      sql`insert into account (email, name) values (${email}, ${email}) returning id`,
    );
    const id = Number(rows[0]?.id);
    await giveMemberships(tx, id, [zone === undefined ? { role } : { role, zone }]);
    return id;
  });
}

const state = async () =>
  database.inTransaction(theSystem, async (tx) => {
    const { rows } = await tx.execute(sql`select account_id, role, zone_code from membership order by 1, 2, 3`);
    return [rows, (await tx.execute(sql`select count(*) from history`)).rows];
  });

const editorHere = { role: 'editor', zone: here } as const;
const wrong: [string, Actor, Membership][] = [
  ['a visitor', visitor, editorHere],
  ['an editor of the zone', { ...publisherOf(here), memberships: [editorHere] }, editorHere],
  ['the other zone’s publisher', publisherOf(there), editorHere],
  ['a publisher, the role of publisher', publisherOf(here), { role: 'publisher', zone: here }],
  ['a publisher, the role of operator', publisherOf(here), { role: 'operator' }],
  ['an operator through another’s eyes', { ...commandLine, viewedBy: { accountId: 1, name: 'o' } }, editorHere],
];

test.each(wrong)('%s gives and takes nothing', async (_, actor, membership) => {
  const before = await state();
  for (const verb of [grantMembership, revokeMembership]) {
    const given = { accountId: ids.editor, membership };
    expect(await database.allOrNothing(actor, (tx) => verb(tx, actor, given))).toMatchObject({ ok: false });
  }
  expect(await state()).toEqual(before);
});

test('a publisher gives and takes the role of editor in the own zone, and reaches nobody of another zone', async () => {
  const publisher = publisherOf(here);
  const run = (verb: typeof grantMembership, accountId: number) =>
    database.allOrNothing(publisher, (tx) => verb(tx, publisher, { accountId, membership: editorHere }));
  expect(await run(revokeMembership, ids.editor)).toMatchObject({ ok: true });
  expect(await run(revokeMembership, ids.editor)).toMatchObject({ ok: false });
  expect(await run(grantMembership, ids.foreign)).toMatchObject({ ok: false });
});

test('the last operator stays one; of two, the one may go', async () => {
  const take = (accountId: number) =>
    database.allOrNothing(commandLine, (tx) =>
      revokeMembership(tx, commandLine, { accountId, membership: { role: 'operator' } }),
    );
  expect(await take(ids.operator)).toMatchObject({ ok: false });
  const second = await made('s@zone.example', { role: 'operator' });
  const both = await Promise.all([take(ids.operator), take(second)]);
  expect(both.filter(({ ok }) => ok)).toHaveLength(1);
});

test('a publisher sees the people of the own zone and what they are there; nobody else’s', async () => {
  const publisher = publisherOf(here);
  const list = (actor: Actor, filters = {}) =>
    database.inTransaction(actor, async (tx) => (await listPeople(tx, actor, { filters })).people.map(({ id }) => id));
  expect(await list(publisher)).toEqual([ids.editor]);
  expect(await list(publisher, { q: 'f@zone' })).toEqual([]);
  expect(await list(commandLine, { role: 'editor' })).toEqual([ids.editor, ids.foreign]);
  expect(await list({ ...commandLine, viewedBy: { accountId: 1, name: 'o' } })).toEqual([]);
  const other = await database.inTransaction(publisher, (tx) => personById(tx, publisher, ids.foreign));
  expect(other).toBeUndefined();
});

test.each([visitor, publisherOf('32101026')])(
  '$name neither opens an account again nor signs anybody out',
  async (actor) => {
    await database.inTransaction(commandLine, (tx) => disableAccount(tx, commandLine, 'e@zone.example'));
    for (const verb of [enableAccount, endSessions]) {
      expect(await database.allOrNothing(actor, (tx) => verb(tx, actor, ids.editor))).toMatchObject({ ok: false });
    }
    expect(await database.allOrNothing(commandLine, (tx) => enableAccount(tx, commandLine, ids.editor))).toMatchObject({
      ok: true,
    });
  },
);

test('an officer reports for one unit of their zone; a unit of another zone, or another role with a unit, is refused', async () => {
  const unit = await database.inTransaction(commandLine, async (tx) => {
    const { rows } = await tx.execute<{ id: string }>(
      sql`insert into unit (zone_code, kind, name_zh, position) values (${there}, 'unit', '经发局', 1) returning id`,
    );
    return Number(rows[0]?.id);
  });
  const give = (membership: Membership) =>
    database.inTransaction(commandLine, (tx) =>
      grantMembership(tx, commandLine, { accountId: ids.editor, membership }),
    );
  expect(await give({ role: 'officer', zone: here, unit })).toMatchObject({ ok: false, problems: [{ field: 'unit' }] });
  expect(await give({ role: 'officer', zone: there, unit })).toMatchObject({ ok: true });
  expect(membershipSchema.safeParse({ role: 'editor', zone: there, unit }).success).toBe(false);
  const person = await database.inTransaction(commandLine, (tx) => personById(tx, commandLine, ids.editor));
  expect(person?.memberships).toContainEqual({ role: 'officer', zone: there, unit });
});

test('brokers and publishers of the zone that keeps an organisation look after its members; others do not', async () => {
  const organisation = await database.inTransaction(commandLine, (tx) => anOrganisation(tx, here));
  const membership: Membership = { role: 'member', organisation };
  const as = (held: Membership): Actor => ({ ...publisherOf(here), memberships: [held] });
  const run = (verb: typeof grantMembership, actor: Actor) =>
    database.allOrNothing(actor, (tx) => verb(tx, actor, { accountId: ids.editor, membership }));
  const wrong = [
    as({ role: 'broker', zone: there }),
    as(membership),
    as({ role: 'editor', zone: here }),
    as({ role: 'leader', zone: here }),
    { ...as({ role: 'broker', zone: here }), viewedBy: { accountId: 1, name: 'o' } },
  ];
  const before = await state();
  for (const actor of wrong) expect(await run(grantMembership, actor)).toMatchObject({ ok: false });
  expect(await state()).toEqual(before);

  expect(await run(grantMembership, publisherOf(here))).toMatchObject({ ok: true });
  for (const actor of wrong) expect(await run(revokeMembership, actor)).toMatchObject({ ok: false });
  const broker = as({ role: 'broker', zone: here });
  const seen = await database.inTransaction(broker, (tx) => listPeople(tx, broker, { filters: {} }));
  expect(seen.people.map(({ memberships }) => memberships)).toEqual([[membership]]);
  const foreign = as({ role: 'broker', zone: there });
  expect(await database.inTransaction(foreign, (tx) => listPeople(tx, foreign, { filters: {} }))).toMatchObject({
    people: [],
    total: 0,
  });
  expect(await run(revokeMembership, broker)).toMatchObject({ ok: true });
});

test('a member is one of an organisation and of no zone', () => {
  for (const wrong of [{ zone: here }, {}, { zone: here, organisation: 1 }, { organisation: 0 }]) {
    expect(membershipSchema.safeParse({ role: 'member', ...wrong }).success).toBe(false);
  }
  expect(membershipSchema.safeParse({ role: 'broker', organisation: 1 }).success).toBe(false);
  expect(membershipSchema.safeParse({ role: 'member', organisation: 1 }).success).toBe(true);
});
