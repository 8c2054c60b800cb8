import { and, eq, isNull, sql } from 'drizzle-orm';
import type { Actor } from '#accounts/actor.ts';
import { inviteMember } from '#accounts/write-invitation.server.ts';
import { giveMemberships } from '#accounts/write.server.ts';
import { remember } from '#history/write.server.ts';
import { claimWords as words } from '#language/words/claims.ts';
import type { TwoText } from '#language/lang.ts';
import { notify } from '#notifications/write.server.ts';
import type { Tx } from '#platform/database.server.ts';
import { queueMail } from '#platform/mail.server.ts';
import { done, refused, type Outcome } from '#platform/outcome.ts';
import { canDecideClaim, type ClaimState } from './claim.ts';
import { claims, organisations } from './tables.server.ts';
import { createOrganisation } from './write.server.ts';

type Row = typeof claims.$inferSelect;

/** What a mail needs to know of this site. */
interface Sender {
  readonly origin: string;
  readonly siteName: TwoText;
  readonly now: Date;
}

/** `link`: of the invitation, to be shown once; undefined where an account has become a member. */
export type Accepted = { readonly organisation: number; readonly link: string | undefined };

/** Lets somebody act for the organisation they claimed; one that is not here yet is added. */
export async function acceptClaim(
  tx: Tx,
  actor: Actor,
  { id, sender }: { id: number; sender: Sender },
): Promise<Outcome<Accepted>> {
  const locked = await lockClaim(tx, actor, id);
  if (!locked.ok) return locked;
  const organisation = await organisationFor(tx, actor, locked.value);
  if (!organisation.ok) return organisation;
  const entered = await letIn(tx, actor, { claim: locked.value, organisation: organisation.value, sender });
  if (!entered.ok) return entered;
  await decide(tx, actor, { claim: locked.value, state: 'accepted', organisationId: organisation.value });
  return done({ organisation: organisation.value, link: entered.value });
}

/** Says no, and why, to whoever asked. */
export async function declineClaim(
  tx: Tx,
  actor: Actor,
  { id, reason }: { id: number; reason: string },
): Promise<Outcome<{ id: number }>> {
  const locked = await lockClaim(tx, actor, id);
  if (!locked.ok) return locked;
  const { email: to, lang, name } = locked.value;
  const organisation = await nameOf(tx, locked.value);
  const subject = words.declinedSubject(organisation)[lang];
  await queueMail(tx, { to, lang, subject, text: words.declinedMail(name, organisation, reason)[lang], kind: 'claim' });
  await decide(tx, actor, { claim: locked.value, state: 'declined', reason });
  return done({ id });
}

async function lockClaim(tx: Tx, actor: Actor, id: number): Promise<Outcome<Row>> {
  const [row] = await tx.select().from(claims).where(eq(claims.id, id)).for('update');
  if (!row || !canDecideClaim(actor, row.zoneCode)) return refused({ says: words.notFound });
  return row.state === 'open' ? done(row) : refused({ says: words.isDecided });
}

/** The one it is about, as it stands now; one of the zone that has the credit code; or a new one. */
async function organisationFor(tx: Tx, actor: Actor, claim: Row): Promise<Outcome<number>> {
  if (claim.organisationId !== null) {
    const [row] = await tx.select().from(organisations).where(eq(organisations.id, claim.organisationId));
    return row ? done(row.mergedInto ?? row.id) : refused({ says: words.noOrganisation });
  }
  const known = await ofCode(tx, claim);
  return known === undefined ? addFrom(tx, actor, claim) : done(known);
}

async function addFrom(
  tx: Tx,
  actor: Actor,
  { zoneCode: zone, newKind: kind, newName: nameZh, newCreditCode }: Row,
): Promise<Outcome<number>> {
  if (kind === null) throw new Error('a claim of nothing');
  const made = await createOrganisation(tx, actor, { zone, kind, nameZh, creditCode: newCreditCode });
  return made.ok ? done(made.value.id) : made;
}

async function ofCode(tx: Tx, { newCreditCode: code, zoneCode }: Row): Promise<number | undefined> {
  if (code === '') return undefined;
  const [row] = await tx
    .select({ id: organisations.id })
    .from(organisations)
    .where(
      and(eq(organisations.creditCode, code), eq(organisations.zoneCode, zoneCode), isNull(organisations.mergedInto)),
    );
  return row?.id;
}

async function letIn(
  tx: Tx,
  actor: Actor,
  { claim, organisation, sender }: { claim: Row; organisation: number; sender: Sender },
): Promise<Outcome<string | undefined>> {
  const { accountId, email, name, lang } = claim;
  const membership = { role: 'member', organisation } as const;
  if (accountId === null) {
    const invitation = { email, name, lang, memberships: [membership] };
    const invited = await inviteMember(tx, actor, {
      invitation,
      sender: { ...sender, siteName: sender.siteName[lang] },
    });
    return invited.ok ? done(invited.value.link) : invited;
  }
  await giveMemberships(tx, accountId, [membership]);
  await remember(tx, actor, {
    ...{ kind: 'account', record: String(accountId), action: 'role given', zone: claim.zoneCode },
    changes: { role: [null, 'member'], organisation: [null, organisation] },
  });
  const text = words.toldAccepted(await nameOf(tx, { ...claim, organisationId: organisation }));
  await notify(tx, { accounts: [accountId], kind: 'organisation', text, path: `/organisations/${organisation}` });
  return done(undefined);
}

async function nameOf(tx: Tx, { organisationId, newName }: Row): Promise<string> {
  if (organisationId === null) return newName;
  const [row] = await tx
    .select({ name: organisations.nameZh })
    .from(organisations)
    .where(eq(organisations.id, organisationId));
  return row?.name ?? newName;
}

async function decide(
  tx: Tx,
  actor: Actor,
  {
    claim,
    state,
    ...more
  }: { claim: Row; state: Exclude<ClaimState, 'open'>; organisationId?: number; reason?: string },
): Promise<void> {
  await tx
    .update(claims)
    .set({ state, decidedBy: actor.id, decidedAt: sql`now()`, ...more })
    .where(eq(claims.id, claim.id));
  const action = state === 'accepted' ? 'accept claim' : 'decline claim';
  await remember(tx, actor, { kind: 'claim', record: String(claim.id), action, zone: claim.zoneCode });
}
