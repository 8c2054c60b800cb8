import { dateOf } from '#language/dates.ts';
import { slipsOf } from '#slips/read-of.server.ts';
import { forms } from './forms.server.ts';
import { withFiles } from './with-files.server.ts';
import { doneHere, projectHere } from './here.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params: { id }, url }) => ({
  ...(await locals.database.inTransaction(locals.actor, async (tx) => ({
    project: await projectHere(tx, locals, id),
    slips: await slipsOf(tx, { kind: 'project', id }),
  }))),
  today: dateOf(locals.now()),
  done: doneHere(url),
});

export const actions: Actions = { ...forms, ...withFiles };
