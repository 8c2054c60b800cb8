import { contentSecurityPolicyHeader } from './content-security-policy.ts';

/** On every answer of whatever status, unless the answer brings a header of that name itself. */
const always: readonly (readonly [name: string, value: string])[] = [
  ['content-security-policy', contentSecurityPolicyHeader],
  ['x-content-type-options', 'nosniff'],
  ['referrer-policy', 'strict-origin-when-cross-origin'],
  ['cross-origin-opener-policy', 'same-origin'],
  ['cross-origin-resource-policy', 'same-origin'],
  ['cross-origin-embedder-policy', 'require-corp'],
  ['permissions-policy', 'geolocation=(), camera=(), microphone=(), payment=(), usb=()'],
  ['x-xss-protection', '0'],
];

/** Two years; only where the operator says that the site is reached by https. */
const strictTransport = ['strict-transport-security', 'max-age=63072000; includeSubDomains'] as const;

export type Headers = readonly (readonly [name: string, value: string])[];

export function securityHeaders(origin: string): Headers {
  return origin.startsWith('https:') ? [...always, strictTransport] : always;
}

/** `own` with those of `more` that it does not have. */
export function withHeaders(own: Headers, more: Headers): Headers {
  const names = new Set(own.map(([name]) => name));
  return [...own, ...more.filter(([name]) => !names.has(name))];
}

/** The application says `text/html` alone; which letters the bytes mean must not be left to a guess. */
export function withCharset([name, value]: readonly [string, string]): [string, string] {
  return name === 'content-type' && value === 'text/html' ? [name, 'text/html; charset=utf-8'] : [name, value];
}
