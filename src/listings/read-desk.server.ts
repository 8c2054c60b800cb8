import { and, asc, desc, eq, isNull, sql } from 'drizzle-orm';
import type { Actor } from '#accounts/actor.ts';
import { disciplinesNamed } from '#industries/read.server.ts';
import { otherLang, type Lang, type TwoText } from '#language/lang.ts';
import { organisations } from '#organisations/tables.server.ts';
import type { Db, Tx } from '#platform/database.server.ts';
import { missingBeforePublishing, missingBeforeSubmitting } from './missing.ts';
import { canBroker, canDelete, canLookAfter, canSeeListing, canTake, canWrite, isBrokerOf } from './permission.ts';
import { brokerName } from './read-brokers.server.ts';
import { contentOf, editionIn, readListing, textsOf, titleOf, type ListingRow, type Work } from './read-work.server.ts';
import type { CommentView } from './comment.ts';
import type { Side } from './listing.ts';
import { listingActions, listingStateAfter, type ListingAction, type ListingState } from './state.ts';
import { listingComments, listingInterviews } from './tables.server.ts';

/** What this person may do with it now. */
function mayDo(actor: Actor, listing: ListingRow) {
  const isNow = (action: ListingAction) =>
    canTake(actor, listing, action) && listingStateAfter(listing.state, action) !== undefined;
  const isOver = listing.state === 'closed' || listing.state === 'expired';
  return {
    write: canWrite(actor, listing),
    lookAfter: canLookAfter(actor, listing) && !isOver,
    broker: canBroker(actor, listing),
    delete: canDelete(actor, listing),
    steps: listingActions.filter(isNow).filter((action) => action !== 'renew' || listing.renewedAt === null),
  };
}

/** A listing as its people work on it; undefined for anybody else. */
export async function listingAtDesk(tx: Tx, actor: Actor, { id, side }: { id: number; side: Side }) {
  const work = await readListing(tx, id);
  if (!work || work.listing.side !== side || !canSeeListing(actor, work.listing)) return undefined;
  const { listing } = work;
  const content = contentOf(work);
  const may = mayDo(actor, listing);
  return {
    ...{ id, side, title: titleOf(work), content, may },
    ...factsOf(listing),
    zoneCode: listing.zoneCode,
    organisation: { id: listing.organisationId, name: await nameOf(tx, listing.organisationId) },
    broker: await brokerName(tx, listing.brokerId),
    translation: translationOf(work),
    comments: await openComments(tx, id),
    disciplines: await disciplinesNamed(tx, content.disciplines),
    missing: missingNow({ ...content, side }, listing.state),
  };
}

function factsOf(listing: ListingRow) {
  const { kind, reference, state, isOpen, revision, originalLang, unitId, brokerId, sample } = listing;
  const { submittedAt, publishedAt, expiresAt, renewedAt, closedAt, closedReason, closedNote } = listing;
  return {
    ...{ kind, reference, state, isOpen, revision, originalLang, unitId, brokerId, sample },
    ...{ submittedAt, publishedAt, expiresAt, renewedAt, closedAt, closedReason, closedNote },
  };
}

async function nameOf(db: Db, id: number): Promise<TwoText> {
  const [row] = await db
    .select({ zh: organisations.nameZh, en: organisations.nameEn })
    .from(organisations)
    .where(eq(organisations.id, id));
  return { zh: row?.zh ?? '', en: row?.en || (row?.zh ?? '') };
}

function translationOf(work: Work) {
  const { originalLang, revision } = work.listing;
  const lang: Lang = otherLang(originalLang);
  const edition = editionIn(work, lang);
  const targetNames = work.targets.map(({ nameZh, nameEn }) => (lang === 'zh' ? nameZh : nameEn));
  return {
    ...{ lang, texts: textsOf(edition), targetNames, madeHow: edition?.madeHow ?? ('human' as const) },
    freshness: edition ? ((edition.madeFrom ?? 0) < revision ? 'stale' : 'current') : ('missing' as const),
  } as const;
}

/** What the next reader would miss. */
function missingNow(said: Parameters<typeof missingBeforeSubmitting>[0], state: ListingState) {
  if (state === 'draft') return missingBeforeSubmitting(said);
  return state === 'checked' || state === 'submitted' ? missingBeforePublishing(said) : [];
}

async function openComments(db: Db, id: number): Promise<CommentView[]> {
  const { field, says, authorName, at } = listingComments;
  return db
    .select({ id: listingComments.id, field, says, authorName, at })
    .from(listingComments)
    .where(and(eq(listingComments.listingId, id), isNull(listingComments.settledAt)))
    .orderBy(asc(listingComments.id));
}

export interface InterviewView {
  readonly id: number;
  readonly heldOn: string;
  readonly withWhom: string;
  readonly learned: string;
  readonly authorName: string;
}

/** What brokers learned in talking with its people; row security shows it to the zone alone. */
export async function interviewsOf(tx: Tx, actor: Actor, listing: { id: number; zoneCode: string }) {
  if (!isBrokerOf(actor, listing)) return [];
  const { id, heldOn, withWhom, learned, authorName } = listingInterviews;
  const rows: InterviewView[] = await tx
    .select({ id, heldOn, withWhom, learned, authorName })
    .from(listingInterviews)
    .where(eq(listingInterviews.listingId, listing.id))
    .orderBy(desc(heldOn), desc(id));
  return rows;
}

export interface DeedView {
  readonly id: string;
  readonly at: Date;
  readonly who: string;
  readonly action: string;
}

/** What was done with it, newest first, for the brokers of its zone. */
export async function deedsOf(tx: Tx, actor: Actor, listing: { id: number; zoneCode: string }): Promise<DeedView[]> {
  if (!isBrokerOf(actor, listing)) return [];
  const { rows } = await tx.execute<{ id: string; at: string; who: string; action: string }>(sql`
    select h.id::text, h.at::text, coalesce(a.name, h.actor) as who, h.action
    from history h left join account a on h.actor = 'account:' || a.id
    where h.kind = 'listing' and h.record = ${String(listing.id)} order by h.id desc limit 50`);
  return rows.map(({ at, ...row }) => ({ ...row, at: new Date(at) }));
}
