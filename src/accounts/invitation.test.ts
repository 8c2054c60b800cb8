import { afterAll, beforeAll, expect, test } from 'vitest';
import { opening } from '../../tests/support/gate.ts';
import { cloneForGate } from '../../tests/support/database.ts';
import { anOrganisation } from '../../tests/support/organisations.ts';
import { twoZones } from '../../tests/support/zones.ts';
import type { Database } from '#platform/database.server.ts';
import { sql } from 'drizzle-orm';
import { commandLine, theSystem, visitor, type Actor, type Membership } from './actor.ts';
import { invitationSchema, type Invitation } from './invitation.ts';
import { checkInvitation, listInvitations } from './read-invitation.server.ts';
import { openSession, whoHolds } from './session.server.ts';
import { acceptInvitation, inviteMember, revokeInvitation, type Invited } from './write-invitation.server.ts';
import { addAccount, disableAccount } from './write.server.ts';

const now = new Date('2026-01-05T09:00:00Z');
const after = (days: number) => new Date(now.getTime() + days * 86_400_000);
const sender = { origin: 'https://zone.example', siteName: '园联', now };
const here = '32101026';
const there = '34101001';
const editorHere: Membership = { role: 'editor', zone: here };
const invitation: Invitation = { email: 'wang@zone.example', name: '王五', lang: 'zh', memberships: [editorHere] };
const typed = { name: '王五', password: 'a quiet morning in March' };

let database: Database;
let publisher: Actor;
let organisation: number;

beforeAll(async () => {
  database = await cloneForGate();
  publisher = await database.inTransaction(commandLine, async (tx) => {
    await twoZones(tx);
    organisation = await anOrganisation(tx, here);
    const account = { name: '张三', email: 'zhang@zone.example', password: 'correct horse battery' };
    const made = await addAccount(tx, commandLine, { account, membership: { role: 'publisher', zone: here } });
    const id = made.ok ? made.value : 0;
    return { id: `account:${id}`, accountId: id, name: '张三', memberships: [{ role: 'publisher', zone: here }] };
  });
});

afterAll(() => database.close());

const invite = (asker: Actor, changed: Partial<Invitation> = {}) =>
  database.allOrNothing(asker, (tx) => inviteMember(tx, asker, { invitation: { ...invitation, ...changed }, sender }));
const invited = async (changed: Partial<Invitation> = {}): Promise<Invited> => {
  const outcome = await invite(publisher, changed);
  if (!outcome.ok) throw new Error('not invited');
  return outcome.value;
};
const tokenOf = ({ link }: Invited) => link.split('/').at(-1) ?? '';
const accept = (token: string, actor: Actor = visitor, at = now) =>
  database.allOrNothing(theSystem, (tx) =>
    acceptInvitation(tx, actor, { token, now: at, ...(actor === visitor ? { account: typed } : {}) }),
  );
const countOf = async (table: 'invitation' | 'account' | 'mail') =>
  Number(
    (await database.inTransaction(theSystem, (tx) => tx.execute(sql`select count(*) from ${sql.identifier(table)}`)))
      .rows[0]?.['count'],
  );

test.each<{ who: string; actor: () => Actor; memberships: Membership[] }>([
  { who: 'a visitor', actor: () => visitor, memberships: [editorHere] },
  {
    who: 'an editor of the zone',
    actor: () => ({ ...publisher, memberships: [editorHere] }),
    memberships: [editorHere],
  },
  {
    who: 'the publisher of another zone',
    actor: () => ({ ...publisher, memberships: [{ role: 'publisher', zone: there }] }),
    memberships: [editorHere],
  },
  { who: 'a publisher, as operator', actor: () => publisher, memberships: [{ role: 'operator' }] },
  {
    who: 'a publisher, into two zones',
    actor: () => publisher,
    memberships: [editorHere, { role: 'editor', zone: there }],
  },
  {
    who: 'an operator who looks as another',
    actor: () => ({ ...publisher, viewedBy: { accountId: 1, name: 'o' } }),
    memberships: [editorHere],
  },
])('$who does not invite', async ({ actor, memberships }) => {
  const before = [await countOf('invitation'), await countOf('mail')];
  expect(await invite(actor(), { memberships })).toMatchObject({ ok: false });
  expect([await countOf('invitation'), await countOf('mail')]).toEqual(before);
});

test('the link makes one account with the roles that were given, however many use it at once', async () => {
  const token = tokenOf(await invited({ email: 'once@zone.example' }));
  const outcomes = await Promise.all([accept(token), accept(token), accept(token)]);
  expect(outcomes.filter((outcome) => outcome.ok)).toHaveLength(1);
  const id = outcomes.flatMap((outcome) => (outcome.ok ? outcome.value : []))[0] ?? 0;
  const session = await database.inTransaction(theSystem, (tx) => openSession(tx, id, opening(now)));
  expect(await whoHolds(database.db, session, opening(now))).toMatchObject({ actor: { memberships: [editorHere] } });
  expect(await accept(token)).toMatchObject({
    ok: false,
    problems: [{ says: { en: expect.stringContaining('has been used') } }],
  });
});

test('a link that is late, wrong, revoked or from somebody since disabled makes nothing', async () => {
  const accountsBefore = await countOf('account');
  const late = tokenOf(await invited({ email: 'late@zone.example' }));
  expect(await accept(late, visitor, after(8))).toMatchObject({ ok: false });
  expect(await accept(`${late}x`)).toMatchObject({ ok: false });
  const taken = await invited({ email: 'taken@zone.example' });
  const foreign: Actor = { ...publisher, memberships: [{ role: 'publisher', zone: there }] };
  const revoke = (actor: Actor) =>
    database.allOrNothing(actor, (tx) => revokeInvitation(tx, actor, { id: taken.id, now }));
  expect(await revoke(foreign)).toMatchObject({ ok: false });
  expect(await revoke(publisher)).toMatchObject({ ok: true });
  expect(await revoke(publisher)).toMatchObject({ ok: false });
  expect(await accept(tokenOf(taken))).toMatchObject({ ok: false });
  expect(await countOf('account')).toBe(accountsBefore);
});

test('an address that has an account joins with it, and nobody else can', async () => {
  const made = await database.inTransaction(commandLine, (tx) =>
    addAccount(tx, commandLine, {
      account: { ...typed, email: 'both@zone.example' },
      membership: { role: 'broker', zone: there },
    }),
  );
  const id = made.ok ? made.value : 0;
  const token = tokenOf(await invited({ email: 'both@zone.example' }));
  expect(await accept(token)).toMatchObject({ ok: false });
  expect(await accept(token, publisher)).toMatchObject({ ok: false });
  const owner: Actor = { id: `account:${id}`, accountId: id, name: 'b', memberships: [] };
  expect(await accept(token, owner)).toEqual({ ok: true, value: id });
});

test('another zone sees nothing of an invitation, the inviting one does', async () => {
  await invited({ email: 'seen@zone.example' });
  const foreign: Actor = { ...publisher, memberships: [{ role: 'publisher', zone: there }] };
  const list = (actor: Actor) =>
    database.inTransaction(actor, async (tx) => (await listInvitations(tx, actor, { now })).invitations);
  expect(await list(foreign)).toEqual([]);
  expect((await list(publisher)).map(({ email }) => email)).toContain('seen@zone.example');
});

test('the secret is in the mail and nowhere else', async () => {
  const made = await invited({ email: 'secret@zone.example' });
  const { rows } = await database.inTransaction(theSystem, (tx) =>
    tx.execute(sql`select to_address, body from mail order by id desc limit 1`),
  );
  expect(rows[0]).toMatchObject({ to_address: 'secret@zone.example', body: expect.stringContaining(made.link) });
  const kept = await database.inTransaction(theSystem, (tx) =>
    tx.execute(
      sql`select invitation::text || coalesce((select string_agg(history::text, '') from history), '') as text from invitation`,
    ),
  );
  expect(kept.rows.some((row) => String(row['text']).includes(tokenOf(made)))).toBe(false);
});

test('a broker or publisher of the zone that keeps an organisation invites its members, and nobody else does', async () => {
  const memberships: Membership[] = [{ role: 'member', organisation }];
  const as = (held: Membership): Actor => ({ ...publisher, memberships: [held] });
  const wrong: Actor[] = [
    visitor,
    as({ role: 'member', organisation }),
    as({ role: 'broker', zone: there }),
    as({ role: 'publisher', zone: there }),
    ...(['editor', 'officer', 'leader'] as const).map((role) => as({ role, zone: here })),
    { ...as({ role: 'broker', zone: here }), viewedBy: { accountId: 1, name: 'o' } },
  ];
  const before = [await countOf('invitation'), await countOf('mail')];
  for (const actor of wrong) expect(await invite(actor, { memberships })).toMatchObject({ ok: false });
  const unknown: Membership[] = [{ role: 'member', organisation: organisation + 1 }];
  expect(await invite(as({ role: 'broker', zone: here }), { memberships: unknown })).toMatchObject({ ok: false });
  expect([await countOf('invitation'), await countOf('mail')]).toEqual(before);

  for (const role of ['broker', 'publisher'] as const) {
    const email = `${role}s-guest@zone.example`;
    expect(await invite(as({ role, zone: here }), { email, memberships })).toMatchObject({ ok: true });
  }
  const broker = as({ role: 'broker', zone: here });
  const listed = await database.inTransaction(broker, (tx) => listInvitations(tx, broker, { now }));
  expect(listed.invitations.map(({ email }) => email).sort()).toEqual([
    'brokers-guest@zone.example',
    'publishers-guest@zone.example',
  ]);
  expect(listed.organisations.get(organisation)?.name.zh).toBe('苏州澄光光电有限公司');
});

test('an invitation of a disabled inviter is dead', async () => {
  const token = tokenOf(await invited({ email: 'orphan@zone.example' }));
  await database.inTransaction(commandLine, (tx) => disableAccount(tx, commandLine, 'zhang@zone.example'));
  expect(await database.inTransaction(theSystem, (tx) => checkInvitation(tx, token, now))).toMatchObject({ ok: false });
});

test.each([
  { memberships: [] },
  { memberships: [{ role: 'editor' }] },
  { memberships: [{ role: 'operator', zone: here }] },
  { memberships: [{ role: 'root', zone: here }] },
  { memberships: [{ ...editorHere, accountId: 1 }] },
  { email: 'a@b@c.example' },
  { lang: 'fr' },
  { invitedBy: 1 },
])('%o is no invitation', (wrong) => {
  expect(invitationSchema.safeParse({ ...invitation, ...wrong }).success).toBe(false);
});
