import { toPublicPlace } from '#places/public.ts';
import { listPlaces } from '#places/read.server.ts';
import { nextAddress, reading } from '../answer.ts';
import { endpoints } from '../endpoints.ts';

export const { GET, OPTIONS, fallback } = reading(endpoints.places, async (event, query) => {
  const { config, database, shows } = event.locals;
  const page = await listPlaces(database.db, query);
  shows.add('place');
  const home = `${config.origin}/zh`;
  return { data: page.places.map((place) => toPublicPlace(place, home)), next: nextAddress(event, page.after) };
});
