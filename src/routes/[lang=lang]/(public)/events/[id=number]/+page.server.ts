import { error, fail } from '@sveltejs/kit';
import { theSystem } from '#accounts/actor.ts';
import { isTooMany, networkOf } from '#accounts/attempts.server.ts';
import { eventById } from '#events/read.server.ts';
import { publicListingsOf } from '#events/read-listings.server.ts';
import { outcomeForAll } from '#events/read-outcome.server.ts';
import { placesLeft } from '#events/read-registration.server.ts';
import { registrationAllowances } from '#events/registration.ts';
import { askToRegister } from '#events/write-registration.server.ts';
import { eventWords as words } from '#language/words/events.ts';
import { registrationWords } from '#language/words/registrations.ts';
import { sentTexts } from '../../../sent.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
  const { database, lang } = locals;
  const [event, listings] = await Promise.all([
    eventById(database.db, params.id),
    publicListingsOf(database.db, params.id, lang),
  ]);
  locals.shows.add(`event:${params.id}`).add('organisation').add('listing').add('connection');
  if (!event) error(404, words.notFound[lang]);
  const now = locals.now();
  const isOver = event.endsAt <= now;
  const isOpen = event.state === 'published' && event.closesAt > now;
  const left = isOpen ? await placesLeft(database, event.id) : undefined;
  const outcome = isOver ? await outcomeForAll(database, event.id) : undefined;
  return locals.drawn({ event, listings, isOver, isOpen, left, outcome });
};

export const actions: Actions = {
  register: async ({ request, params, locals, getClientAddress }) => {
    const fields = await sentTexts(request);
    const now = locals.now();
    const allowances = registrationAllowances(networkOf(getClientAddress()), fields['email'] ?? '');
    if (await isTooMany(locals.gate.database.db, allowances, { now })) {
      return fail(429, { typed: fields, problems: [{ says: registrationWords.tooMany }] });
    }
    const outcome = await locals.database.allOrNothing(theSystem, (tx) =>
      askToRegister(tx, theSystem, { event: params.id, fields, now }),
    );
    return outcome.ok ? { sent: true } : fail(422, { typed: fields, problems: outcome.problems });
  },
};
