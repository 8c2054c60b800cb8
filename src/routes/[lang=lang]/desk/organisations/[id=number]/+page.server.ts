import { fail, redirect } from '@sveltejs/kit';
import { inputOf, typedIn, typedOf } from '#organisations/form.server.ts';
import { changeOrganisation } from '#organisations/write-change.server.ts';
import { setPublic } from '#organisations/write.server.ts';
import { industryChoices } from '../list.server.ts';
import { projectsOfInvestor } from '#projects/read-family.server.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';
import { organisationHere } from './here.server.ts';

const deeds = ['added', 'saved', 'tookIn'] as const;

export const load: PageServerLoad = async ({ locals, params, url }) =>
  locals.database.inTransaction(locals.actor, async (tx) => {
    const here = await organisationHere(tx, locals, params.id);
    return {
      ...here,
      typed: await typedOf(tx, here.organisation),
      industries: await industryChoices(tx),
      projects: await projectsOfInvestor(tx, locals.actor, params.id),
      done: deeds.find((deed) => deed === url.searchParams.get('done')),
    };
  });

const publish =
  (isPublic: boolean) =>
  async ({ locals: { actor, database }, params: { id }, url }: RequestEvent) => {
    const outcome = await database.allOrNothing(actor, (tx) => setPublic(tx, actor, { id, isPublic }));
    return outcome.ok ? redirect(303, `${url.pathname}?done=saved`) : fail(422, { problems: outcome.problems });
  };

export const actions: Actions = {
  save: async ({ request, locals, params: { id }, url }) => {
    const { actor, database } = locals;
    // Whose it is comes before what was sent.
    await database.inTransaction(actor, (tx) => organisationHere(tx, locals, id));
    const typed = typedIn(await request.formData());
    const said = await inputOf(database.db, typed);
    if (!said.ok) return fail(422, { problems: said.problems, typed });
    const revision = Number(typed.text['revision']) || undefined;
    const input = { ...said.value, id, ...(revision !== undefined && { revision }) };
    const outcome = await database.allOrNothing(actor, (tx) => changeOrganisation(tx, actor, input));
    return outcome.ok ? redirect(303, `${url.pathname}?done=saved`) : fail(422, { problems: outcome.problems, typed });
  },
  public: publish(true),
  internal: publish(false),
};
