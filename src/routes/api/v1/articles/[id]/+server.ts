import { toPublicArticle } from '#news/public.ts';
import { articleById } from '#news/read.server.ts';
import { reading } from '../../answer.ts';
import { endpoints } from '../../endpoints.ts';

export const { GET, OPTIONS, fallback } = reading(endpoints.article, async ({ locals, params }, { lang }) => {
  const id = params['id'] ?? '';
  if (!/^\d{1,15}$/.test(id)) return undefined;
  const article = await articleById(locals.database.db, lang, Number(id));
  if (article?.state !== 'published') return undefined;
  locals.shows.add(`news:${id}`);
  return { data: toPublicArticle(article, locals.config.origin) };
});
