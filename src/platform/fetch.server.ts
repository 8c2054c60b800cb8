import { lookup } from 'node:dns/promises';
import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import { isIP } from 'node:net';
import { fetchWords as words } from '#language/words/fetch.ts';
import { fetchableUrl, hostOf, portOf } from './fetch-address.ts';
import { readBody } from './fetch-body.server.ts';
import { send } from './fetch-hop.server.ts';
import { FetchProblem, sentenceFor } from './fetch-problem.ts';
import { wallFor, type FetchRules } from './fetch-rules.ts';
import { done, refused, type Problem } from './outcome.ts';

export interface FetchRequest {
  readonly address: string;
  readonly method?: 'GET' | 'HEAD' | 'POST';
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  /** Media types that are of use, such as `text/html` or `image/*`; anything else is not read. */
  readonly types?: readonly string[];
  readonly maxBytes?: number;
  readonly totalMilliseconds?: number;
  /** How long the other side may say nothing. */
  readonly idleMilliseconds?: number;
  /** Gives the answer whatever its status; else only success and “not modified” count. */
  readonly anyStatus?: boolean;
}

export interface Fetched {
  readonly status: number;
  /** Where it was found in the end. */
  readonly address: string;
  readonly type: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

export type FetchOutcome =
  | { readonly ok: true; readonly value: Fetched }
  | {
      readonly ok: false;
      readonly problems: Problem[];
      readonly status?: number;
      readonly headers?: IncomingHttpHeaders;
    };

/** All addresses of a host; tests bring their own. */
export type Resolve = (host: string) => Promise<readonly string[]>;

const limits = { maxBytes: 10 * 1024 * 1024, totalMilliseconds: 20_000, idleMilliseconds: 8_000 } as const;
const mostRedirects = 3;
const redirects = new Set([301, 302, 303, 307, 308]);

/**
 * The only way out of this program to an address that a person, a page or a setting named. It goes to the public internet
 * at its usual ports and to what the operator allows, and to nothing else, however the address is spelled, whatever its
 * name resolves to the second time, wherever it redirects.
 */
export async function fetchGuarded(
  request: FetchRequest,
  rules: FetchRules,
  resolve: Resolve = systemResolve,
): Promise<FetchOutcome> {
  const url = fetchableUrl(request.address);
  if (!url.ok) return url;
  const signal = AbortSignal.timeout(request.totalMilliseconds ?? limits.totalMilliseconds);
  try {
    return await follow(url.value, { request, rules, resolve, signal });
  } catch (error) {
    return refused({ says: signal.aborted ? words.tooSlow : sentenceFor(error) });
  }
}

const systemResolve: Resolve = async (host) =>
  (await lookup(host, { all: true, order: 'verbatim' })).map(({ address }) => address);

interface Way {
  readonly request: FetchRequest;
  readonly rules: FetchRules;
  readonly resolve: Resolve;
  readonly signal: AbortSignal;
}

async function follow(first: URL, way: Way): Promise<FetchOutcome> {
  let url = first;
  for (let hops = 0; hops <= mostRedirects; hops += 1) {
    const response = await answerFrom(url, first, way);
    const { location } = response.headers;
    if (!redirects.has(response.statusCode ?? 0) || location === undefined) return finish(response, url, way);
    response.destroy();
    url = nextUrl(location, url, way);
  }
  throw new FetchProblem(words.tooManyRedirects);
}

/** Each hop is judged like the first, and never loses its encryption or repeats what was sent. */
function nextUrl(location: string, from: URL, { request }: Way): URL {
  const next = fetchableUrl(location, from);
  const isSafe =
    next.ok && request.method !== 'POST' && !(from.protocol === 'https:' && next.value.protocol === 'http:');
  if (!isSafe) throw new FetchProblem(words.unsafeRedirect);
  return next.value;
}

async function answerFrom(url: URL, first: URL, way: Way): Promise<IncomingMessage> {
  const { request, rules, signal } = way;
  const wall = wallFor(rules, { host: hostOf(url), port: portOf(url) });
  if (!wall.portMayBeRight) throw new FetchProblem(words.port);
  const addresses = await addressesOf(hostOf(url), way);
  if (addresses.length === 0 || !addresses.every(wall.mayConnect)) throw new FetchProblem(words.notPublic);
  return send({
    ...{ url, addresses, signal, mayConnect: wall.mayConnect, proxy: rules.proxy },
    method: request.method ?? 'GET',
    body: request.body,
    // What was meant for one site, such as a key, is not shown to another.
    headers: { ...ownHeaders(request), ...(url.origin === first.origin ? request.headers : {}) },
    idleMilliseconds: request.idleMilliseconds ?? limits.idleMilliseconds,
  });
}

function ownHeaders({ types, body }: FetchRequest): Record<string, string> {
  return {
    'user-agent': 'Yuanlian',
    accept: types ? [...types, '*/*;q=0.1'].join(', ') : '*/*',
    'accept-encoding': 'gzip, br',
    ...(body === undefined ? {} : { 'content-length': String(Buffer.byteLength(body)) }),
  };
}

/** A name that does not exist is answered like one that leads inside: neither tells anything about the network here. */
async function addressesOf(host: string, { resolve, signal }: Way): Promise<readonly string[]> {
  if (isIP(host) !== 0) return [host];
  const late = new Promise<never>((_, fail) => {
    signal.addEventListener('abort', () => fail(new FetchProblem(words.tooSlow)), { once: true });
  });
  return Promise.race([resolve(host).catch(() => []), late]);
}

async function finish(response: IncomingMessage, url: URL, way: Way): Promise<FetchOutcome> {
  const { headers } = response;
  const status = response.statusCode ?? 0;
  try {
    if (!isGood(status) && !way.request.anyStatus) {
      return { ...refused({ says: words.status(status) }), status, headers };
    }
    const type = mediaType(headers);
    return done({ status, address: url.href, type, headers, body: await bodyOf(response, type, way) });
  } catch (error) {
    const says = way.signal.aborted ? words.tooSlow : sentenceFor(error);
    return { ...refused({ says }), status, headers };
  } finally {
    response.destroy();
  }
}

async function bodyOf(response: IncomingMessage, type: string, { request, signal }: Way): Promise<Buffer> {
  const status = response.statusCode ?? 0;
  if (request.method === 'HEAD' || status === 304) return Buffer.alloc(0);
  if (isGood(status) && !isWanted(type, request.types)) throw new FetchProblem(words.wrongType);
  return readBody(response, { signal, maxBytes: request.maxBytes ?? limits.maxBytes });
}

function isGood(status: number): boolean {
  return (status >= 200 && status < 300) || status === 304;
}

function mediaType(headers: IncomingHttpHeaders): string {
  return (headers['content-type'] ?? '').replace(/;.*$/s, '').trim().toLowerCase();
}

function isWanted(type: string, types: readonly string[] | undefined): boolean {
  if (types === undefined) return true;
  return types.some((one) => one === type || (one.endsWith('/*') && type.startsWith(one.slice(0, -1))));
}
