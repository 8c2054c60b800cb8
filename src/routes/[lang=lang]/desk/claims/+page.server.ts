import { fail } from '@sveltejs/kit';
import { claimWords as words } from '#language/words/claims.ts';
import { acceptForm, claimStates, declineForm } from '#organisations/claim.ts';
import { claimsFor } from '#organisations/read-claims.server.ts';
import { acceptClaim, declineClaim } from '#organisations/write-claim-answers.server.ts';
import { numberAsked } from '../../../number-asked.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { actor, database }, url }) => {
  const state = claimStates.find((one) => one === url.searchParams.get('state')) ?? 'open';
  const after = numberAsked(url, 'after');
  const page = await database.inTransaction(actor, (tx) => claimsFor(tx, actor, { state, after }));
  return { ...page, state };
};

export const actions: Actions = {
  accept: async ({ request, locals: { actor, database, gate, now } }) => {
    const form = acceptForm.safeParse(Object.fromEntries(await request.formData()));
    if (!form.success) return fail(400, { problems: [{ says: words.notUnderstood }] });
    const { id } = form.data;
    const sender = { origin: gate.origin, siteName: gate.siteName, now: now() };
    const outcome = await database.allOrNothing(actor, (tx) => acceptClaim(tx, actor, { id, sender }));
    if (!outcome.ok) return fail(422, { id, problems: outcome.problems });
    return { accepted: true, link: outcome.value.link };
  },
  decline: async ({ request, locals: { actor, database } }) => {
    const typed = Object.fromEntries(await request.formData());
    const form = declineForm.safeParse(typed);
    if (!form.success) {
      const says = words.wrong['reason'] ?? words.notUnderstood;
      return fail(400, { id: Number(typed['id']) || 0, problems: [{ field: 'reason', says }] });
    }
    const outcome = await database.allOrNothing(actor, (tx) => declineClaim(tx, actor, form.data));
    return outcome.ok ? { declined: true } : fail(422, { id: form.data.id, problems: outcome.problems });
  },
};
