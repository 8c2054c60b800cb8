import { error } from '@sveltejs/kit';
import { newsWords as words } from '#language/words/news.ts';
import { articleById } from '#news/read.server.ts';
import { mentionedIn } from '#organisations/read-mentions.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
  const { db } = locals.database;
  const [article, mentioned] = await Promise.all([articleById(db, locals.lang, params.id), mentionedIn(db, params.id)]);
  locals.shows.add(`news:${params.id}`).add('news-list');
  if (article?.withdrawn) error(410, words.withdrawnBecause(article.withdrawn)[locals.lang]);
  if (article?.state !== 'published') error(404, words.notFound[locals.lang]);
  for (const { id } of mentioned) locals.shows.add(`organisation:${id}`);
  return locals.drawn({ article, mentioned });
};
