import { error } from '@sveltejs/kit';
import { placeWords as words } from '#language/words/places.ts';
import { placeByCode, placesByCode, placesWithin } from '#places/read.server.ts';
import { countByPart, countByType, dotsOf, zonesIn } from '#zones/read-place.server.ts';
import type { PageServerLoad } from './$types';

/** More zones than this are a list of their own: the directory. */
const mostZones = 60;

export const load: PageServerLoad = async ({ locals, params }) => {
  const { db } = locals.database;
  const place = await placeByCode(db, params.code);
  if (!place) error(404, words.noPlace[locals.lang]);
  const [above, parts, counts, types, zones, dots] = await Promise.all([
    placesByCode(db, [place.provinceCode, place.cityCode ?? '']),
    placesWithin(db, place),
    countByPart(db, place),
    countByType(db, place),
    zonesIn(db, place, mostZones),
    dotsOf(db, place),
  ]);
  locals.shows.add('zone').add('place');
  return locals.drawn({ place, above, parts, counts, types, zones, dots });
};
