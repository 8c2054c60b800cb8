import { json } from '@sveltejs/kit';
import { suggest } from '#search/suggest.server.ts';
import type { RequestHandler } from './$types';

/** Names that begin with what was typed: asked for by `suggest.js` at every pause in typing. */
export const GET: RequestHandler = async ({ locals, url }) => {
  const found = await suggest(locals.database.db, url.searchParams.get('q') ?? '', locals.lang);
  locals.shows.add('zone').add('place');
  const answers = found.map(({ title, path }) => ({ title, href: `/${locals.lang}${path}` }));
  return json(answers, { headers: { 'cache-control': 'public, max-age=300' } });
};
