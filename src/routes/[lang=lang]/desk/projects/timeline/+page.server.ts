import { dateOf } from '#language/dates.ts';
import { timelineFor } from '#pipeline/read-timeline.server.ts';
import { askedOfView } from '../seen.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { actor, database, now }, url }) =>
  database.inTransaction(actor, async (tx) => {
    const today = dateOf(now());
    const { list, asked, filters, query } = await askedOfView(tx, actor, url.searchParams);
    return { list, asked, query, today, ...(await timelineFor(tx, actor, { ...asked, filters, today })) };
  });
