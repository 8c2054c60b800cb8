import { draftsFor } from '#news/read-drafts.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { actor, database } }) => {
  const drafts = await database.inTransaction(actor, (tx) => draftsFor(tx, actor));
  return { questions: drafts.length };
};
