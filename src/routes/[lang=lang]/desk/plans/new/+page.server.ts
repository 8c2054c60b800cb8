import { fail, redirect } from '@sveltejs/kit';
import { createPlan } from '#plans/write.server.ts';
import { ownZones, zoneMeant } from '../../zone-choice.server.ts';
import { sentTexts } from '../../../sent.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { actor, database } }) => ({
  zones: await ownZones(database.db, actor, ['publisher', 'leader']),
});

export const actions: Actions = {
  default: async ({ request, locals: { actor, database, lang } }) => {
    const { zone: named = '', ...fields } = await sentTexts(request);
    const typed = { ...fields, zone: named };
    const zone = await zoneMeant(database.db, named.slice(0, 100));
    if (!zone.ok) return fail(422, { problems: zone.problems, typed });
    const added = await database.allOrNothing(actor, (tx) => createPlan(tx, actor, { zone: zone.value, fields }));
    if (!added.ok) return fail(422, { problems: added.problems, typed });
    redirect(303, `/${lang}/desk/plans/${added.value.id}?done=add`);
  },
};
