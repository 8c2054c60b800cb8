import { conversionQuery } from '#pipeline/conversion.ts';
import { conversionPage } from '#pipeline/read-conversion-page.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { actor, database }, url }) => {
  const query = conversionQuery.parse(Object.fromEntries(url.searchParams));
  const page = await database.inTransaction(actor, (tx) => conversionPage(tx, actor, query));
  return { asked: query, ...page };
};
