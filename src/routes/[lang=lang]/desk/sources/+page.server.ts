import { sourcesAPage, sourcesFor } from '#sources/read.server.ts';
import { numberAsked } from '../../../number-asked.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { actor, database }, url }) => {
  const after = numberAsked(url, 'after');
  const sources = await database.inTransaction(actor, (tx) => sourcesFor(tx, actor, after));
  const done = url.searchParams.get('done') === 'remove' ? ('remove' as const) : undefined;
  return { sources, next: sources.length === sourcesAPage ? sources.at(-1)?.id : undefined, done };
};
