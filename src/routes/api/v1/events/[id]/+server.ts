import { toPublicEvent } from '#events/public.ts';
import { eventById } from '#events/read.server.ts';
import { reading } from '../../answer.ts';
import { endpoints } from '../../endpoints.ts';

export const { GET, OPTIONS, fallback } = reading(endpoints.event, async ({ locals, params }) => {
  const id = params['id'] ?? '';
  if (!/^[1-9]\d{0,14}$/.test(id)) return undefined;
  const event = await eventById(locals.database.db, Number(id));
  if (!event) return undefined;
  locals.shows.add(`event:${id}`).add('organisation');
  return { data: toPublicEvent(event, locals.config.origin) };
});
