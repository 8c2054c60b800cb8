import { sql } from 'drizzle-orm';
import { actsFor, holds, isOperator, theSystem, zonesAs, type Actor } from '#accounts/actor.ts';
import { connectionWords as words } from '#language/words/connections.ts';
import { rankLater } from '#listings/rank-later.server.ts';
import type { Db, Tx } from '#platform/database.server.ts';
import { later, type Handler } from '#platform/jobs.server.ts';
import { done, refused, type Outcome } from '#platform/outcome.ts';
import { gone } from './connection.ts';
import { mayOpenLists } from './load.ts';
import { pairListing } from './read-pair.server.ts';
import { keepInstitute, keepInstitutes, rankListing } from './write-ranking.server.ts';

declare module '#platform/jobs.server.ts' {
  interface JobData {
    'rank-all': Record<string, never>;
  }
}

/** Whom one listing fits, worked out anew after it was changed. */
export const rankOne: Handler<'rank-listing'> = async ({ database, now }, { listing }) => {
  await database.inTransaction(theSystem, (tx) => rankListing(tx, listing, now()));
};

/** Whom an institute fits, after what it can do was changed: the needs at hand are worked out one by one. */
export const rankInstitute: Handler<'rank-institute'> = async ({ database }, { organisation }) => {
  await database.inTransaction(theSystem, async (tx) => rankLater(tx, ...(await keepInstitute(tx, organisation))));
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

/** Has all of a broker's zones worked out anew; for who runs the site, everything. */
export async function rankZonesAgain(tx: Tx, actor: Actor): Promise<Outcome<null>> {
  if (actor.viewedBy || !mayOpenLists(actor)) return refused({ says: words.notYours });
  if (isOperator(actor)) await later(tx, { job: 'rank-all', data: {}, key: 'all' });
  else await rankLater(tx, ...(await rankableIn(tx, zonesAs(actor, ['broker']))));
  return done(null);
}

async function rankableIn(db: Db, zones: readonly string[]): Promise<number[]> {
  const { rows } = await db.execute<{ id: string }>(sql`
    select id::text from listing where state in ('checked', 'published') and zone_code = any(${sql.param(zones)}::text[])`);
  return rows.map(({ id }) => Number(id));
}

/** Has whom one listing fits worked out anew, for its own people and the brokers of its zone. */
export async function rankAgain(tx: Tx, actor: Actor, id: number): Promise<Outcome<null>> {
  const listing = await pairListing(tx, id);
  const isTheirs = listing && (actsFor(actor, listing.organisationId) || holds(actor, ['broker'], listing.zoneCode));
  if (!isTheirs || actor.viewedBy) return refused(gone);
  await rankLater(tx, id);
  return done(null);
}
