/** What of a request is looked at before anything is done for it. */
export interface Arrival {
  readonly method: string;
  readonly url: string;
  readonly host: string | undefined;
  readonly contentLength: number;
}

export interface DoorRules {
  /** The only host that is answered, when the operator named the origin. */
  readonly host: string | undefined;
  /** Bytes that may be sent to this address. */
  readonly largestBody: (url: string) => number;
}

/** Let in, sent elsewhere on this site, or turned away with a status. */
export type Verdict = { readonly enter: true } | { readonly to: string } | { readonly status: number };

const longestUrl = 8_192;
const methods = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']);
const enter = { enter: true } as const;

type Check = (arrival: Arrival, rules: DoorRules) => Verdict | undefined;

/** In this order; the first that has something to say decides. */
const checks: readonly Check[] = [
  ({ method }) => (methods.has(method) ? undefined : { status: 405 }),
  ({ url }) => (url.length > longestUrl ? { status: 414 } : undefined),
  ({ host }, rules) => hostVerdict(host, rules.host),
  ({ url }) => (isWellFormed(url) ? undefined : { status: 400 }),
  ({ url, contentLength }, rules) => (contentLength > rules.largestBody(url) ? { status: 413 } : undefined),
  ({ method, url }) => slashVerdict(method, url),
];

export function judge(arrival: Arrival, rules: DoorRules): Verdict {
  for (const check of checks) {
    const verdict = check(arrival, rules);
    if (verdict) return verdict;
  }
  return enter;
}

/** With a named origin every other host is misdirected; without one it must at least be a host. */
function hostVerdict(host: string | undefined, named: string | undefined): Verdict | undefined {
  if (named !== undefined) return host?.toLowerCase() === named ? undefined : { status: 421 };
  return host !== undefined && /^[\w.-]+(:\d+)?$|^\[[\da-f:.]+\](:\d+)?$/i.test(host) ? undefined : { status: 400 };
}

/** An absolute path whose escapes decode, without NUL, control characters or a backslash (browsers read it as a slash). */
function isWellFormed(url: string): boolean {
  if (!url.startsWith('/') || url.includes('\\') || /%00/.test(url)) return false;
  try {
    return !/[\u0000-\u001f\u007f]/.test(decodeURIComponent(pathOf(url)));
  } catch {
    return false;
  }
}

/** `//zh//zones` is `/zh/zones`; a path is never allowed to begin like another host. */
function slashVerdict(method: string, url: string): Verdict | undefined {
  const path = pathOf(url);
  if (!path.includes('//')) return undefined;
  if (method !== 'GET' && method !== 'HEAD') return { status: 404 };
  return { to: path.replace(/\/{2,}/g, '/') + url.slice(path.length) };
}

export function pathOf(url: string): string {
  const end = url.search(/[?#]/);
  return end === -1 ? url : url.slice(0, end);
}
