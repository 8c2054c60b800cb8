import { error } from '@sveltejs/kit';
import { eventById } from '#events/read.server.ts';
import { publicListingsOf } from '#events/read-listings.server.ts';
import { eventWords as words } from '#language/words/events.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
  const { db } = locals.database;
  const { lang } = locals;
  const [event, listings] = await Promise.all([eventById(db, params.id), publicListingsOf(db, params.id, lang)]);
  locals.shows.add(`event:${params.id}`).add('organisation').add('listing');
  if (!event) error(404, words.notFound[lang]);
  return locals.drawn({ event, listings, isOver: event.endsAt <= locals.now() });
};
