/** Browsers take a `__Host-` cookie only from https; on plain http, on the own machine, it has a name of its own. */
export function sessionCookieName(origin: string): string {
  return origin.startsWith('https:') ? '__Host-yuanlian' : 'yuanlian-session';
}

/**
 * Whether a request belongs to someone signed in, or half so, as far as its cookies say: such requests are never answered
 * from the page cache.
 */
export function hasSessionCookie(cookies: string | undefined): boolean {
  return cookies !== undefined && /(?:__Host-yuanlian|yuanlian-session)(?:-code)?=/.test(cookies);
}

/** Between password and code; it opens nothing by itself. */
export function challengeCookieName(origin: string): string {
  return `${sessionCookieName(origin)}-code`;
}

/** Between being asked for a passkey and showing it; it opens nothing by itself. */
export function passkeyCookieName(origin: string): string {
  return `${sessionCookieName(origin)}-passkey`;
}

/** Ties the way to the identity service and back to one browser. */
export function stateCookieName(origin: string): string {
  return `${sessionCookieName(origin)}-state`;
}

/** By which a browser is known again after its session has ended. */
export function deviceCookieName(origin: string): string {
  return `${sessionCookieName(origin)}-device`;
}

export const deviceCookieSeconds = 400 * 24 * 60 * 60;

/** How the cookie is set, and with which it must be deleted. */
export function sessionCookieOptions(origin: string) {
  return { path: '/', httpOnly: true, sameSite: 'lax', secure: origin.startsWith('https:') } as const;
}
