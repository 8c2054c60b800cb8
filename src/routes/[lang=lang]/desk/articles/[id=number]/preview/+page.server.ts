import { picturesOf } from '#files/read.server.ts';
import { filesIn } from '#text/document.ts';
import { asWritten } from '#news/review.ts';
import type { PageServerLoad } from './$types';
import { editionAsked, workOr404 } from '../work.server.ts';

export const load: PageServerLoad = async ({ locals, params: { id }, url, setHeaders }) =>
  locals.database.inTransaction(locals.actor, async (tx) => {
    setHeaders({ 'cache-control': 'no-store', 'x-robots-tag': 'noindex' });
    const work = await workOr404(tx, locals, id);
    const edition = editionAsked(url, locals.lang);
    const text = asWritten(work.editions, work.drafts).find(({ lang }) => lang === edition);
    const narrow = url.searchParams.get('width') === 'narrow';
    if (!text) return { id, edition, narrow, article: undefined };
    const { title, source, author, body } = text;
    const pictures = await picturesOf(tx, filesIn(body));
    const { publishedAt } = work.article;
    return { id, edition, narrow, article: { title, source, author, body, pictures, publishedAt } };
  });
