import { eq } from 'drizzle-orm';
import type { Actor } from '#accounts/actor.ts';
import type { Changes } from '#history/change.ts';
import { remember } from '#history/write.server.ts';
import { listingVerbWords as words } from '#language/words/listing-verbs.ts';
import { notifyChanged } from '#platform/changed.server.ts';
import type { Tx } from '#platform/database.server.ts';
import { done, refused, type Outcome, type Problem } from '#platform/outcome.ts';
import { missingBeforePublishing, missingBeforeSubmitting } from './missing.ts';
import { canSeeListing, canTake } from './permission.ts';
import { contentOf, lockListing, type ListingRow, type Work } from './read-work.server.ts';
import { listingStateAfter, type ListingAction } from './state.ts';
import { listings } from './tables.server.ts';
import { listingChanged } from './write-public.server.ts';

/** A step as it is asked for: `seen` is the revision that the form was made for, where there was one. */
export interface StepInput {
  readonly id: number;
  readonly seen?: number | undefined;
}

export const gone: Problem = { says: words.notFound };

/** How history calls the steps. */
const deeds: Readonly<Record<ListingAction, string>> = {
  submit: 'handed in',
  recall: 'recalled',
  send_back: 'send_back',
  accept: 'accepted',
  publish: 'publish',
  renew: 'renewed',
  close: 'closed',
  expire: 'expire',
};

/** Locks the listing for who may see it: for anybody else it is not there. */
export async function lockFor(tx: Tx, actor: Actor, id: number): Promise<Outcome<Work>> {
  const work = await lockListing(tx, id);
  return work && canSeeListing(actor, work.listing) ? done(work) : refused(gone);
}

/** Locks the listing and says whether this actor may take this step on what they saw of it. */
export async function begin(
  tx: Tx,
  actor: Actor,
  { id, seen, action }: StepInput & { action: ListingAction },
): Promise<Outcome<Work>> {
  const work = await lockFor(tx, actor, id);
  if (!work.ok) return work;
  const { listing } = work.value;
  if (!canTake(actor, listing, action)) return refused({ says: words.mayNot });
  if (!listingStateAfter(listing.state, action)) return refused({ says: words.wrongStep });
  if (seen !== undefined && seen !== listing.revision) return refused({ says: words.stale });
  return work;
}

/** What stops it before the next reader: a broker, or the public. */
export function stillMissing(work: Work, before: 'submitting' | 'publishing'): Problem[] {
  const said = { ...contentOf(work), side: work.listing.side };
  return before === 'submitting' ? missingBeforeSubmitting(said) : missingBeforePublishing(said);
}

interface Taken {
  readonly work: Work;
  readonly action: ListingAction;
  /** What else of the record changes with the step. */
  readonly fields?: Partial<ListingRow>;
  readonly changes?: Changes;
}

/** Takes the step that `begin` allowed: state, history, what the public sees. */
export async function take(tx: Tx, actor: Actor, { work, action, fields, changes }: Taken) {
  const { id, state, zoneCode } = work.listing;
  const to = listingStateAfter(state, action);
  if (!to) throw new Error(`${action} was not allowed from ${state}`);
  await tx
    .update(listings)
    .set({ ...fields, state: to, updatedAt: new Date() })
    .where(eq(listings.id, id));
  await remember(tx, actor, {
    ...{ kind: 'listing', record: String(id) },
    action: deeds[action],
    changes: { state: [state, to], ...changes },
    zone: zoneCode,
  });
  await listingChanged(tx, id);
  // Counted from the day it is handed in, long before anybody can read it.
  await notifyChanged(tx, ['funnel']);
  return done({ id });
}
