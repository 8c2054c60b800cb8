import { error } from '@sveltejs/kit';
import { parseListQuery } from '#news/list.ts';
import { allColumns } from '#news/read.server.ts';
import { countArticles, listArticles } from '#news/read-list.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
  const query = parseListQuery(url.searchParams);
  if (!query.ok) error(400, query.problems.map((problem) => problem.says[locals.lang]).join(' '));
  const { db } = locals.database;
  const { filter, after } = query.value;
  const [list, counts, columns] = await Promise.all([
    listArticles(db, locals.lang, query.value),
    countArticles(db, filter),
    allColumns(db),
  ]);
  locals.shows.add('news-list');
  return locals.drawn({ list, counts, columns, filter, firstPage: after === undefined });
};
