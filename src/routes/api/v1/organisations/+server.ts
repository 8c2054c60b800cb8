import { toPublicListed } from '#organisations/public.ts';
import { listOrganisations } from '#organisations/read-directory.server.ts';
import { nextAddress, reading } from '../answer.ts';
import { endpoints } from '../endpoints.ts';

export const { GET, OPTIONS, fallback } = reading(endpoints.organisations, async (event, query) => {
  const { sort, after, limit, ...filter } = query;
  const { config, database, shows } = event.locals;
  const page = await listOrganisations(database.db, { filter, sort, after, limit });
  shows.add('organisation');
  const home = `${config.origin}/zh`;
  return { data: page.organisations.map((one) => toPublicListed(one, home)), next: nextAddress(event, page.after) };
});
