import { theSystem } from '#accounts/actor.ts';
import { publicMatchesOf } from '#connections/read-public.server.ts';
import { publicListing } from '#listings/read-public.server.ts';
import { reading } from '../../../answer.ts';
import { endpoints } from '../../../endpoints.ts';

export const { GET, OPTIONS, fallback } = reading(endpoints.matches, async ({ locals, params }, { lang }) => {
  const { config, database, shows } = locals;
  const asked = params['id'] ?? '';
  if (!/^[1-9]\d{0,14}$/.test(asked)) return undefined;
  const need = Number(asked);
  shows.add(`listing:${asked}`).add('listing-list').add('organisation');
  if (!(await publicListing(database.db, lang, { side: 'need', id: need }))) return undefined;
  const { origin } = config;
  const data = await database.inTransaction(theSystem, (tx) => publicMatchesOf(tx, { need, lang, origin }));
  return { data };
});
