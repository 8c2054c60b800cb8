import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { cloneForGate } from '../../tests/support/database.ts';
import { here, organisation, organisationWorld, there, who } from '../../tests/support/organisations.ts';
import { commandLine, theSystem, visitor, type Actor, type Membership } from '#accounts/actor.ts';
import { acceptInvitation } from '#accounts/write-invitation.server.ts';
import { giveMemberships } from '#accounts/write.server.ts';
import { notificationsOf } from '#notifications/read.server.ts';
import type { Database } from '#platform/database.server.ts';
import type { Claim, NewBody } from './claim.ts';
import { claimsFor } from './read-claims.server.ts';
import { acceptClaim, declineClaim } from './write-claim-answers.server.ts';
import { claimOrganisation, isAskingTooOften } from './write-claim.server.ts';
import { setPublic } from './write.server.ts';

let database: Database;
const ids = { organisation: 0, secret: 0, broker: 0, person: 0 };
const now = new Date('2026-03-01T09:00:00Z');
const sender = { origin: 'https://zone.example', siteName: { zh: '园联', en: 'Yuanlian' }, now };
const asker = { name: '李四', email: 'li@firm.example' };
const said = { position: '总经理', proof: '请拨总机转我。', lang: 'zh', asker } as const;
let broker: Actor;
let person: Actor;

beforeAll(async () => {
  database = await cloneForGate();
  await database.inTransaction(theSystem, async (tx) => {
    await organisationWorld(tx);
    ids.organisation = await organisation(tx);
    ids.secret = await organisation(tx, { nameZh: '未公开公司' });
    await setPublic(tx, commandLine, { id: ids.organisation, isPublic: true });
  });
  broker = await account('broker', [{ role: 'broker', zone: here }]);
  person = await account('person', []);
});
beforeEach(() =>
  database.inTransaction(theSystem, async (tx) => {
    await tx.execute(sql`delete from organisation_claim`);
    await tx.execute(sql`delete from membership where role = 'member'`);
  }),
);
afterAll(() => database.close());

async function account(name: string, memberships: Membership[]): Promise<Actor> {
  return database.inTransaction(theSystem, async (tx) => {
    const { rows } = await tx.execute<{ id: string }>(
      sql`insert into account (email, name) values (${`${name}@zone.example`}, ${name}) returning id`,
    );
    const accountId = Number(rows[0]?.id);
    if (memberships.length > 0) await giveMemberships(tx, accountId, memberships);
    return { id: `account:${accountId}`, accountId, name, memberships };
  });
}

const claim = (actor: Actor, changed: Partial<Claim> = {}) => {
  const { asker: own, ...rest } = said;
  const input = { organisation: ids.organisation, ...rest, ...(actor === visitor && { asker: own }), ...changed };
  return database.allOrNothing(theSystem, (tx) => claimOrganisation(tx, actor, input));
};
const open = (actor: Actor) =>
  database.inTransaction(actor, async (tx) => (await claimsFor(tx, actor, { state: 'open' })).claims);
const accept = (actor: Actor, id: number) =>
  database.allOrNothing(actor, (tx) => acceptClaim(tx, actor, { id, sender }));
const decline = (actor: Actor, id: number) =>
  database.allOrNothing(actor, (tx) => declineClaim(tx, actor, { id, reason: '请补充证明。' }));
const counted = () =>
  database.inTransaction(theSystem, async (tx) => {
    const { rows } = await tx.execute(sql`select (select count(*) from organisation_claim) as claims,
      (select count(*) from organisation_claim where state <> 'open') as decided, (select count(*) from membership) as roles,
      (select count(*) from invitation) as invitations, (select count(*) from organisation) as organisations,
      (select count(*) from mail) as mails`);
    return rows[0];
  });

test('a stranger asks, the brokers of the zone are told, and acceptance invites by mail to exactly that', async () => {
  expect(await claim(visitor)).toEqual({ ok: true, value: true });
  const told = await database.inTransaction(broker, (tx) => notificationsOf(tx, broker.accountId ?? 0));
  expect(told[0]).toMatchObject({ kind: 'organisation', path: '/desk/claims' });
  const [waiting] = await open(broker);
  expect(waiting).toMatchObject({ ...asker, organisation: { id: ids.organisation }, hasAccount: false });
  const outcome = await accept(broker, waiting?.id ?? 0);
  const token = outcome.ok ? (outcome.value.link?.split('/').at(-1) ?? '') : '';
  const made = await database.allOrNothing(theSystem, (tx) =>
    acceptInvitation(tx, visitor, { token, now, account: { name: '李四', password: 'a quiet morning in March' } }),
  );
  const { rows } = await database.inTransaction(theSystem, (tx) =>
    tx.execute(
      sql`select role, organisation_id::int, zone_code from membership where account_id = ${made.ok ? made.value : 0}`,
    ),
  );
  expect(rows).toEqual([{ role: 'member', organisation_id: ids.organisation, zone_code: null }]);
  expect(await accept(broker, waiting?.id ?? 0)).toMatchObject({ ok: false });
});

test('somebody with an account is a member at once, and is told; who is one already need not ask', async () => {
  expect(await claim(person)).toMatchObject({ ok: true });
  const [waiting] = await open(broker);
  expect(waiting).toMatchObject({ name: 'person', email: 'person@zone.example', hasAccount: true });
  expect(await accept(broker, waiting?.id ?? 0)).toEqual({
    ...{ ok: true, value: { organisation: ids.organisation, link: undefined } },
  });
  const told = await database.inTransaction(person, (tx) => notificationsOf(tx, person.accountId ?? 0));
  expect(told[0]?.path).toBe(`/organisations/${ids.organisation}`);
  const member: Actor = { ...person, memberships: [{ role: 'member', organisation: ids.organisation }] };
  expect(await claim(member)).toMatchObject({ ok: false });
});

test('one that is not here is added by acceptance; one of the same credit code is that one', async () => {
  const body: NewBody = {
    zone: '相城经济技术开发区',
    kind: 'institute',
    nameZh: '新的研究院',
    creditCode: '914403001922038216',
  };
  await claim(visitor, { organisation: body });
  const [first] = await open(broker);
  expect(first).toMatchObject({ asNew: { name: '新的研究院' }, organisation: undefined });
  const made = await accept(broker, first?.id ?? 0);
  const added = made.ok ? made.value.organisation : 0;
  await claim(visitor, { organisation: { ...body, nameZh: '研究院' } });
  const [second] = await open(broker);
  expect(second?.organisation?.id).toBe(added);
  expect(await accept(broker, second?.id ?? 0)).toMatchObject({ ok: true, value: { organisation: added } });
});

test('no says why, by mail, and is final', async () => {
  await claim(visitor);
  const [waiting] = await open(broker);
  expect(await decline(broker, waiting?.id ?? 0)).toMatchObject({ ok: true });
  const { rows } = await database.inTransaction(theSystem, (tx) =>
    tx.execute(sql`select to_address, body from mail order by id desc limit 1`),
  );
  expect(rows[0]).toMatchObject({ to_address: asker.email, body: expect.stringContaining('请补充证明。') });
  expect(await decline(broker, waiting?.id ?? 0)).toMatchObject({ ok: false });
});

test('what cannot be claimed is refused and nothing is kept; asking twice is asking once, with the same answer', async () => {
  const before = await counted();
  expect(await claim(visitor, { organisation: ids.secret })).toMatchObject({ ok: false });
  expect(await claim(visitor, { organisation: 999_999 })).toMatchObject({ ok: false });
  const nowhere: NewBody = { zone: '没有的开发区', kind: 'enterprise', nameZh: '某公司', creditCode: null };
  expect(await claim(visitor, { organisation: nowhere })).toMatchObject({ ok: false, problems: [{ field: 'zone' }] });
  expect(await claim({ ...person, viewedBy: { accountId: 1, name: 'o' } })).toMatchObject({ ok: false });
  expect(await counted()).toEqual(before);
  expect(await claim(visitor)).toEqual(await claim(visitor));
  expect(await open(broker)).toHaveLength(1);
});

const wrong: Actor[] = [
  visitor,
  ...(['broker', 'publisher'] as const).map((role) => who(role, there)),
  ...(['editor', 'officer', 'leader'] as const).map((role) => who(role, here)),
];

test('nobody but a broker or publisher of the zone sees or decides a claim', async () => {
  await claim(visitor);
  const [waiting] = await open(broker);
  const id = waiting?.id ?? 0;
  const member: Actor = { ...person, memberships: [{ role: 'member', organisation: ids.organisation }] };
  const before = await counted();
  for (const actor of [...wrong, member, { ...broker, viewedBy: { accountId: 1, name: 'o' } }]) {
    expect([actor.name, await accept(actor, id)]).toMatchObject([actor.name, { ok: false }]);
    expect(await decline(actor, id)).toMatchObject({ ok: false });
    if (!actor.viewedBy) expect(await open(actor)).toEqual([]);
  }
  expect(await counted()).toEqual(before);
  expect(await accept(who('publisher', here), id)).toMatchObject({ ok: true });
});

test('who asks too often is asked to wait, by address and by network', async () => {
  const asks = (email: string, address: string) => isAskingTooOften(database.db, { email, address, now });
  const answers: boolean[] = [];
  for (let time = 0; time < 6; time += 1) answers.push(await asks('often@firm.example', `198.51.100.${time}`));
  expect(answers).toEqual([false, false, false, false, false, true]);
  for (let time = 0; time < 20; time += 1) await asks(`${time}@firm.example`, '203.0.113.9');
  expect(await asks('another@firm.example', '203.0.113.9')).toBe(true);
});
