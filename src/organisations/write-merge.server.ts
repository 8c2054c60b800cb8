import { eq, sql } from 'drizzle-orm';
import type { Actor } from '#accounts/actor.ts';
import { changesBetween, type Changes } from '#history/change.ts';
import { remember } from '#history/write.server.ts';
import { organisationMergeWords as words } from '#language/words/organisation-merge.ts';
import type { Tx } from '#platform/database.server.ts';
import { done, refused, type Outcome } from '#platform/outcome.ts';
import type { Follower, Going } from './follow.ts';
import { canMerge, mostDisciplines, mostIndustries, type Organisation } from './organisation.ts';
import { ownFollowers } from './own-followers.server.ts';
import type { OrganisationView } from './read.server.ts';
import { organisationKeys, organisations, organisationsApart } from './tables.server.ts';
import { contentOf } from './write-change.server.ts';
import { refreshKeys } from './write-keys.server.ts';
import { refreshOrganisation } from './write-public.server.ts';
import { lockOrganisation, nextRevision, settled } from './write.server.ts';

/**
 * Makes two records of one organisation one. Everything tied to `from` goes to `to`; what only `from` knew, `to` knows
 * now; the row of `from` stays with all it said, so that its old address leads on.
 */
export async function mergeOrganisations(
  tx: Tx,
  actor: Actor,
  { from, to, followers }: Going & { followers: readonly Follower[] },
): Promise<Outcome<{ id: number }>> {
  const pair = await lockPair(tx, actor, { from, to });
  if (!pair.ok) return pair;
  const { going, staying } = pair.value;
  const codes = new Set([going.creditCode, staying.creditCode].filter(Boolean));
  if (codes.size > 1) return refused({ says: words.codesDiffer });
  const all = [...ownFollowers, ...followers];
  const moved = await acrossZones(tx, () => moveAll(tx, actor, { from, to, followers: all }));
  if (!moved.ok) return moved;
  await tx
    .update(organisations)
    .set({ mergedInto: to, ...nextRevision() })
    .where(eq(organisations.id, from));
  const learned = await learn(tx, going, staying);
  await tx.delete(organisationKeys).where(eq(organisationKeys.organisationId, from));
  await refreshKeys(tx, to);
  await note(tx, actor, { going, staying, changes: { ...learned, ...moved.value } });
  await refreshOrganisation(tx, from);
  await refreshOrganisation(tx, to);
  return done({ id: to });
}

/**
 * What names the one that goes may be another zone's, such as a mention in its article: it follows too, although the
 * asker does not see it. Whether they may make the two one has been asked before.
 */
async function acrossZones<T>(tx: Tx, work: () => Promise<T>): Promise<T> {
  const { rows } = await tx.execute<{ zones: string }>(
    sql`select current_setting('yuanlian.zones', true) as zones, set_config('yuanlian.zones', '*', true)`,
  );
  const answer = await work();
  await tx.execute(sql`select set_config('yuanlian.zones', ${rows[0]?.zones ?? ''}, true)`);
  return answer;
}

async function moveAll(
  tx: Tx,
  actor: Actor,
  { from, to, followers }: Going & { followers: readonly Follower[] },
): Promise<Outcome<Changes>> {
  const moved: Record<string, readonly [null, readonly number[]]> = {};
  for (const { name, follow } of followers) {
    const outcome = await follow(tx, actor, { from, to });
    if (!outcome.ok) return outcome;
    if (outcome.value.length > 0) moved[name] = [null, outcome.value];
  }
  return done(moved);
}

/** Says of two that look alike that they are not the same; they are not shown together again. */
export async function keepApart(
  tx: Tx,
  actor: Actor,
  { one, other }: { one: number; other: number },
): Promise<Outcome<null>> {
  const pair = await lockPair(tx, actor, { from: one, to: other });
  if (!pair.ok) return pair;
  const [lowId, highId] = [Math.min(one, other), Math.max(one, other)];
  const added = await tx.insert(organisationsApart).values({ lowId, highId }).onConflictDoNothing().returning();
  if (added.length === 0) return done(null);
  const changes = { apart: [null, highId] } as const;
  const zone = pair.value.going.zoneCode;
  await remember(tx, actor, { kind: 'organisation', record: String(lowId), action: 'told apart', changes, zone });
  return done(null);
}

interface Pair {
  readonly going: OrganisationView;
  readonly staying: OrganisationView;
}

/** Both, locked in one order, if this person may make them one. */
async function lockPair(tx: Tx, actor: Actor, { from, to }: Going): Promise<Outcome<Pair>> {
  if (from === to) return refused({ says: words.itself });
  const first = await lockOrganisation(tx, actor, Math.min(from, to));
  if (!first.ok) return first;
  const second = await lockOrganisation(tx, actor, Math.max(from, to));
  if (!second.ok) return second;
  const [going, staying] = from < to ? [first.value, second.value] : [second.value, first.value];
  if (!canMerge(actor, going, staying)) return refused({ says: words.notYours });
  return done({ going, staying });
}

/** Where one that stays said nothing, what the other said. */
async function learn(tx: Tx, going: OrganisationView, staying: OrganisationView): Promise<Changes> {
  const [was, other] = [contentOf(staying), contentOf(going)];
  const filled = Object.entries(was).map(([field, value]) => [
    field,
    isEmpty(value) ? other[field as keyof Organisation] : value,
  ]);
  const content = settled({
    ...(Object.fromEntries(filled) as Organisation),
    industries: [...new Set([...was.industries, ...other.industries])].slice(0, mostIndustries),
    disciplines: [...new Set([...was.disciplines, ...other.disciplines])].slice(0, mostDisciplines),
    kind: was.kind,
    codeChecked: was.codeChecked || (other.codeChecked && other.creditCode !== null),
  });
  // What everybody could read does not vanish behind an address that leads nowhere.
  const row = { ...content, isPublic: staying.isPublic || going.isPublic };
  await tx
    .update(organisations)
    .set({ ...row, ...nextRevision() })
    .where(eq(organisations.id, staying.id));
  return changesBetween<typeof row>({ ...was, isPublic: staying.isPublic }, row);
}

function isEmpty(value: unknown): boolean {
  return value === null || value === '';
}

async function note(tx: Tx, actor: Actor, { going, staying, changes }: Pair & { changes: Changes }): Promise<void> {
  await remember(
    tx,
    actor,
    {
      ...{ kind: 'organisation', record: String(staying.id), action: 'took in', zone: staying.zoneCode },
      changes: { mergedFrom: [null, going.id], ...changes },
    },
    {
      ...{ kind: 'organisation', record: String(going.id), action: 'merged', zone: going.zoneCode },
      changes: { mergedInto: [null, staying.id] },
    },
  );
}
