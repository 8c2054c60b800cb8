import { error } from '@sveltejs/kit';
import { projectWords as words } from '#language/words/projects.ts';
import { inputOf } from '#projects/form.server.ts';
import { typedOf } from '#projects/form.ts';
import { formChoices } from '#projects/read-choices.server.ts';
import { changeProject } from '#projects/write.server.ts';
import { sentTexts } from '../../../../sent.server.ts';
import { doHere, projectHere, refusedHere } from '../here.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params: { id } }) =>
  locals.database.inTransaction(locals.actor, async (tx) => {
    const project = await projectHere(tx, locals, id);
    if (!project.may.work && !locals.actor.viewedBy) error(404, words.notFound[locals.lang]);
    return {
      project,
      kept: typedOf(project, project.names.investor),
      choices: await formChoices(tx, project.zoneCode),
    };
  });

export const actions: Actions = {
  default: async ({ request, locals, params: { id } }) => {
    const { actor, database } = locals;
    // Whose it is comes before what was sent.
    await database.inTransaction(actor, (tx) => projectHere(tx, locals, id));
    const typed = await sentTexts(request);
    const said = await database.inTransaction(actor, (tx) => inputOf(tx, typed));
    if (!said.ok) return refusedHere({ form: 'edit', typed }, said.problems);
    const revision = Number(typed['revision']) || undefined;
    const input = { ...said.value, id, ...(revision !== undefined && { revision }), now: locals.now() };
    const asked = { form: 'edit', typed, id };
    return doHere(locals, asked, { done: 'saved', verb: (tx) => changeProject(tx, actor, input) });
  },
};
