import { toPublicProfile } from '#profiles/public.ts';
import { publicProfile } from '#profiles/read.server.ts';
import { toPublicZoneInFull } from '#zones/public.ts';
import { zoneView } from '#zones/read.server.ts';
import { reading } from '../../answer.ts';
import { endpoints } from '../../endpoints.ts';

export const { GET, OPTIONS, fallback } = reading(endpoints.zone, async ({ locals, params }) => {
  const { db } = locals.database;
  const zone = await zoneView(db, params['code'] ?? '');
  if (!zone) return undefined;
  const profile = toPublicProfile(await publicProfile(db, zone.code));
  locals.shows.add(`zone:${zone.code}`);
  return { data: { ...toPublicZoneInFull(zone, `${locals.config.origin}/zh`), ...profile } };
});
