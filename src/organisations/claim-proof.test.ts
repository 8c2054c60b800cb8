import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { commandLine, theSystem, visitor, type Actor, type Role } from '#accounts/actor.ts';
import { readableFile } from '#files/read.server.ts';
import type { Database, Tx } from '#platform/database.server.ts';
import { cloneForGate } from '../../tests/support/database.ts';
import { here, organisation, organisationWorld, there } from '../../tests/support/organisations.ts';
import { claimsFor, proofOf } from './read-claims.server.ts';
import { claimOrganisation } from './write-claim.server.ts';
import { setPublic } from './write.server.ts';

let database: Database;
let firm = 0;
let claimed = 0;
let file = '';
const said = {
  position: '总经理',
  proof: '见营业执照。',
  lang: 'zh',
  asker: { name: '李四', email: 'li@firm.example' },
} as const;

async function keptFile(tx: Tx): Promise<string> {
  const variants = JSON.stringify([
    { name: 'original', mediaType: 'application/pdf', bytes: 1, sha256: 'a'.repeat(64) },
  ]);
  const { rows } = await tx.execute<{ id: string }>(sql`
    insert into file (zone_code, name, media_type, bytes, stored_bytes, sha256, variants, state, uploaded_by, uploader_name,
      organisations, broker_zones)
    values (${here}, '营业执照.pdf', 'application/pdf', 1, 1, ${'a'.repeat(64)}, ${variants}, 'kept', 'visitor', 'v', '{}', '{}')
    returning id`);
  return rows[0]?.id ?? '';
}
const ask = (proofFile: string) =>
  database.allOrNothing(theSystem, (tx) => claimOrganisation(tx, visitor, { ...said, organisation: firm, proofFile }));
const stateOf = async (id: string) =>
  (
    await database.inTransaction(theSystem, (tx) =>
      tx.execute<{ state: string }>(sql`select state from file where id = ${id}`),
    )
  ).rows[0]?.state;

beforeAll(async () => {
  database = await cloneForGate();
  await database.inTransaction(theSystem, async (tx) => {
    await organisationWorld(tx);
    firm = await organisation(tx);
    await setPublic(tx, commandLine, { id: firm, isPublic: true });
  });
});
afterAll(() => database.close());
beforeEach(async () => {
  file = await database.inTransaction(theSystem, async (tx) => {
    await tx.execute(sql`delete from organisation_claim`);
    return keptFile(tx);
  });
  await ask(file);
  const { rows } = await database.inTransaction(theSystem, (tx) =>
    tx.execute<{ id: string }>(sql`select id from organisation_claim`),
  );
  claimed = Number(rows[0]?.id);
});

const staff = (role: Role, zone = here): Actor => ({
  id: `account:${role}`,
  accountId: 9,
  name: role,
  memberships: [{ role, zone }],
});
const opens = (actor: Actor) => database.inTransaction(actor, (tx) => proofOf(tx, actor, claimed));
const variant = 'original';

test.each([
  staff('broker'),
  staff('publisher'),
  { id: 'account:8', accountId: 8, name: 'operator', memberships: [{ role: 'operator' as const }] },
])('$name of the zone, who checks the claim, opens what it was sent with', async (actor) => {
  expect(await opens(actor)).toMatchObject({ id: file, name: '营业执照.pdf', isPublic: false });
  const { claims } = await database.inTransaction(actor, (tx) => claimsFor(tx, actor, { state: 'open' }));
  expect(claims).toMatchObject([{ proofFile: '营业执照.pdf' }]);
});

test.each<[string, Actor]>([
  ['a visitor', visitor],
  ['an editor of the zone', staff('editor')],
  ['a leader of the zone', staff('leader')],
  ['an officer of the zone', staff('officer')],
  ["the other zone's broker", staff('broker', there)],
  ["the other zone's publisher", staff('publisher', there)],
  ['a member', { id: 'account:7', accountId: 7, name: 'm', memberships: [{ role: 'member', organisation: 1 }] }],
  ['a broker through another’s eyes', { ...staff('broker'), viewedBy: { accountId: 1, name: 'o' } }],
])('%s does not, neither from the claim nor by the address of the file', async (_, actor) => {
  expect(await opens(actor)).toBeUndefined();
  expect(await database.inTransaction(actor, (tx) => readableFile(tx, actor, { id: file, variant }))).toBeUndefined();
});

test('even who checks the claim finds it only there', async () => {
  const actor = staff('broker');
  expect(await database.inTransaction(actor, (tx) => readableFile(tx, actor, { id: file, variant }))).toBeUndefined();
});

test('asked twice is asked once, and the second file goes', async () => {
  const again = await database.inTransaction(theSystem, keptFile);
  expect(await ask(again)).toEqual({ ok: true, value: true });
  expect([await stateOf(file), await stateOf(again)]).toEqual(['kept', 'deleted']);
});

test('with its claim the file goes', async () => {
  await database.inTransaction(theSystem, (tx) => tx.execute(sql`delete from organisation_claim`));
  expect(await stateOf(file)).toBe('deleted');
});
