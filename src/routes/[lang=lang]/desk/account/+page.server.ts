import { fail } from '@sveltejs/kit';
import { emailSchema, problemsOf } from '#accounts/account.ts';
import { browserInWords } from '#accounts/browser.ts';
import { ownAccount } from '#accounts/read-own-account.server.ts';
import { passkeyNameSchema } from '#accounts/passkey.ts';
import { askForEmailChange } from '#accounts/write-email-change.server.ts';
import {
  endOtherSessions,
  endOwnSession,
  ownProfileSchema,
  proveSelf,
  saveOwnProfile,
} from '#accounts/write-own-account.server.ts';
import { removePasskey, renamePasskey } from '#accounts/write-passkey.server.ts';
import { accountWords } from '#language/words/accounts.ts';
import { ownAccountWords as words } from '#language/words/own-account.ts';
import { passkeyWords } from '#language/words/passkeys.ts';
import type { Outcome } from '#platform/outcome.ts';
import { callerOf } from '../../../caller.server.ts';
import { selfOf } from './self.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, request, url }) => {
  const { actor, database, now, signedIn } = locals;
  const account = await database.inTransaction(actor, (tx) => ownAccount(tx, actor.accountId ?? 0, now()));
  const sessions = account.sessions.map(({ browser, ...session }) => ({
    ...session,
    browser: browserInWords(browser),
    isThis: session.id === signedIn?.session,
  }));
  return {
    account: { ...account, sessions },
    isProven: signedIn?.isProven ?? false,
    thisDevice: browserInWords(request.headers.get('user-agent') ?? ''),
    passkeyAdded: url.searchParams.get('passkey') === 'added',
  };
};

export const actions: Actions = {
  async profile({ request, locals: { database, actor } }) {
    const input = ownProfileSchema.safeParse(Object.fromEntries(await request.formData()));
    if (!input.success) return fail(400, { part: 'profile', problems: problemsOf(input.error) });
    return answer('profile', await database.allOrNothing(actor, (tx) => saveOwnProfile(tx, actor, input.data)));
  },

  async prove(event) {
    const password = String((await event.request.formData()).get('password') ?? '').slice(0, 257);
    const proof = { self: selfOf(event), password };
    return answer('prove', await proveSelf(event.locals.gate, proof, callerOf(event)));
  },

  async email({ request, locals: { database, actor, gate, now, signedIn } }) {
    const email = emailSchema.safeParse((await request.formData()).get('email'));
    const part = 'email';
    if (!email.success) return fail(400, { part, problems: [{ field: 'email', says: accountWords.emailWrong }] });
    if (!signedIn?.isProven) return fail(403, { part: 'prove', problems: [{ says: words.proveTitle }] });
    const asked = { gate, email: email.data, now: now() };
    return answer(part, await database.allOrNothing(actor, (tx) => askForEmailChange(tx, actor, asked)));
  },

  async renamePasskey({ request, locals: { database, actor } }) {
    const form = await request.formData();
    const name = passkeyNameSchema.safeParse(form.get('name'));
    const part = 'passkeys';
    if (!name.success) return fail(400, { part, problems: [{ says: passkeyWords.nameWrong }] });
    const asked = { id: idIn(form, 'passkey'), name: name.data };
    return answer(part, await database.allOrNothing(actor, (tx) => renamePasskey(tx, actor, asked)));
  },

  async removePasskey({ request, locals: { database, actor, gate, signedIn } }) {
    const owner = { actor, isProven: signedIn?.isProven ?? false };
    const asked = { id: idIn(await request.formData(), 'passkey'), gate };
    return answer('passkeys', await database.allOrNothing(actor, (tx) => removePasskey(tx, owner, asked)));
  },

  async end({ request, locals: { database, actor } }) {
    const session = Number((await request.formData()).get('session'));
    if (!Number.isSafeInteger(session)) return fail(400, { part: 'sessions', problems: [{ says: words.formWrong }] });
    return answer('sessions', await database.allOrNothing(actor, (tx) => endOwnSession(tx, actor, session)));
  },

  async endOthers({ locals: { database, actor, signedIn } }) {
    const kept = signedIn?.session ?? 0;
    return answer('sessions', await database.allOrNothing(actor, (tx) => endOtherSessions(tx, actor, kept)));
  },
};

/** Zero, which nothing is called, for whatever is no number. */
function idIn(form: FormData, field: string): number {
  const id = Number(form.get(field));
  return Number.isSafeInteger(id) ? id : 0;
}

function answer(part: 'profile' | 'prove' | 'email' | 'passkeys' | 'sessions', outcome: Outcome<unknown>) {
  return outcome.ok ? { part, done: true } : fail(422, { part, problems: outcome.problems });
}
