import { fail, redirect } from '@sveltejs/kit';
import { aboutNamed } from '#instructions/instruction.ts';
import { dateOf } from '#language/dates.ts';
import { namesOf } from '#slips/read-about.server.ts';
import { unitsOf } from '#slips/read-units.server.ts';
import { raiseByHand, type AboutRecord } from '#slips/write-by-hand.server.ts';
import { sentTexts } from '../../../sent.server.ts';
import { ownZones, zoneMeant } from '../../zone-choice.server.ts';
import { linesIn, whomIn } from '../form.server.ts';
import type { Actions, PageServerLoad } from './$types';

/** `?about=task-12`: a page of a record leads here with what the slip is to be about. */
function aboutIn(text: string | null): AboutRecord | undefined {
  const about = aboutNamed(text ?? '');
  if (about?.kind !== 'task' && about?.kind !== 'indicator' && about?.kind !== 'project') return undefined;
  return { kind: about.kind, id: about.id };
}

export const load: PageServerLoad = async ({ locals: { actor, database }, url }) =>
  database.inTransaction(actor, async (tx) => {
    const zones = await ownZones(tx, actor, ['publisher', 'leader']);
    const about = aboutIn(url.searchParams.get('about'));
    const units = await unitsOf(
      tx,
      zones.map(({ code }) => code),
    );
    return { zones, units, about: about && [...(await namesOf(tx, [about])).values()][0] };
  });

export const actions: Actions = {
  default: async ({ request, locals: { actor, database, lang, now }, url }) => {
    const typed = await sentTexts(request);
    const zone = await zoneMeant(database.db, (typed['zone'] ?? '').slice(0, 100));
    if (!zone.ok) return fail(422, { problems: zone.problems, typed });
    const { title = '', difficulty = '' } = typed;
    const fields = { zone: zone.value, title, demand: linesIn(typed['demand']), difficulty, ...whomIn(typed) };
    const wanted = { fields, about: aboutIn(url.searchParams.get('about')), today: dateOf(now()) };
    const raised = await database.allOrNothing(actor, (tx) => raiseByHand(tx, actor, wanted));
    if (!raised.ok) return fail(422, { problems: raised.problems, typed });
    redirect(303, `/${lang}/desk/slips/${raised.value.id}?did`);
  },
};
