import { json } from '@sveltejs/kit';
import { findingsFor } from '#news/read-review.server.ts';
import type { RequestHandler } from './$types';
import { workOr404 } from '../work.server.ts';

/** What the checks say of the text as it was kept last, for the page on which it is being written. */
export const GET: RequestHandler = async ({ locals, params: { id } }) =>
  locals.database.inTransaction(locals.actor, async (tx) => {
    const findings = await findingsFor(tx, await workOr404(tx, locals, id));
    return json({ findings }, { headers: { 'cache-control': 'no-store' } });
  });
