import { and, asc, eq, isNull, lte } from 'drizzle-orm';
import { theSystem } from '#accounts/actor.ts';
import { remember } from '#history/write.server.ts';
import { dateOf } from '#language/dates.ts';
import { listingVerbWords as words } from '#language/words/listing-verbs.ts';
import type { Database, Db, Tx } from '#platform/database.server.ts';
import type { Handler } from '#platform/jobs.server.ts';
import { lockListing, type Work } from './read-work.server.ts';
import { daysAfter, noticeDays } from './state.ts';
import { listings } from './tables.server.ts';
import { take } from './write-step.server.ts';
import { tellItsPeople } from './write-telling.server.ts';

declare module '#platform/jobs.server.ts' {
  interface JobData {
    'expire-listings': Record<string, never>;
  }
}

const atOnce = 500;

/** Ends what is over, and tells the people of what will be: each once, however often this runs. */
export async function expireDue(database: Database, now: Date): Promise<void> {
  const over = await database.inTransaction(theSystem, (tx) => publishedUntil(tx, now, false));
  for (const id of over) await database.inTransaction(theSystem, (tx) => expireIfDue(tx, id, now));
  const soon = daysAfter(now, noticeDays);
  const near = await database.inTransaction(theSystem, (tx) => publishedUntil(tx, soon, true));
  for (const id of near) await database.inTransaction(theSystem, (tx) => noticeIfDue(tx, id, now));
}

export const expireListings: Handler<'expire-listings'> = async ({ database, now }) => {
  await expireDue(database, now());
};

async function publishedUntil(db: Db, end: Date, isUntold: boolean): Promise<number[]> {
  const due = and(eq(listings.state, 'published'), lte(listings.expiresAt, end));
  const rows = await db
    .select({ id: listings.id })
    .from(listings)
    .where(isUntold ? and(due, isNull(listings.noticedAt)) : due)
    .orderBy(asc(listings.expiresAt), asc(listings.id))
    .limit(atOnce);
  return rows.map(({ id }) => id);
}

/** One listing, if it is still due once nobody else holds it; says whether it ended. */
export async function expireIfDue(tx: Tx, id: number, now: Date): Promise<boolean> {
  const work = await lockListing(tx, id);
  if (!work || !isPublishedUntil(work, now)) return false;
  await take(tx, theSystem, { work, action: 'expire', fields: { isOpen: false } });
  await tellItsPeople(tx, theSystem, { work, says: words.toldExpired });
  return true;
}

/** Tells its people that it ends soon, if nobody has yet; says whether they were told. */
export async function noticeIfDue(tx: Tx, id: number, now: Date): Promise<boolean> {
  const work = await lockListing(tx, id);
  if (!work || work.listing.noticedAt !== null || !isPublishedUntil(work, daysAfter(now, noticeDays))) return false;
  const { expiresAt, renewedAt, zoneCode: zone } = work.listing;
  const says = renewedAt === null ? words.toldExpiring : words.toldExpiringLast;
  await tx.update(listings).set({ noticedAt: now }).where(eq(listings.id, id));
  await remember(tx, theSystem, { kind: 'listing', record: String(id), action: 'noticed', zone });
  await tellItsPeople(tx, theSystem, { work, says: (title) => says(title, dateOf(expiresAt ?? now)) });
  return true;
}

function isPublishedUntil({ listing: { state, expiresAt } }: Work, end: Date): boolean {
  return state === 'published' && expiresAt !== null && expiresAt <= end;
}
