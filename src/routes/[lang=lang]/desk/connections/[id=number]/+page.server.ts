import { error } from '@sveltejs/kit';
import { connectionFor } from '#connections/read.server.ts';
import { steps } from './steps.server.ts';
import { withFiles } from './with-files.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { actor, database }, params: { id }, url }) => {
  const connection = await database.inTransaction(actor, (tx) => connectionFor(tx, actor, id));
  if (!connection) error(404);
  return { connection, done: url.searchParams.has('did') };
};

export const actions: Actions = { ...steps, ...withFiles };
