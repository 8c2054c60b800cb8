import { eq } from 'drizzle-orm';
import { stateCookieName } from '#platform/session-cookie.ts';
import type { Lang } from '#language/lang.ts';
import { identityCallback } from './better-auth.server.ts';
import type { Gate } from './gate.server.ts';
import { cookieIn, enter, headersOf, type Caller, type Entered } from './sign-in.server.ts';
import { sessionTokenIn } from './second-factor.server.ts';
import { sessions } from './tables.server.ts';

export interface Departure {
  /** Page of the identity service. */
  readonly to: string;
  /** What the browser keeps until it comes back. */
  readonly state: string;
}

/** Where the browser goes to sign in at the identity service; undefined when that cannot be reached. */
export async function leaveForIdentity(gate: Gate, lang: Lang, caller: Caller): Promise<Departure | undefined> {
  const body = {
    provider: 'identity',
    callbackURL: `${gate.origin}/${lang}/desk`,
    errorCallbackURL: `${gate.origin}/${lang}/sign-in`,
    disableRedirect: true,
  };
  const answer = await gate.auth.api
    .signInSocial({ body, headers: headersOf(caller), returnHeaders: true })
    .catch(() => undefined);
  const state = answer && cookieIn(answer.headers, stateCookieName(gate.origin));
  const to = answer?.response.url;
  return to && state ? { to, state } : undefined;
}

export interface Arrival {
  /** The query the identity service sent the browser back with. */
  readonly search: string;
  readonly state: string;
}

/** Signs in who comes back, if the verified address is that of an account. */
export async function arriveFromIdentity(
  gate: Gate,
  { search, state }: Arrival,
  caller: Caller,
): Promise<{ entered: Entered | undefined; lang: Lang }> {
  const cookie = `${stateCookieName(gate.origin)}=${state}`;
  const request = new Request(gate.origin + identityCallback + search, { headers: headersOf(caller, { cookie }) });
  const response = await gate.auth.handler(request);
  const lang = (response.headers.get('location') ?? '').startsWith(`${gate.origin}/en/`) ? 'en' : 'zh';
  const token = sessionTokenIn(response.headers);
  if (!token) return { entered: undefined, lang };
  const [session] = await gate.database.db
    .update(sessions)
    .set({ method: 'identity' })
    .where(eq(sessions.token, token))
    .returning({ accountId: sessions.accountId });
  if (!session) return { entered: undefined, lang };
  return { entered: await enter(gate, { ...session, token, method: 'identity' }, caller), lang };
}
