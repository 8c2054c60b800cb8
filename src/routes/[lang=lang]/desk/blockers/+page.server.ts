import { organisationsOf } from '#accounts/actor.ts';
import { blockerStates, canSpeakFor } from '#slips/blocker.ts';
import { blockersFor } from '#slips/read-blockers.server.ts';
import { numberIn } from '../slips/form.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { actor, database }, url }) => {
  const state = blockerStates.find((one) => one === url.searchParams.get('state'));
  const after = numberIn(url.searchParams.get('after') ?? '') ?? undefined;
  const found = await database.inTransaction(actor, (tx) => blockersFor(tx, actor, { state, after }));
  return { ...found, state, mayFile: organisationsOf(actor).some((id) => canSpeakFor(actor, id)) };
};
