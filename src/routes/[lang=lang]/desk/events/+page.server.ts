import { eventList, eventRow } from '#events/event-list.ts';
import { deskEvents } from '#events/read-desk.server.ts';
import { askedOf } from '#lists/address.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { actor, database, lang }, url }) => {
  const asked = askedOf(eventList, url.searchParams);
  const { events, next, total } = await database.inTransaction(actor, (tx) => deskEvents(tx, actor, asked));
  const rows = events.map((event) => eventRow(event, lang));
  return { list: eventList, asked, page: { rows, total, ...(next && { next }) } };
};
