import { fail } from '@sveltejs/kit';
import { emailSchema } from '#accounts/account.ts';
import { askForReset } from '#accounts/recovery.server.ts';
import { accountWords } from '#language/words/accounts.ts';
import { callerOf } from '../../../caller.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals }) => locals.drawn({});

export const actions: Actions = {
  async default(event) {
    const typed = (await event.request.formData()).get('email');
    const email = emailSchema.safeParse(typed);
    if (!email.success) {
      return fail(400, { typed: String(typed ?? ''), problems: [{ field: 'email', says: accountWords.emailWrong }] });
    }
    const outcome = await askForReset(event.locals.gate, email.data, callerOf(event));
    return outcome.ok ? { sent: true } : fail(429, { typed: email.data, problems: outcome.problems });
  },
};
