import { hitsOnPage, stateOf } from '#search/address.ts';
import { findHits } from '#search/read.server.ts';
import type { PageServerLoad } from './$types';
import { namesFor } from './names.server.ts';

export const load: PageServerLoad = async ({ locals, url }) => {
  const state = stateOf(url.searchParams);
  const { text, filters, page } = state;
  const { db } = locals.database;
  const offset = (page - 1) * hitsOnPage;
  const found = await findHits(db, { text, filters, lang: locals.lang, offset, limit: hitsOnPage });
  locals.shows.add('zone').add('place').add('news-list');
  return locals.drawn({ state, found, names: await namesFor(db, found, filters) });
};
