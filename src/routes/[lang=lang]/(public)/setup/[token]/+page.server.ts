import { fail, redirect } from '@sveltejs/kit';
import { newAccountSchema, problemsOf } from '#accounts/account.ts';
import { checkLink } from '#accounts/operator-link.server.ts';
import { passwordProblems } from '#accounts/password.server.ts';
import { makeAndEnter } from '#accounts/setup.server.ts';
import { setUpOperator } from '#accounts/write.server.ts';
import { callerOf, letIn } from '../../../../caller.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, setHeaders }) => {
  // The address is a secret: it goes to nobody, not even to this site's own next page.
  setHeaders({ 'referrer-policy': 'same-origin' });
  const link = await checkLink(locals.gate.database.db, params.token, locals.now());
  const { shortest, classes } = locals.gate.profile;
  return locals.drawn({ refusal: link.ok ? undefined : link.problems[0]?.says, rules: { shortest, classes } });
};

export const actions: Actions = {
  async default(event) {
    const { request, locals, params } = event;
    const form = Object.fromEntries(await request.formData());
    const typed = { name: String(form['name'] ?? ''), email: String(form['email'] ?? '') };
    const input = newAccountSchema.safeParse(form);
    if (!input.success) return fail(400, { typed, problems: problemsOf(input.error) });
    const { gate } = locals;
    const around = { ...input.data, siteNames: Object.values(gate.siteName) };
    const problems = passwordProblems(input.data.password, gate.profile, around);
    if (problems.length > 0) return fail(400, { typed, problems });
    const caller = callerOf(event);
    const outcome = await makeAndEnter(gate, caller, (tx) =>
      setUpOperator(tx, { token: params.token, account: input.data }, caller.now),
    );
    if (!outcome.ok) return fail(400, { typed, problems: outcome.problems });
    letIn(event, outcome.value);
    redirect(303, `/${locals.lang}/desk`);
  },
};
