import { and, count, eq, gt, isNull } from 'drizzle-orm';
import { invitationWords as words } from '#language/words/invitations.ts';
import { remember } from '#history/write.server.ts';
import type { Tx } from '#platform/database.server.ts';
import { queueMail } from '#platform/mail.server.ts';
import { done, refused, type Outcome } from '#platform/outcome.ts';
import type { NewAccount } from './account.ts';
import { isOperator, type Actor } from './actor.ts';
import { canInvite, invitationLifeMs, type Invitation } from './invitation.ts';
import { checkInvitation } from './read-invitation.server.ts';
import { missingPlace, organisationsIn } from './read-places.server.ts';
import { newToken } from './token.server.ts';
import { accounts, invitations } from './tables.server.ts';
import { giveMemberships, insertAccount } from './write.server.ts';

/** What the mail needs to know of this site. */
interface Sender {
  readonly origin: string;
  /** Name of the site in the language of the invitation. */
  readonly siteName: string;
  readonly now: Date;
}

export interface Invited {
  readonly id: number;
  /** The link of the mail, for a site that sends none: to be shown once to whoever invites, and kept nowhere. */
  readonly link: string;
}

const mostADay = 100;

/** Invites a person by mail; what they will be is kept here and not in the link. */
export async function inviteMember(
  tx: Tx,
  actor: Actor,
  { invitation, sender }: { invitation: Invitation; sender: Sender },
): Promise<Outcome<Invited>> {
  const kept = await organisationsIn(tx, invitation.memberships);
  if (!canInvite(actor, invitation.memberships, kept)) return refused({ says: words.notYours });
  if (!isOperator(actor) && (await invitedToday(tx, actor, sender.now)) >= mostADay) {
    return refused({ says: words.tooMany });
  }
  for (const membership of invitation.memberships) {
    const missing = await missingPlace(tx, membership);
    if (missing) return refused(missing);
  }
  const token = newToken();
  const { email, name, lang } = invitation;
  const [row] = await tx
    .insert(invitations)
    .values({
      ...invitation,
      token,
      invitedBy: actor.accountId ?? null,
      createdAt: sender.now,
      expiresAt: new Date(sender.now.getTime() + invitationLifeMs),
    })
    .returning({ id: invitations.id });
  if (!row) throw new Error('the invitation was not written');
  const link = `${sender.origin}/${lang}/invitation/${token}`;
  const subject = words.subject(sender.siteName)[lang];
  const text = words.mail(name, sender.siteName, link)[lang];
  await queueMail(tx, { to: email, lang, subject, text, kind: 'invitation' });
  const changes = { memberships: [null, invitation.memberships] } as const;
  await remember(tx, actor, { kind: 'invitation', record: String(row.id), action: 'made', changes });
  return done({ id: row.id, link });
}

async function invitedToday(tx: Tx, actor: Actor, now: Date): Promise<number> {
  const since = new Date(now.getTime() - 24 * 60 * 60 * 1_000);
  const [row] = await tx
    .select({ count: count() })
    .from(invitations)
    .where(and(eq(invitations.invitedBy, actor.accountId ?? 0), gt(invitations.createdAt, since)));
  return row?.count ?? 0;
}

/** Takes an open invitation back: its link is dead at once. */
export async function revokeInvitation(
  tx: Tx,
  actor: Actor,
  { id, now }: { id: number; now: Date },
): Promise<Outcome<number>> {
  const [row] = await tx.select().from(invitations).where(eq(invitations.id, id)).for('update');
  const kept = await organisationsIn(tx, row?.memberships ?? []);
  // Another zone's invitation is answered like one that is not there.
  if (!row || !canInvite(actor, row.memberships, kept)) return refused({ says: words.notFound });
  if (row.usedAt || row.revokedAt) return refused({ says: words.notOpen });
  await tx.update(invitations).set({ revokedAt: now }).where(eq(invitations.id, id));
  await remember(tx, actor, { kind: 'invitation', record: String(id), action: 'revoked' });
  return done(id);
}

export interface Acceptance {
  readonly token: string;
  /** What a new colleague typed; left out by one who has an account and is signed in. */
  readonly account?: Pick<NewAccount, 'name' | 'password'>;
  readonly now: Date;
}

/**
 * Makes the account an invitation is for, or adds its roles to the account of that address, and uses it up. The caller
 * opens the transaction as the system: whoever holds the link sees no rows of any zone yet.
 */
export async function acceptInvitation(tx: Tx, actor: Actor, acceptance: Acceptance): Promise<Outcome<number>> {
  const { token, account, now } = acceptance;
  const checked = await checkInvitation(tx, token, now);
  if (!checked.ok) return checked;
  const { id, email, memberships } = checked.value;
  const isFirst = await useUp(tx, id, now);
  if (!isFirst) return refused({ says: words.linkUsed });
  const [existing] = await tx.select({ id: accounts.id }).from(accounts).where(eq(accounts.email, email));
  const by = { id: `invitation:${id}` };
  if (existing) {
    if (actor.viewedBy || actor.accountId !== existing.id) return refused({ says: words.signInFirst });
    await giveMemberships(tx, existing.id, memberships);
    const changes = { memberships: [null, memberships] } as const;
    await remember(tx, by, { kind: 'account', record: String(existing.id), action: 'roles given', changes });
    return done(existing.id);
  }
  if (!account) return refused({ says: words.signInFirst });
  return insertAccount(tx, by, { account: { ...account, email }, memberships });
}

/** Of several who accept at once, one does. */
async function useUp(tx: Tx, id: number, now: Date): Promise<boolean> {
  const used = await tx
    .update(invitations)
    .set({ usedAt: now })
    .where(and(eq(invitations.id, id), isNull(invitations.usedAt), isNull(invitations.revokedAt)))
    .returning({ id: invitations.id });
  return used.length === 1;
}
