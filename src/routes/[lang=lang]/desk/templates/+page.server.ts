import { fail, redirect } from '@sveltejs/kit';
import { loadZones } from '#connections/read-load.server.ts';
import { ownTemplates, shipped } from '#templates/read.server.ts';
import { deleteTemplate, saveTemplate } from '#templates/write.server.ts';
import type { Purpose } from '#templates/template.ts';
import type { Actions, PageServerLoad } from './$types';

/** The templates of one's zones and those for everybody; one of them in the form, to be changed or copied. */
export const load: PageServerLoad = async ({ locals: { actor, database }, url }) =>
  database.inTransaction(actor, async (tx) => {
    const zones = await loadZones(tx, actor);
    const codes = zones.map(({ value }) => value);
    const own = await ownTemplates(tx, codes);
    const asked = url.searchParams.get('template');
    const from = [...own, ...shipped].find(({ key }) => key === asked);
    return { zones, own, shipped, from, did: url.searchParams.has('did') };
  });

const numberIn = (text: string) => (/^\d{1,15}$/.test(text) ? Number(text) : null);

export const actions: Actions = {
  save: async ({ request, locals: { actor, database, lang } }) => {
    const form = await request.formData();
    const text = (name: string) => String(form.get(name) ?? '');
    const typed = {
      ...{ zone: text('zone'), nameZh: text('nameZh'), nameEn: text('nameEn') },
      ...{ bodyZh: text('bodyZh'), bodyEn: text('bodyEn') },
    };
    // The verb reads the purpose by its schema.
    const input = { ...typed, id: numberIn(text('id')), purpose: text('purpose') as Purpose };
    const outcome = await database.allOrNothing(actor, (tx) => saveTemplate(tx, actor, input));
    if (!outcome.ok) return fail(422, { problems: outcome.problems, typed: { ...input, id: text('id') } });
    redirect(303, `/${lang}/desk/templates?did`);
  },
  delete: async ({ request, locals: { actor, database, lang } }) => {
    const id = numberIn(String((await request.formData()).get('id'))) ?? 0;
    const outcome = await database.allOrNothing(actor, (tx) => deleteTemplate(tx, actor, { id }));
    if (!outcome.ok) return fail(409, { problems: outcome.problems, typed: undefined });
    redirect(303, `/${lang}/desk/templates?did`);
  },
};
