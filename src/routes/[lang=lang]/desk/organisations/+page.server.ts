import { redirect } from '@sveltejs/kit';
import { organisationsOf } from '#accounts/actor.ts';
import { viewsOf } from '#lists/read.server.ts';
import { organisationRow } from '#organisations/desk-list.ts';
import { zonesKept } from '#organisations/organisation.ts';
import { deskOrganisations } from '#organisations/read-desk-list.server.ts';
import { viewActions } from '../list-views.server.ts';
import type { Actions, PageServerLoad } from './$types';
import { listFor } from './list.server.ts';

export const load: PageServerLoad = async ({ locals: { actor, database, lang }, url }) => {
  const isStaff = zonesKept(actor)?.length !== 0;
  const [own, ...others] = organisationsOf(actor);
  // Whoever acts for one organisation means that one.
  if (!isStaff && own !== undefined && others.length === 0) redirect(303, `/${lang}/desk/organisations/${own}`);
  return database.inTransaction(actor, async (tx) => {
    const { list, asked, industries } = await listFor(tx, actor, url.searchParams);
    const { organisations, next, total } = await deskOrganisations(tx, actor, asked);
    const rows = organisations.map((one) => organisationRow(one, lang, industries));
    const views = await viewsOf(tx, actor, list.name);
    return { list, asked, page: { rows, total, ...(next && { next }) }, views, isStaff };
  });
};

export const actions: Actions = viewActions('organisations');
