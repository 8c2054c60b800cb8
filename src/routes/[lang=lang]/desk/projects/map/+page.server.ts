import { mapFor } from '#pipeline/read-map.server.ts';
import { askedOfView } from '../seen.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { actor, database }, url }) =>
  database.inTransaction(actor, async (tx) => {
    const { list, asked, filters, query } = await askedOfView(tx, actor, url.searchParams);
    return { list, asked, query, ...(await mapFor(tx, actor, { ...asked, filters })) };
  });
