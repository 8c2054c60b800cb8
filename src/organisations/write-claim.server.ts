import { and, eq, isNull, sql } from 'drizzle-orm';
import { actsFor, type Actor } from '#accounts/actor.ts';
import { isTooMany, networkOf } from '#accounts/attempts.server.ts';
import { dropFileBehindRecord } from '#files/write.server.ts';
import { remember } from '#history/write.server.ts';
import { claimWords as words } from '#language/words/claims.ts';
import { notify } from '#notifications/write.server.ts';
import type { Db, Tx } from '#platform/database.server.ts';
import { done, refused, type Outcome } from '#platform/outcome.ts';
import type { Claim, NewBody } from './claim.ts';
import { accountNamed, decidersOf } from './read-claims.server.ts';
import { claims, organisations } from './tables.server.ts';

/** Counted for every form that is sent, and before anything is looked up: an address cannot be tried out. */
export async function isAskingTooOften(
  db: Db,
  { email, address, now }: { email: string; address: string; now: Date },
): Promise<boolean> {
  const allowances = [
    { of: ['claim', email], most: 5 },
    { of: ['claim network', networkOf(address)], most: 20 },
  ];
  return isTooMany(db, allowances, { now, minutes: 60 });
}

/**
 * Asks to act for an organisation. The answer is the same whether the address has an account, and whether it was asked
 * before. The caller opens the transaction as the system: whoever asks sees no rows of the zone.
 */
export async function claimOrganisation(tx: Tx, actor: Actor, claim: Claim): Promise<Outcome<true>> {
  const asker = await askerOf(tx, actor, claim);
  if (!asker.ok) return asker;
  const about = await aboutOf(tx, claim.organisation);
  if (!about.ok) return about;
  const { name, ...row } = about.value;
  if (actsFor(actor, row.organisationId ?? 0)) return refused({ says: words.alreadyYours });
  const { position, proof, lang, proofFile } = claim;
  const isNew = await keep(tx, actor, { ...row, ...asker.value, position, proof, lang, proofFile });
  if (isNew) {
    const text = words.told(asker.value.name, name);
    const accounts = await decidersOf(tx, row.zoneCode);
    await notify(tx, { accounts, kind: 'organisation', text, path: '/desk/claims' });
  }
  return done(true);
}

/** Whether it was not asked already. */
async function keep(tx: Tx, actor: Actor, row: typeof claims.$inferInsert): Promise<boolean> {
  const [made] = await tx.insert(claims).values(row).onConflictDoNothing().returning({ id: claims.id });
  if (!made) {
    if (row.proofFile) await dropFileBehindRecord(tx, row.proofFile);
    return false;
  }
  await remember(tx, actor, { kind: 'claim', record: String(made.id), action: 'claimed', zone: row.zoneCode });
  return true;
}

interface Asker {
  readonly name: string;
  readonly email: string;
  readonly accountId: number | null;
}

/** Whoever is signed in is who their account says; anybody else is who they say. */
async function askerOf(tx: Tx, { accountId, viewedBy }: Actor, { asker }: Claim): Promise<Outcome<Asker>> {
  if (viewedBy) return refused({ says: words.onlyLooking });
  if (accountId === undefined)
    return asker ? done({ ...asker, accountId: null }) : refused({ says: words.notUnderstood });
  const own = await accountNamed(tx, accountId);
  return own ? done({ ...own, accountId }) : refused({ says: words.notUnderstood });
}

/** Which zone would look into a claim, before what it was sent with is kept there. */
export async function zoneOfClaim(tx: Tx, { organisation }: Claim): Promise<Outcome<string>> {
  const about = await aboutOf(tx, organisation);
  return about.ok ? done(about.value.zoneCode) : about;
}

interface About {
  readonly organisationId: number | null;
  readonly zoneCode: string;
  readonly name: string;
  readonly newKind?: NewBody['kind'];
  readonly newName?: string;
  readonly newCreditCode?: string;
}

async function aboutOf(tx: Tx, asked: number | NewBody): Promise<Outcome<About>> {
  if (typeof asked !== 'number') return newOne(tx, asked);
  const [row] = await tx
    .select({ zoneCode: organisations.zoneCode, name: organisations.nameZh })
    .from(organisations)
    .where(and(eq(organisations.id, asked), organisations.isPublic, isNull(organisations.mergedInto)));
  return row ? done({ organisationId: asked, ...row }) : refused({ says: words.noOrganisation });
}

async function newOne(tx: Tx, { zone, kind, nameZh, creditCode }: NewBody): Promise<Outcome<About>> {
  const { rows } = await tx.execute<{ code: string }>(sql`
    select code from zone where code = ${zone} or name_zh = ${zone} or short_zh = ${zone} or lower(name_en) = lower(${zone})
    union select zone_code from zone_alias where alias = ${zone} limit 2`);
  const [found, other] = rows;
  if (!found || other) return refused({ field: 'zone', says: words.wrong['zone'] ?? words.notUnderstood });
  const asNew = { newKind: kind, newName: nameZh, newCreditCode: creditCode ?? '' };
  return done({ organisationId: null, zoneCode: found.code, name: nameZh, ...asNew });
}
