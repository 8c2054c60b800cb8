import { error, fail, redirect } from '@sveltejs/kit';
import { dateOf } from '#language/dates.ts';
import { blocksToAsk } from '#rounds/read.server.ts';
import { askBlocks } from '#rounds/write.server.ts';
import { ownZones } from '../../zone-choice.server.ts';
import { roundSent } from '../sent.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { actor, database, now }, url }) => {
  const asked = url.searchParams.get('zone') ?? '';
  return database.inTransaction(actor, async (tx) => {
    const own = await ownZones(tx, actor, ['publisher', 'leader']);
    // An operator has no zone of their own and names one in the address.
    const zone = own.find(({ code }) => code === asked)?.code ?? own[0]?.code ?? (/^\d{8}$/.test(asked) ? asked : '');
    if (own.length === 0 && !actor.memberships.some(({ role }) => role === 'operator')) error(404);
    return { zones: own, zone, units: await blocksToAsk(tx, [zone]), today: dateOf(now()) };
  });
};

export const actions: Actions = {
  default: async ({ request, locals: { actor, database, lang, now } }) => {
    const { typed, units, zone } = roundSent(await request.formData());
    const today = dateOf(now());
    const outcome = await database.allOrNothing(actor, (tx) =>
      askBlocks(tx, actor, { asks: { ...typed, zone, units }, today }),
    );
    if (!outcome.ok) return fail(422, { problems: outcome.problems, typed, units });
    redirect(303, `/${lang}/desk/rounds/${outcome.value}`);
  },
};
