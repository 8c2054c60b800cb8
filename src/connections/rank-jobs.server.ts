import { sql } from 'drizzle-orm';
import { actsFor, holds, isOperator, theSystem, type Actor } from '#accounts/actor.ts';
import { connectionWords as words } from '#language/words/connections.ts';
import { rankLater } from '#listings/rank-later.server.ts';
import type { Db, Tx } from '#platform/database.server.ts';
import { later, type Handler } from '#platform/jobs.server.ts';
import { done, refused, type Outcome } from '#platform/outcome.ts';
import { gone } from './connection.ts';
import { pairListing } from './read-pair.server.ts';
import { keepInstitutes, rankListing } from './write-ranking.server.ts';

declare module '#platform/jobs.server.ts' {
  interface JobData {
    'rank-all': Record<string, never>;
  }
}

/** Whom one listing fits, worked out anew after it was changed. */
export const rankOne: Handler<'rank-listing'> = async ({ database, now }, { listing }) => {
  await database.inTransaction(theSystem, (tx) => rankListing(tx, listing, now()));
};

/** Everything anew: what institutes can do, then every listing that can be connected. */
export const rankAll: Handler<'rank-all'> = async ({ database, now }, _, { signal }) => {
  await database.inTransaction(theSystem, (tx) => keepInstitutes(tx));
  const ids = await database.inTransaction(theSystem, (tx) => rankable(tx));
  for (const id of ids) {
    if (signal.aborted) return;
    await database.inTransaction(theSystem, (tx) => rankListing(tx, id, now()));
  }
};

async function rankable(db: Db): Promise<number[]> {
  const { rows } = await db.execute<{ id: string }>(sql`
    select id::text from listing where state in ('checked', 'published') or id in (select listing_id from match_document)
    order by side desc, id`);
  return rows.map(({ id }) => Number(id));
}

/** Has everything worked out anew, for who runs the site. */
export async function rankAllLater(tx: Tx, actor: Actor): Promise<Outcome<null>> {
  if (actor.viewedBy || !isOperator(actor)) return refused({ says: words.notYours });
  await later(tx, { job: 'rank-all', data: {}, key: 'all' });
  return done(null);
}

/** Has whom one listing fits worked out anew, for its own people and the brokers of its zone. */
export async function rankAgain(tx: Tx, actor: Actor, id: number): Promise<Outcome<null>> {
  const listing = await pairListing(tx, id);
  const isTheirs = listing && (actsFor(actor, listing.organisationId) || holds(actor, ['broker'], listing.zoneCode));
  if (!isTheirs || actor.viewedBy) return refused(gone);
  await rankLater(tx, id);
  return done(null);
}
