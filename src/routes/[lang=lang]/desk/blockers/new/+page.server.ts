import { fail, redirect } from '@sveltejs/kit';
import { withReceived, type Received } from '#files/receive.server.ts';
import { ownOrganisations } from '#organisations/read-own.server.ts';
import { ownProjects } from '#slips/read-projects.server.ts';
import { fileBlocker, keepBlockerFiles } from '#slips/write-blocker.server.ts';
import { linesIn, numberIn } from '../../slips/form.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { actor, database } }) =>
  database.inTransaction(actor, async (tx) => {
    const organisations = await ownOrganisations(tx, actor);
    const ids = organisations.map(({ id }) => id);
    return { organisations, projects: await ownProjects(tx, ids) };
  });

export const actions: Actions = {
  default: async ({ locals, request }) => {
    const answer = await withReceived(request, (received) => takeIn(locals, received));
    if ('says' in answer)
      return fail(answer.status, { problems: [{ field: 'file', says: answer.says }], typed: answer.typed });
    if (!answer.outcome.ok) return fail(422, { problems: answer.outcome.problems, typed: answer.typed });
    redirect(303, `/${locals.lang}/desk/blockers/${answer.outcome.value.id}?did`);
  },
};

async function takeIn(locals: App.Locals, received: Received) {
  const { actor, database } = locals;
  const typed: Record<string, string> = Object.fromEntries(received.fields);
  const { kind = '', title = '' } = typed;
  const organisationId = numberIn(typed['organisationId']) ?? 0;
  const kept = await keepBlockerFiles(locals, actor, { organisation: organisationId, files: received.files });
  if (!kept.ok) return { outcome: kept, typed };
  const projectId = numberIn(typed['projectId']);
  const wanted = {
    fields: { organisationId, projectId, kind, title, body: linesIn(typed['body']) },
    files: kept.value,
  };
  return { outcome: await database.allOrNothing(actor, (tx) => fileBlocker(tx, actor, wanted)), typed };
}
