import { fail, redirect } from '@sveltejs/kit';
import { kindsOf, sidePaths } from '#listings/listing.ts';
import { organisationsToChoose } from '#listings/read-choices.server.ts';
import { createListing } from '#listings/write-create.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { actor, database }, params: { side }, url }) => {
  const organisations = await database.inTransaction(actor, (tx) => organisationsToChoose(tx, actor));
  return { side, kinds: kindsOf[side], organisations, chosen: url.searchParams.get('organisation') ?? '' };
};

export const actions: Actions = {
  default: async ({ request, locals: { actor, database, lang }, params: { side } }) => {
    const form = await request.formData();
    const field = (name: string) => String(form.get(name) ?? '');
    const values = {
      title: field('title'),
      kind: field('kind'),
      organisation: field('organisation'),
      lang: field('lang'),
    };
    const { title, kind, lang: written } = values;
    const input = { side, title, kind, lang: written, organisationId: Number(values.organisation || Number.NaN) };
    const outcome = await database.allOrNothing(actor, (tx) => createListing(tx, actor, input));
    if (outcome.ok) redirect(303, `/${lang}/desk/${sidePaths[side]}/${outcome.value.id}`);
    return fail(422, { problems: outcome.problems, values });
  },
};
