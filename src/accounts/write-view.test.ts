import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { cloneForGate } from '../../tests/support/database.ts';
import { opening } from '../../tests/support/gate.ts';
import { twoZones } from '../../tests/support/zones.ts';
import type { Database } from '#platform/database.server.ts';
import { commandLine, theSystem, type Actor, type Membership } from './actor.ts';
import { openSession, signOut, whoHolds, type SignedIn } from './session.server.ts';
import { endView } from './view.server.ts';
import { viewLifeMs } from './view.ts';
import { beginView } from './write-view.server.ts';
import { revokeMembership } from './write-membership.server.ts';
import { disableAccount, giveMemberships } from './write.server.ts';

const zone = '32101026';
const now = new Date('2026-11-23T02:00:00Z');
const reason = 'drafts are said to be missing';
let database: Database;
let editor: number;

beforeAll(async () => {
  database = await cloneForGate();
  await database.inTransaction(commandLine, async (tx) => void (await twoZones(tx)));
  await made('first@zone.example', { role: 'operator' });
  editor = await made('editor@zone.example', { role: 'editor', zone });
});
afterAll(() => database.close());

async function made(email: string, membership: Membership): Promise<number> {
  return database.inTransaction(commandLine, async (tx) => {
    const { rows } = await tx.execute<{ id: string }>(
      sql`insert into account (email, name) values (${email}, ${email}) returning id`,
    );
    const id = Number(rows[0]?.id);
    await giveMemberships(tx, id, [membership]);
    return id;
  });
}

interface Inside {
  readonly id: number;
  readonly token: string;
  readonly self: SignedIn;
}

async function inside(name: string, membership: Membership): Promise<Inside> {
  const id = await made(`${name}@zone.example`, membership);
  const token = await database.inTransaction(theSystem, (tx) => openSession(tx, id, opening(now)));
  const self = await held(token);
  if (!self) throw new Error('no session');
  return { id, token, self };
}

const held = (token: string, after = 0) => whoHolds(database.db, token, opening(new Date(now.getTime() + after)));

const begin = (actor: Actor, session: number, [accountId, why = reason]: readonly [number, string?]) =>
  database.allOrNothing(actor, (tx) => beginView(tx, actor, { session, accountId, reason: why, now }));

const deeds = async (actor: string) =>
  (
    await database.pool.query(
      `select action, record from history where actor = $1 and action like 'view%' order by id`,
      [actor],
    )
  ).rows;

const bothEnds = [
  { action: 'view began', record: expect.any(String) as string },
  { action: 'view ended', record: expect.any(String) as string },
];

test('an operator sees the site as the other does, for a quarter of an hour, and both ends are remembered as the operator’s', async () => {
  const { id, token, self } = await inside('clock', { role: 'operator' });
  expect(await begin(self.actor, self.session, [editor])).toMatchObject({ ok: true });
  expect(await held(token)).toMatchObject({
    actor: { accountId: editor, memberships: [{ role: 'editor', zone }], viewedBy: { accountId: id } },
    viewingUntil: new Date(now.getTime() + viewLifeMs),
    isProven: false,
  });
  expect((await held(token, viewLifeMs - 1))?.actor.viewedBy).toBeDefined();
  expect(await held(token, viewLifeMs)).toMatchObject({
    actor: { accountId: id, memberships: [{ role: 'operator' }] },
  });
  expect((await held(token))?.actor.viewedBy).toBeUndefined();
  expect(await deeds(self.actor.id)).toEqual([
    { action: 'view began', record: String(editor) },
    { action: 'view ended', record: String(editor) },
  ]);
});

test('whoever only looks changes nothing: verbs are refused in words, and the database itself takes no change', async () => {
  const { token, self } = await inside('reader', { role: 'operator' });
  await begin(self.actor, self.session, [editor]);
  const looking = (await held(token))?.actor;
  if (!looking) throw new Error('no look');
  const rename = sql`update account set name = 'changed' where id = ${editor}`;
  const answer = database.allOrNothing(looking, async (tx) => {
    await tx.execute(rename);
    return { ok: true, value: 1 };
  });
  expect(await answer).toMatchObject({ ok: false, problems: [{ says: { en: expect.stringContaining('nothing') } }] });
  await expect(database.inTransaction(looking, (tx) => tx.execute(rename))).rejects.toMatchObject({
    cause: { message: expect.stringContaining('read-only transaction') },
  });
});

const ends: [string, (operator: Inside, viewed: { id: number; email: string }) => Promise<unknown>][] = [
  ['its button', ({ self }) => endView(database.db, self.session)],
  ['signing out', ({ token }) => database.inTransaction(theSystem, (tx) => signOut(tx, token))],
  [
    'the loss of the role',
    ({ id, token }) =>
      database
        .allOrNothing(commandLine, (tx) =>
          revokeMembership(tx, commandLine, { accountId: id, membership: { role: 'operator' } }),
        )
        .then(() => held(token)),
  ],
  [
    'the other account being disabled',
    async ({ token }, { email }) => {
      await database.allOrNothing(commandLine, (tx) => disableAccount(tx, commandLine, email));
      await held(token);
    },
  ],
  [
    'the other becoming an operator',
    async ({ token }, { id }) => {
      await database.inTransaction(commandLine, (tx) => giveMemberships(tx, id, [{ role: 'operator' }]));
      await held(token);
    },
  ],
  [
    'the operator’s account being disabled',
    ({ self }) => database.allOrNothing(commandLine, (tx) => disableAccount(tx, commandLine, `${self.actor.name}`)),
  ],
];

test.each(ends)('%s ends it at once, and that is remembered', async (name, end) => {
  const slug = name.replaceAll(/\W/g, '-');
  const operator = await inside(`o-${slug}`, { role: 'operator' });
  const email = `v-${slug}@zone.example`;
  const viewed = { id: await made(email, { role: 'editor', zone }), email };
  expect(await begin(operator.self.actor, operator.self.session, [viewed.id])).toMatchObject({ ok: true });
  await end(operator, viewed);
  expect((await held(operator.token))?.actor.viewedBy).toBeUndefined();
  expect(await deeds(operator.self.actor.id)).toEqual(bothEnds);
});

test('nobody but an operator looks, and never in another’s session, as an operator, as nobody or without a reason', async () => {
  const operator = await inside('allowed', { role: 'operator' });
  const others = await Promise.all(
    (['editor', 'publisher', 'leader'] as const).map((role) => inside(`wrong-${role}`, { role, zone })),
  );
  const { actor, session } = operator.self;
  const tries = [
    ...others.map(({ self }) => begin(self.actor, self.session, [editor])),
    begin({ ...actor, viewedBy: { accountId: 1, name: 'o' } }, session, [editor]),
    begin(commandLine, session, [editor]),
    begin(actor, others[0]?.self.session ?? 0, [editor]),
    begin(actor, session, [operator.id]),
    begin(actor, session, [(await inside('colleague', { role: 'operator' })).id]),
    begin(actor, session, [999_999]),
    begin(actor, session, [editor, '  why ']),
  ];
  for (const answer of await Promise.all(tries)) expect(answer).toMatchObject({ ok: false });
  for (const { token, self } of [operator, ...others]) expect((await held(token))?.actor).toEqual(self.actor);
  expect(await deeds(actor.id)).toEqual([]);
});
