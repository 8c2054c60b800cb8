import { error } from '@sveltejs/kit';
import { parseListQuery } from '#news/list.ts';
import { countArticles } from '#news/read-counts.server.ts';
import { listArticles } from '#news/read-list.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
  const query = parseListQuery(url.searchParams);
  if (!query.ok) error(400, query.problems.map((problem) => problem.says[locals.lang]).join(' '));
  const { db } = locals.database;
  const { filter, after } = query.value;
  const [list, counts] = await Promise.all([listArticles(db, locals.lang, query.value), countArticles(db, filter)]);
  locals.shows.add('news-list');
  return locals.drawn({ list, counts, filter, firstPage: after === undefined });
};
