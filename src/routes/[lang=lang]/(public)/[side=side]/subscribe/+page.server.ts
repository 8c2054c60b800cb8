import { fail } from '@sveltejs/kit';
import { namesOf } from '#listings/read-subscriptions.server.ts';
import { queryOf } from '#listings/subscription.ts';
import { askToSubscribe, readWish } from '#listings/write-subscriptions.server.ts';
import { callerOf } from '../../../../caller.server.ts';
import { askedOf } from '../asked.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const query = askedOf(locals, params.side, url);
  const [about] = await namesOf(locals.database.db, [{ side: params.side, query: queryOf(query.filter) }]);
  locals.shows.add('zone').add('place');
  return locals.drawn({ asked: { ...query, after: undefined }, about });
};

export const actions: Actions = {
  default: async (event) => {
    const { locals, params, request, url } = event;
    const { filter } = askedOf(locals, params.side, url);
    const fields = Object.fromEntries(await request.formData());
    const typed = {
      email: String(fields['email'] ?? ''),
      lang: String(fields['lang'] ?? ''),
      rhythm: String(fields['rhythm'] ?? ''),
    };
    const wish = readWish({ ...fields, side: params.side, query: queryOf(filter) });
    if (!wish.ok) return fail(400, { typed, problems: wish.problems });
    const outcome = await askToSubscribe(locals.gate, wish.value, callerOf(event));
    return outcome.ok ? { sent: true } : fail(429, { typed, problems: outcome.problems });
  },
};
