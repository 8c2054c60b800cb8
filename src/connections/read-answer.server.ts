import { and, eq, isNull } from 'drizzle-orm';
import { accounts, memberships } from '#accounts/tables.server.ts';
import type { Actor } from '#accounts/actor.ts';
import type { Db, Tx } from '#platform/database.server.ts';
import { answerLinkOf, type AnswerLink } from './answer-link.server.ts';
import { connectionRow, type ConnectionRow } from './read-row.server.ts';
import { sidesOf } from './read-sides.server.ts';
import { isReadable } from './side.ts';

/** Who answers with a link: one side's member, and for this one connection. */
export interface Answering {
  readonly link: AnswerLink;
  readonly row: ConnectionRow;
  readonly actor: Actor;
}

/** What a link in a letter still leads to; undefined when it is none of ours, too late, or answered. Needs the eyes of the site itself. */
export async function answeringWith(tx: Tx, token: string, now: Date): Promise<Answering | undefined> {
  const link = await answerLinkOf(tx, token);
  const row = link && (await connectionRow(tx, link.connection));
  if (!row || !isWaiting(row, link, now)) return undefined;
  const actor = await actorOf(tx, link, row);
  return actor && { link, row, actor };
}

function isWaiting(row: ConnectionRow, { side, proposedAt }: AnswerLink, now: Date): boolean {
  const isThisProposal = row.state === 'proposed' && row.proposedAt?.getTime() === proposedAt;
  const hasAnswered = (side === 'need' ? row.needAcceptedAt : row.offerAcceptedAt) !== null;
  return isThisProposal && !hasAnswered && row.silentUntil !== null && row.silentUntil > now;
}

/** A member who has left since answers no more; the address that an organisation is written to answers for it. */
async function actorOf(db: Db, { side, account }: AnswerLink, row: ConnectionRow): Promise<Actor | undefined> {
  const organisation = side === 'need' ? row.needOrganisationId : row.offerOrganisationId;
  const member = { memberships: [{ role: 'member', organisation } as const] };
  if (account === undefined) return { id: `letter:${organisation}`, name: '', ...member };
  const [found] = await db
    .select({ name: accounts.name })
    .from(accounts)
    .innerJoin(memberships, eq(memberships.accountId, accounts.id))
    .where(and(eq(accounts.id, account), eq(memberships.organisationId, organisation), isNull(accounts.disabledAt)));
  return found && { id: `account:${account}`, accountId: account, name: found.name, ...member };
}

/** What the reader of the letter may know of it: no more than a member of that side sees at the desk. */
export async function proposalBehind(tx: Tx, token: string, now: Date) {
  const answering = await answeringWith(tx, token, now);
  if (!answering) return undefined;
  const { row, actor, link } = answering;
  const sides = (await sidesOf(tx, actor, [row])).get(row.id);
  if (!sides) return undefined;
  const { score, silentUntil } = row;
  const reasons = isReadable(sides.need) && isReadable(sides.offer) ? row.reasons : null;
  return { own: link.side, ...sides, score, reasons, until: silentUntil ?? now };
}
