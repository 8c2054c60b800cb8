import { error, fail, redirect } from '@sveltejs/kit';
import { pairChoices } from '#connections/read-new.server.ts';
import { proposePair } from '#connections/write-propose.server.ts';
import { numberIn } from '../[id=number]/steps.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { actor, database }, url }) => {
  const [need, offer] = ['need', 'offer'].map((name) => numberIn(url.searchParams.get(name) ?? ''));
  const found = await database.inTransaction(actor, (tx) =>
    pairChoices(tx, actor, { need: need ?? 0, offer: offer ?? 0 }),
  );
  if (!found) error(404);
  return { ...found, chosen: need ? offer : 0 };
};

export const actions: Actions = {
  default: async ({ request, locals: { actor, database, lang } }) => {
    const form = await request.formData();
    const text = (name: string) => String(form.get(name) ?? '');
    const pair = {
      needId: numberIn(text('need')),
      offerId: numberIn(text('offer')) || null,
      origin: 'board' as const,
      note: text('note'),
    };
    const outcome = await database.allOrNothing(actor, (tx) => proposePair(tx, actor, pair));
    if (!outcome.ok) return fail(422, { problems: outcome.problems, note: pair.note });
    redirect(303, `/${lang}/desk/connections/${outcome.value.id}?did`);
  },
};
