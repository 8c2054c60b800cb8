import type { RequestEvent } from '@sveltejs/kit';
import type { z } from 'zod';
import type { Lang } from '#language/lang.ts';
import type { Side } from '#listings/listing.ts';
import { toPublicCard, toPublicListing, type listingQuery } from '#listings/public-api.ts';
import { listBoard } from '#listings/read-board.server.ts';
import { publicListing } from '#listings/read-public.server.ts';
import { nextAddress } from './answer.ts';

/** A board, a page at a time. */
export async function boardPage<For extends Side>(
  event: RequestEvent,
  side: For,
  query: z.output<(typeof listingQuery)[For]>,
) {
  const { lang, limit, after, sort, ...filter } = query;
  const { config, database, shows, now } = event.locals;
  const page = await listBoard(database.db, lang, { side, filter, sort, after, limit, now: now() });
  shows.add('listing-list').add('organisation').add('zone');
  const data = page.cards.map((card) => toPublicCard(card, config.origin));
  return { data, next: nextAddress(event, page.after) };
}

/** One need or offer in full. */
export async function listingPage({ locals, params }: RequestEvent, side: Side, lang: Lang) {
  const { config, database, shows } = locals;
  const asked = params['id'] ?? '';
  if (!/^[1-9]\d{0,14}$/.test(asked)) return undefined;
  const listing = await publicListing(database.db, lang, { side, id: Number(asked) });
  shows.add(`listing:${asked}`).add('organisation').add('zone');
  return listing && { data: toPublicListing(listing, config.origin) };
}
