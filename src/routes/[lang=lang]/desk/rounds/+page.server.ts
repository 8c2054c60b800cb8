import { isOperator } from '#accounts/actor.ts';
import { dateOf } from '#language/dates.ts';
import { roundsOf } from '#rounds/read.server.ts';
import { canKeepRounds } from '#rounds/round.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { actor, database, now }, url }) => {
  const page = await database.inTransaction(actor, (tx) => roundsOf(tx, actor, url.searchParams.get('after')));
  const mayAsk = isOperator(actor) || actor.memberships.some(({ zone }) => zone && canKeepRounds(actor, zone));
  return { page, mayAsk: mayAsk && !actor.viewedBy, today: dateOf(now()) };
};
