import { isVisitor } from '#accounts/actor.ts';
import { claimOfNew, sendClaim } from '../claim-form.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals }) =>
  // It is about who asks, so it is kept for nobody else.
  locals.drawn({ asker: isVisitor(locals.actor) ? undefined : locals.actor.name });

export const actions: Actions = {
  default: (event) => sendClaim(event, claimOfNew(event.locals)),
};
