import { toPublicPlace } from '#places/public.ts';
import { placeByCode } from '#places/read.server.ts';
import { reading } from '../../answer.ts';
import { endpoints } from '../../endpoints.ts';

export const { GET, OPTIONS, fallback } = reading(endpoints.place, async ({ locals, params }) => {
  const place = await placeByCode(locals.database.db, params['code'] ?? '');
  if (!place) return undefined;
  locals.shows.add(`place:${place.code}`);
  return { data: toPublicPlace(place, `${locals.config.origin}/zh`) };
});
