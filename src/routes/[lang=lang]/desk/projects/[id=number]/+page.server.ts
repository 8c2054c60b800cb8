import { dateOf } from '#language/dates.ts';
import { forms } from './forms.server.ts';
import { withFiles } from './with-files.server.ts';
import { doneHere, projectHere } from './here.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params: { id }, url }) => ({
  project: await locals.database.inTransaction(locals.actor, (tx) => projectHere(tx, locals, id)),
  today: dateOf(locals.now()),
  done: doneHere(url),
});

export const actions: Actions = { ...forms, ...withFiles };
