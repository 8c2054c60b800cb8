import { apiWords as words } from '#language/words/api.ts';
import { cursorFits } from '#zones/directory.ts';
import { toPublicZone } from '#zones/public.ts';
import { listZones } from '#zones/read-directory.server.ts';
import { nextAddress, reading, trouble } from '../answer.ts';
import { endpoints } from '../endpoints.ts';

export const { GET, OPTIONS, fallback } = reading(endpoints.zones, async (event, query) => {
  const { sort, after, limit, ...filter } = query;
  const { config, database, shows } = event.locals;
  if (!cursorFits({ sort, after })) {
    return trouble(event, { status: 400, problems: [{ field: 'after', says: words.wrongPlace('after') }] });
  }
  const page = await listZones(database.db, { filter, sort, after, limit });
  shows.add('zone');
  const home = `${config.origin}/zh`;
  return { data: page.zones.map((zone) => toPublicZone(zone, home)), next: nextAddress(event, page.after) };
});
