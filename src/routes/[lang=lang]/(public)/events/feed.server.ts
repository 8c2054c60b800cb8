import { error, type RequestEvent } from '@sveltejs/kit';
import { eventListAddress, parseEventQuery } from '#events/list.ts';
import { listEvents } from '#events/read-list.server.ts';

/** A calendar that leaves out the furthest is of more use than none. */
const mostInFeed = 500;

/** The coming events that a feed tells of; the address carries the same filters as the list's page. */
export async function feedOf({ locals, url }: RequestEvent) {
  const query = parseEventQuery(url.searchParams);
  if (!query.ok) error(400, query.problems.map((problem) => problem.says[locals.lang]).join(' '));
  const { lang, config, site, database } = locals;
  const filter = { ...query.value, after: undefined };
  const { cards } = await listEvents(database.db, { ...filter, now: locals.now(), limit: mostInFeed });
  locals.shows.add('event-list');
  return {
    ...{ lang, origin: config.origin, siteName: site.name[lang], events: cards },
    path: eventListAddress(`/${lang}/events`, filter, {}),
    selfPath: eventListAddress(url.pathname, filter, {}),
  };
}
