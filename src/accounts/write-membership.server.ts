import { and, eq, isNull, sql } from 'drizzle-orm';
import { accountWords as words } from '#language/words/accounts.ts';
import { peopleWords } from '#language/words/people.ts';
import { remember } from '#history/write.server.ts';
import type { Tx } from '#platform/database.server.ts';
import { done, refused, type Outcome } from '#platform/outcome.ts';
import { canGive, isOperator, type Actor, type KeptOrganisations, type Membership } from './actor.ts';
import { missingPlace, organisationsIn } from './read-places.server.ts';
import { accounts, memberships, sessions } from './tables.server.ts';
import { giveMemberships, isLastOperator } from './write.server.ts';

export interface Given {
  readonly accountId: number;
  readonly membership: Membership;
}

/** Gives an account a role. It counts from that person's next request on. */
export async function grantMembership(tx: Tx, actor: Actor, given: Given): Promise<Outcome<number>> {
  const { accountId, membership } = given;
  const kept = await organisationsIn(tx, [membership]);
  if (!canGive(actor, membership, kept)) return refused({ says: peopleWords.notYoursToGive });
  if (!(await isThere(tx, accountId))) return refused({ says: words.unknownAccount });
  const missing = await missingPlace(tx, membership);
  if (missing) return refused(missing);
  await giveMemberships(tx, accountId, [membership]);
  await note(tx, actor, { ...given, kept, action: 'role given' });
  return done(accountId);
}

/** Takes a role away, from the next request on; the last operator stays one. */
export async function revokeMembership(tx: Tx, actor: Actor, given: Given): Promise<Outcome<number>> {
  const { accountId, membership } = given;
  const kept = await organisationsIn(tx, [membership]);
  if (!canGive(actor, membership, kept)) return refused({ says: peopleWords.notYoursToGive });
  await oneAtATime(tx);
  if (membership.role === 'operator' && (await isLastOperator(tx, accountId))) {
    return refused({ says: words.lastOperator });
  }
  const gone = await tx.delete(memberships).where(isThis(given)).returning({ id: memberships.accountId });
  if (gone.length === 0) return refused({ says: peopleWords.noSuchRole });
  await note(tx, actor, { ...given, kept, action: 'role taken' });
  return done(accountId);
}

/** Opens a disabled account again. */
export async function enableAccount(tx: Tx, actor: Actor, accountId: number): Promise<Outcome<number>> {
  if (actor.viewedBy || !isOperator(actor)) return refused({ says: words.onlyOperators });
  const changed = await tx
    .update(accounts)
    .set({ disabledAt: null })
    .where(eq(accounts.id, accountId))
    .returning({ id: accounts.id });
  if (changed.length === 0) return refused({ says: words.unknownAccount });
  await remember(tx, actor, { kind: 'account', record: String(accountId), action: 'enabled' });
  return done(accountId);
}

/** Signs an account out everywhere. */
export async function endSessions(tx: Tx, actor: Actor, accountId: number): Promise<Outcome<number>> {
  if (actor.viewedBy || !isOperator(actor)) return refused({ says: words.onlyOperators });
  const ended = await tx.delete(sessions).where(eq(sessions.accountId, accountId)).returning({ id: sessions.id });
  await remember(tx, actor, { kind: 'account', record: String(accountId), action: 'signed out everywhere' });
  return done(ended.length);
}

/** Two who take the role from each other at once: the second sees what the first did. */
async function oneAtATime(tx: Tx): Promise<void> {
  await tx.execute(sql`lock table ${memberships} in share row exclusive mode`);
}

function isThis({ accountId, membership: { role, zone, unit, organisation } }: Given) {
  return and(
    eq(memberships.accountId, accountId),
    eq(memberships.role, role),
    zone === undefined ? isNull(memberships.zoneCode) : eq(memberships.zoneCode, zone),
    unit === undefined ? isNull(memberships.unitId) : eq(memberships.unitId, unit),
    organisation === undefined ? isNull(memberships.organisationId) : eq(memberships.organisationId, organisation),
  );
}

async function isThere(tx: Tx, accountId: number): Promise<boolean> {
  const found = await tx.select({ id: accounts.id }).from(accounts).where(eq(accounts.id, accountId));
  return found.length > 0;
}

async function note(
  tx: Tx,
  actor: Actor,
  { accountId, membership, kept, action }: Given & { kept: KeptOrganisations; action: 'role given' | 'role taken' },
): Promise<void> {
  const { role, zone, organisation } = membership;
  const place = organisation === undefined ? { zone: zone ?? null } : { organisation };
  const changes = Object.fromEntries(
    Object.entries({ role, ...place }).map(([key, value]) => [
      key,
      action === 'role given' ? ([null, value] as const) : ([value, null] as const),
    ]),
  );
  const keeper = organisation === undefined ? zone : kept.get(organisation)?.zone;
  await remember(tx, actor, { kind: 'account', record: String(accountId), action, changes, zone: keeper });
}
