import type { RequestEvent } from '@sveltejs/kit';
import type { Entered, Caller } from '#accounts/sign-in.server.ts';
import {
  challengeCookieName,
  deviceCookieName,
  deviceCookieSeconds,
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

/** Only a page of this site's own desk, or an invitation, without a way up out of it: nobody is sent elsewhere by a link to the sign-in. */
export function wayBack(url: URL, lang: string): string {
  const next = url.searchParams.get('next') ?? '';
  const isOurs = /^\/(zh|en)\/(desk|invitation)(?![^/?])(?!.*(\/|%2f)(\/|%2f|\.|%2e))[\w/?=&%.~-]*$/i.test(next);
  return isOurs ? next : `/${lang}/desk`;
}
