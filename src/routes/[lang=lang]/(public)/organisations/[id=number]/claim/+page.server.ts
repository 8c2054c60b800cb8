import { error } from '@sveltejs/kit';
import { isVisitor } from '#accounts/actor.ts';
import { organisationPageWords as words } from '#language/words/organisation-page.ts';
import { publicOrganisation } from '#organisations/read-public.server.ts';
import { claimOf, sendClaim } from '../../claim-form.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
  const { actor, database, lang } = locals;
  const one = await publicOrganisation(database.db, params.id);
  if (!one) error(404, words.notFound[lang]);
  // It is about who asks, so it is kept for nobody else.
  const asker = isVisitor(actor) ? undefined : actor.name;
  return locals.drawn({ id: one.id, name: one.name, asker });
};

export const actions: Actions = {
  default: (event) => sendClaim(event, claimOf(event.locals, event.params.id)),
};
