import { toPublicCard } from '#news/public.ts';
import { listArticles } from '#news/read-list.server.ts';
import { nextAddress, reading } from '../answer.ts';
import { endpoints } from '../endpoints.ts';

export const { GET, OPTIONS, fallback } = reading(endpoints.articles, async (event, query) => {
  const { lang, limit, after, ...filter } = query;
  const { config, database, shows } = event.locals;
  const list = await listArticles(database.db, lang, { filter, after, limit });
  shows.add('news-list');
  return { data: list.cards.map((card) => toPublicCard(card, config.origin)), next: nextAddress(event, list.after) };
});
