import { fail, redirect } from '@sveltejs/kit';
import { newAccountSchema, problemsOf } from '#accounts/account.ts';
import { isVisitor, theSystem } from '#accounts/actor.ts';
import { passwordProblems } from '#accounts/password.server.ts';
import { checkInvitation } from '#accounts/read-invitation.server.ts';
import { makeAndEnter } from '#accounts/setup.server.ts';
import { acceptInvitation } from '#accounts/write-invitation.server.ts';
import { callerOf, letIn } from '../../../../caller.server.ts';
import type { Actions, PageServerLoad } from './$types';

const newcomer = newAccountSchema.omit({ email: true });

export const load: PageServerLoad = async ({ locals, params, setHeaders }) => {
  // No address is told to another site; to this one it is, or the browser would send its form without an origin.
  setHeaders({ 'referrer-policy': 'same-origin', 'cache-control': 'no-store' });
  const checked = await invitationOf(locals, params.token);
  const { shortest, classes } = locals.gate.profile;
  const found = checked.ok ? { ...checked.value, memberships: undefined } : undefined;
  const refusal = checked.ok ? undefined : checked.problems[0]?.says;
  return locals.drawn({ invitation: found, refusal, rules: { shortest, classes }, isIn: !isVisitor(locals.actor) });
};

function invitationOf({ database, now }: App.Locals, token: string) {
  return database.inTransaction(theSystem, (tx) => checkInvitation(tx, token, now()));
}

export const actions: Actions = {
  /** Somebody new: chooses name and password, and is in. */
  async create(event) {
    const { request, locals, params } = event;
    const form = Object.fromEntries(await request.formData());
    const typed = { name: String(form['name'] ?? '') };
    const input = newcomer.safeParse(form);
    if (!input.success) return fail(400, { typed, problems: problemsOf(input.error) });
    const checked = await invitationOf(locals, params.token);
    if (!checked.ok) return fail(400, { typed, problems: checked.problems });
    const { gate } = locals;
    const around = { name: input.data.name, email: checked.value.email, siteNames: Object.values(gate.siteName) };
    const problems = passwordProblems(input.data.password, gate.profile, around);
    if (problems.length > 0) return fail(400, { typed, problems });
    const caller = callerOf(event);
    const acceptance = { token: params.token, account: input.data, now: caller.now };
    const outcome = await makeAndEnter(gate, caller, (tx) => acceptInvitation(tx, locals.actor, acceptance));
    if (!outcome.ok) return fail(400, { typed, problems: outcome.problems });
    letIn(event, outcome.value);
    redirect(303, `/${locals.lang}/desk`);
  },

  /** Somebody with an account, signed in with it: gets the roles. */
  async join({ locals, params }) {
    const { database, actor, now, lang } = locals;
    const outcome = await database.allOrNothing(theSystem, (tx) =>
      acceptInvitation(tx, actor, { token: params.token, now: now() }),
    );
    if (!outcome.ok) return fail(400, { typed: { name: '' }, problems: outcome.problems });
    redirect(303, `/${lang}/desk`);
  },
};
