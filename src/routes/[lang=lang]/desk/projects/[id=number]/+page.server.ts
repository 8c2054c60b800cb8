import { dateOf } from '#language/dates.ts';
import { careOf } from '#projects/care/read.server.ts';
import { careForms } from './care-forms.server.ts';
import { forms } from './forms.server.ts';
import { withFiles } from './with-files.server.ts';
import { doneHere, projectHere } from './here.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params: { id }, url }) => {
  const today = dateOf(locals.now());
  const seen = await locals.database.inTransaction(locals.actor, async (tx) => {
    const project = await projectHere(tx, locals, id);
    return { project, careView: await careOf(tx, locals.actor, { project, today }) };
  });
  return { ...seen, today, done: doneHere(url) };
};

export const actions: Actions = { ...forms, ...careForms, ...withFiles };
