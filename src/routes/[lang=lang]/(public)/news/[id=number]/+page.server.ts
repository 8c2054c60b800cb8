import { error } from '@sveltejs/kit';
import { newsWords as words } from '#language/words/news.ts';
import { articleById } from '#news/read.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
  const article = await articleById(locals.database.db, locals.lang, params.id);
  locals.shows.add(`news:${params.id}`).add('news-list');
  if (article?.withdrawn) error(410, words.withdrawnBecause(article.withdrawn)[locals.lang]);
  if (article?.state !== 'published') error(404, words.notFound[locals.lang]);
  for (const { id } of article.mentioned) locals.shows.add(`organisation:${id}`);
  return locals.drawn({ article });
};
