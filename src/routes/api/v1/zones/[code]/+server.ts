import { toPublicZoneInFull } from '#zones/public.ts';
import { zoneView } from '#zones/read.server.ts';
import { reading } from '../../answer.ts';
import { endpoints } from '../../endpoints.ts';

export const { GET, OPTIONS, fallback } = reading(endpoints.zone, async ({ locals, params }) => {
  const zone = await zoneView(locals.database.db, params['code'] ?? '');
  if (!zone) return undefined;
  locals.shows.add(`zone:${zone.code}`);
  return { data: toPublicZoneInFull(zone, `${locals.config.origin}/zh`) };
});
