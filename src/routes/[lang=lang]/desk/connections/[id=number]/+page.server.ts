import { error } from '@sveltejs/kit';
import { connectionFor } from '#connections/read.server.ts';
import { templatesOf } from '#connections/read-template.server.ts';
import { projectsOfConnection } from '#projects/read-come-of.server.ts';
import { steps } from './steps.server.ts';
import { withFiles } from './with-files.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { actor, database }, params: { id }, url }) => {
  const found = await database.inTransaction(actor, async (tx) => {
    const connection = await connectionFor(tx, actor, id);
    if (!connection) return undefined;
    const templates = await templatesOf(tx, actor, { id, chosen: url.searchParams.get('template') });
    return { connection, ...templates, investment: await projectsOfConnection(tx, actor, id) };
  });
  if (!found) error(404);
  return { ...found, done: url.searchParams.has('did') };
};

export const actions: Actions = { ...steps, ...withFiles };
