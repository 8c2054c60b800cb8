import { and, count, eq, isNull } from 'drizzle-orm';
import type { Actor } from '#accounts/actor.ts';
import { remember } from '#history/write.server.ts';
import { listingVerbWords as words } from '#language/words/listing-verbs.ts';
import type { Tx } from '#platform/database.server.ts';
import { done, refused, type Outcome } from '#platform/outcome.ts';
import { commentInput } from './comment.ts';
import { commentFields } from './fields.ts';
import { canLookAfter } from './permission.ts';
import { listingComments } from './tables.server.ts';
import { begin, gone, lockFor, take, type StepInput } from './write-step.server.ts';
import { tellMembers } from './write-telling.server.ts';

const mostComments = 20;

/** Gives it back to its writers with what has to change; each comment stays until it is settled. */
export async function sendBackListing(
  tx: Tx,
  actor: Actor,
  { comments, ...input }: StepInput & { comments: unknown },
): Promise<Outcome<{ id: number }>> {
  const begun = await begin(tx, actor, { ...input, action: 'send_back' });
  if (!begun.ok) return begun;
  const work = begun.value;
  const read = commentInput.max(mostComments).safeParse(comments);
  const fields = commentFields(work.listing.side);
  const isKnown = read.success && read.data.every(({ field }) => field === null || fields.includes(field));
  if (!isKnown) return refused({ field: 'says', says: words.commentMissing });
  const isSaid = read.data.length > 0 || (await openComments(tx, input.id)) > 0;
  if (!isSaid) return refused({ field: 'says', says: words.commentMissing });
  const by = { author: actor.id, authorName: actor.name };
  const rows = read.data.map((comment) => ({ listingId: input.id, ...comment, ...by }));
  if (rows.length > 0) await tx.insert(listingComments).values(rows);
  const changes = { comments: [null, read.data.map(({ says }) => says)] as const };
  const taken = await take(tx, actor, { work, action: 'send_back', fields: { checkedAt: null }, changes });
  await tellMembers(tx, actor, { work, says: words.toldSentBack });
  return taken;
}

async function openComments(tx: Tx, listing: number): Promise<number> {
  const open = and(eq(listingComments.listingId, listing), isNull(listingComments.settledAt));
  const [row] = await tx.select({ open: count() }).from(listingComments).where(open);
  return row?.open ?? 0;
}

/** Says that what a comment asked for is done. */
export async function settleComment(
  tx: Tx,
  actor: Actor,
  { id, comment }: { id: number; comment: number },
): Promise<Outcome<{ id: number }>> {
  const work = await lockFor(tx, actor, id);
  if (!work.ok) return work;
  if (!canLookAfter(actor, work.value.listing)) return refused(gone);
  const open = and(
    eq(listingComments.id, comment),
    eq(listingComments.listingId, id),
    isNull(listingComments.settledAt),
  );
  const settled = await tx
    .update(listingComments)
    .set({ settledBy: actor.id, settledAt: new Date() })
    .where(open)
    .returning({ says: listingComments.says });
  if (settled.length === 0) return refused({ field: 'comment', says: words.commentGone });
  const changes = { comment: [settled[0]?.says, null] as const };
  const { zoneCode: zone } = work.value.listing;
  await remember(tx, actor, { kind: 'listing', record: String(id), action: 'settled comment', changes, zone });
  return done({ id });
}
