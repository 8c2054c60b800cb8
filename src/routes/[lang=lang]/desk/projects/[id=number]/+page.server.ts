import { dateOf } from '#language/dates.ts';
import { careOf } from '#projects/care/read.server.ts';
import { blockersOfProject } from '#slips/read-blockers.server.ts';
import { slipsOf } from '#slips/read-of.server.ts';
import { canDirect } from '#slips/slip.ts';
import { careForms } from './care-forms.server.ts';
import { forms } from './forms.server.ts';
import { withFiles } from './with-files.server.ts';
import { doneHere, projectHere } from './here.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params: { id }, url }) => {
  const today = dateOf(locals.now());
  const found = await locals.database.inTransaction(locals.actor, async (tx) => {
    const project = await projectHere(tx, locals, id);
    return {
      ...{ project, slips: await slipsOf(tx, { kind: 'project', id }) },
      blockers: await blockersOfProject(tx, id),
      careView: await careOf(tx, locals.actor, { project, today }),
      mayRaise: canDirect(locals.actor, project.zoneCode),
    };
  });
  return { ...found, today, done: doneHere(url) };
};

export const actions: Actions = { ...forms, ...careForms, ...withFiles };
