import { fail, type RequestEvent } from '@sveltejs/kit';
import {
  beginSecondFactor,
  confirmSecondFactor,
  removeSecondFactor,
  renewRecoveryCodes,
} from '#accounts/second-factor.server.ts';
import { ownAccount } from '#accounts/read-own-account.server.ts';
import { sessionCookieName, sessionCookieOptions } from '#platform/session-cookie.ts';
import { qrSvg } from '#ui/qr.ts';
import { callerOf } from '../../../../caller.server.ts';
import { selfOf } from '../self.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { actor, database, now, signedIn } }) => {
  const account = await database.inTransaction(actor, (tx) => ownAccount(tx, actor.accountId ?? 0, now()));
  const { hasPassword, hasApp, recoveryCodesLeft } = account;
  return { hasPassword, hasApp, recoveryCodesLeft, isDue: signedIn?.duty === 'second-factor' };
};

async function typedIn({ request }: RequestEvent, name: 'password' | 'code'): Promise<string | undefined> {
  const value = (await request.formData()).get(name);
  return typeof value === 'string' ? value.slice(0, 257) : undefined;
}

function goOnAs({ cookies, url }: RequestEvent, token: string): void {
  cookies.set(sessionCookieName(url.origin), token, sessionCookieOptions(url.origin));
}

export const actions: Actions = {
  async begin(event) {
    const asked = { self: selfOf(event), password: await typedIn(event, 'password') };
    const outcome = await beginSecondFactor(event.locals.gate, asked, callerOf(event));
    if (!outcome.ok) return fail(422, { step: 'begin' as const, problems: outcome.problems });
    const { uri, codes } = outcome.value;
    const secret = new URL(uri).searchParams.get('secret') ?? '';
    return { step: 'scan' as const, qr: qrSvg(uri), secret, codes };
  },

  async confirm(event) {
    const asked = { self: selfOf(event), typed: (await typedIn(event, 'code')) ?? '' };
    const outcome = await confirmSecondFactor(event.locals.gate, asked, callerOf(event));
    if (!outcome.ok) return fail(422, { step: 'confirm' as const, problems: outcome.problems });
    goOnAs(event, outcome.value);
    return { step: 'on' as const };
  },

  async renew(event) {
    const asked = { self: selfOf(event), password: await typedIn(event, 'password') };
    const outcome = await renewRecoveryCodes(event.locals.gate, asked, callerOf(event));
    if (!outcome.ok) return fail(422, { step: 'renew' as const, problems: outcome.problems });
    return { step: 'renewed' as const, codes: outcome.value };
  },

  async remove(event) {
    const asked = { self: selfOf(event), password: await typedIn(event, 'password') };
    const outcome = await removeSecondFactor(event.locals.gate, asked, callerOf(event));
    if (!outcome.ok) return fail(422, { step: 'remove' as const, problems: outcome.problems });
    goOnAs(event, outcome.value);
    return { step: 'off' as const };
  },
};
