import { fail } from '@sveltejs/kit';
import { addedDays } from '#calendar/read.server.ts';
import { isKnown, yearOf, yearsToShow } from '#calendar/year.ts';
import { forgetDay, setDays } from '#calendar/write.server.ts';
import { dateOf } from '#language/dates.ts';
import { calendarWords as words } from '#language/words/calendar.ts';
import type { Actions, PageServerLoad } from './$types';
import { typedIn } from '../../articles/[id=number]/work.server.ts';

export const load: PageServerLoad = async ({ locals, url }) => {
  const added = await locals.database.inTransaction(locals.actor, (tx) => addedDays(tx));
  const today = dateOf(locals.now());
  const years = yearsToShow(today, added);
  const asked = Number(url.searchParams.get('year'));
  const year = years.find((one) => one === asked) ?? Number(today.slice(0, 4));
  const unknown = [Number(today.slice(0, 4)), Number(today.slice(0, 4)) + 1].filter((one) => !isKnown(one, added));
  return { today, years, year, unknown, months: yearOf(year, added), added };
};

export const actions: Actions = {
  set: async ({ request, locals: { actor, database } }) => {
    const typed = await typedIn(request);
    const { from = '', to = '', kind, name = '' } = typed;
    const input = { from, to: to === '' ? from : to, isWorked: kind === 'worked', name };
    const outcome = await database.allOrNothing(actor, (tx) => setDays(tx, actor, input));
    return outcome.ok ? { said: words.saved(outcome.value) } : fail(422, { problems: outcome.problems, typed });
  },
  forget: async ({ request, locals: { actor, database } }) => {
    const { day = '' } = await typedIn(request);
    const outcome = await database.allOrNothing(actor, (tx) => forgetDay(tx, actor, day));
    return outcome.ok ? { said: words.forgotten } : fail(422, { problems: outcome.problems, typed: {} });
  },
};
