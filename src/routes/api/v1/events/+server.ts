import { toPublicEventCard } from '#events/public.ts';
import { listEvents } from '#events/read-list.server.ts';
import { nextAddress, reading } from '../answer.ts';
import { endpoints } from '../endpoints.ts';

export const { GET, OPTIONS, fallback } = reading(endpoints.events, async (event, query) => {
  const { config, database, shows, now } = event.locals;
  const list = await listEvents(database.db, { ...query, now: now() });
  shows.add('event-list');
  return {
    data: list.cards.map((card) => toPublicEventCard(card, config.origin)),
    next: nextAddress(event, list.after),
  };
});
