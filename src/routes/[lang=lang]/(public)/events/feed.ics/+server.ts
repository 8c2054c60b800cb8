import { calendarOf } from '#events/ics.ts';
import { eventWords as words } from '#language/words/events.ts';
import { feedOf } from '../feed.server.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async (event) => {
  const feed = await feedOf(event);
  const name = `${words.events[feed.lang]} · ${feed.siteName}`;
  return new Response(calendarOf({ ...feed, name }), { headers: { 'content-type': 'text/calendar; charset=utf-8' } });
};
