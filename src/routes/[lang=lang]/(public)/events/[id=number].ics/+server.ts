import { error } from '@sveltejs/kit';
import { calendarOf } from '#events/ics.ts';
import { eventById } from '#events/read.server.ts';
import { eventWords as words } from '#language/words/events.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals, params }) => {
  const { lang, config, database } = locals;
  const event = await eventById(database.db, params.id);
  locals.shows.add(`event:${params.id}`);
  if (!event) error(404, words.notFound[lang]);
  const body = calendarOf({ origin: config.origin, lang, name: event.title[lang], events: [event] });
  const headers = {
    'content-type': 'text/calendar; charset=utf-8',
    'content-disposition': `attachment; filename="event-${event.id}.ics"`,
  };
  return new Response(body, { headers });
};
