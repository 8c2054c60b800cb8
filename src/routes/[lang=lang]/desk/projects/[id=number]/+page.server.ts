import { dateOf } from '#language/dates.ts';
<<<<<<< HEAD
import { careOf } from '#projects/care/read.server.ts';
import { careForms } from './care-forms.server.ts';
=======
import { slipsOf } from '#slips/read-of.server.ts';
import { canDirect } from '#slips/slip.ts';
>>>>>>> main
import { forms } from './forms.server.ts';
import { withFiles } from './with-files.server.ts';
import { doneHere, projectHere } from './here.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params: { id }, url }) => {
<<<<<<< HEAD
  const today = dateOf(locals.now());
  const seen = await locals.database.inTransaction(locals.actor, async (tx) => {
    const project = await projectHere(tx, locals, id);
    return { project, careView: await careOf(tx, locals.actor, { project, today }) };
  });
  return { ...seen, today, done: doneHere(url) };
=======
  const found = await locals.database.inTransaction(locals.actor, async (tx) => {
    const project = await projectHere(tx, locals, id);
    return {
      ...{ project, slips: await slipsOf(tx, { kind: 'project', id }) },
      mayRaise: canDirect(locals.actor, project.zoneCode),
    };
  });
  return { ...found, today: dateOf(locals.now()), done: doneHere(url) };
>>>>>>> main
};

export const actions: Actions = { ...forms, ...careForms, ...withFiles };
