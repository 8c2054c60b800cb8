import { desc, eq, lt } from 'drizzle-orm';
import { invitationWords as words } from '#language/words/invitations.ts';
import type { Db } from '#platform/database.server.ts';
import { done, refused, type Outcome } from '#platform/outcome.ts';
import type { Actor, KeptOrganisations, Membership } from './actor.ts';
import { canInvite, stateOf, type InvitationState } from './invitation.ts';
import { organisationsIn } from './read-places.server.ts';
import { accounts, invitations } from './tables.server.ts';

export interface OpenInvitation {
  readonly id: number;
  readonly email: string;
  readonly name: string;
  readonly memberships: readonly Membership[];
  /** Whether the address has an account already, which then gets the roles. */
  readonly hasAccount: boolean;
}

const refusals = { used: words.linkUsed, revoked: words.linkUnknown, expired: words.linkExpired } as const;

/** The invitation behind a link, or why it does not work. An inviter who was disabled invites nobody any more. */
export async function checkInvitation(db: Db, token: string, now: Date): Promise<Outcome<OpenInvitation>> {
  const [row] = await db
    .select({ invitation: invitations, inviterDisabledAt: accounts.disabledAt })
    .from(invitations)
    .leftJoin(accounts, eq(accounts.id, invitations.invitedBy))
    .where(eq(invitations.token, token));
  if (!row || row.inviterDisabledAt) return refused({ says: words.linkUnknown });
  const { id, email, name, memberships } = row.invitation;
  const state = stateOf(row.invitation, now);
  if (state !== 'open') return refused({ says: refusals[state] });
  const holder = await db.select({ id: accounts.id }).from(accounts).where(eq(accounts.email, email));
  return done({ id, email, name, memberships, hasAccount: holder.length > 0 });
}

export interface InvitationRow {
  readonly id: number;
  readonly email: string;
  readonly name: string;
  readonly memberships: readonly Membership[];
  readonly invitedBy: string | null;
  readonly createdAt: Date;
  readonly expiresAt: Date;
  readonly state: InvitationState;
}

const pageLength = 50;

/** Invitations into zones of the actor's, newest first; row security leaves out those of other zones. */
export async function listInvitations(
  db: Db,
  actor: Actor,
  { now, before }: { now: Date; before?: number },
): Promise<{ invitations: InvitationRow[]; organisations: KeptOrganisations }> {
  const { id, email, name, memberships, createdAt, expiresAt, usedAt, revokedAt } = invitations;
  const rows = await db
    .select({ id, email, name, memberships, createdAt, expiresAt, usedAt, revokedAt, invitedBy: accounts.name })
    .from(invitations)
    .leftJoin(accounts, eq(accounts.id, invitations.invitedBy))
    .where(before === undefined ? undefined : lt(id, before))
    .orderBy(desc(id))
    .limit(pageLength);
  const organisations = await organisationsIn(
    db,
    rows.flatMap((row) => row.memberships),
  );
  const shown = rows
    .filter((row) => canInvite(actor, row.memberships, organisations))
    .map(({ usedAt, revokedAt, ...row }) => ({
      ...row,
      state: stateOf({ usedAt, revokedAt, expiresAt: row.expiresAt }, now),
    }));
  return { invitations: shown, organisations };
}
