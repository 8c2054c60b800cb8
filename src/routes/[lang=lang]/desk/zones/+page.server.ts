import { redirect } from '@sveltejs/kit';
import { zonesSeen } from '#profiles/profile.ts';
import { deskZones } from '#profiles/read-zone-list.server.ts';
import { zoneRow } from '#profiles/zone-list.ts';
import type { PageServerLoad } from './$types';
import { listFor } from './list.server.ts';

export const load: PageServerLoad = async ({ locals: { actor, database, lang }, url }) => {
  const own = zonesSeen(actor);
  // Whoever has one zone means that one.
  if (own?.length === 1) redirect(303, `/${lang}/desk/zones/${own[0] ?? ''}`);
  return database.inTransaction(actor, async (tx) => {
    const { list, asked } = await listFor(tx, url.searchParams);
    const { zones, next, total } = await deskZones(tx, actor, asked);
    return { list, asked, page: { rows: zones.map((zone) => zoneRow(zone, lang)), total, ...(next && { next }) } };
  });
};
