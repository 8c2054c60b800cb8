import { json, type RequestEvent } from '@sveltejs/kit';
import { challengeSeconds, type PasskeyQuestion } from '#accounts/passkey-challenge.server.ts';
import type { Entered, Caller } from '#accounts/sign-in.server.ts';
import {
  challengeCookieName,
  deviceCookieName,
  deviceCookieSeconds,
  passkeyCookieName,
  sessionCookieName,
  sessionCookieOptions,
} from '#platform/session-cookie.ts';

/** Who asks, as the sign-in looks at it. */
export function callerOf({ request, cookies, url, locals, getClientAddress }: RequestEvent): Caller {
  return {
    address: getClientAddress(),
    browser: (request.headers.get('user-agent') ?? '').slice(0, 300),
    device: cookies.get(deviceCookieName(url.origin)),
    now: locals.now(),
  };
}

/** Tells the browser its session, and by what it will be known again. */
export function letIn({ cookies, url: { origin } }: RequestEvent, { token, device }: Omit<Entered, 'step'>): void {
  const options = sessionCookieOptions(origin);
  cookies.set(sessionCookieName(origin), token, options);
  cookies.set(deviceCookieName(origin), device, { ...options, maxAge: deviceCookieSeconds });
  cookies.delete(challengeCookieName(origin), options);
}

/** The question stays with the browser it was asked in. */
export function askHere({ cookies, url: { origin } }: RequestEvent, question: PasskeyQuestion): Response {
  cookies.set(passkeyCookieName(origin), question.token, {
    ...sessionCookieOptions(origin),
    sameSite: 'strict',
    maxAge: challengeSeconds,
  });
  return json({ ok: true, options: question.options }, noStore);
}

/** Which question is answered here; undefined when none was asked. */
export function askedHere({ cookies, url: { origin } }: RequestEvent): string | undefined {
  const token = cookies.get(passkeyCookieName(origin))?.slice(0, 100);
  cookies.delete(passkeyCookieName(origin), sessionCookieOptions(origin));
  return token;
}

/** What a script sent; a form of another site cannot send JSON to here: the browser would ask first. */
export async function sentJson({ request }: RequestEvent): Promise<unknown> {
  if (!request.headers.get('content-type')?.startsWith('application/json')) return undefined;
  return request.json().catch(() => undefined);
}

export const noStore = { headers: { 'cache-control': 'no-store' } };

/** Only a page of this site's own desk, or an invitation, without a way up out of it: nobody is sent elsewhere by a link to the sign-in. */
export function wayBack(url: URL, lang: string): string {
  const next = url.searchParams.get('next') ?? '';
  const isOurs = /^\/(zh|en)\/(desk|invitation)(?![^/?])(?!.*(\/|%2f)(\/|%2f|\.|%2e))[\w/?=&%.~-]*$/i.test(next);
  return isOurs ? next : `/${lang}/desk`;
}
