import { toPublicInFull } from '#organisations/public.ts';
import { publicOrganisation } from '#organisations/read-public.server.ts';
import { reading } from '../../answer.ts';
import { endpoints } from '../../endpoints.ts';

export const { GET, OPTIONS, fallback } = reading(endpoints.organisation, async ({ locals, params }) => {
  const id = params['id'] ?? '';
  if (!/^\d{1,15}$/.test(id)) return undefined;
  const one = await publicOrganisation(locals.database.db, Number(id));
  if (!one) return undefined;
  locals.shows.add(`organisation:${id}`).add('zone').add('place');
  return { data: toPublicInFull(one, `${locals.config.origin}/zh`) };
});
