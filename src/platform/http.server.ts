import type { IncomingMessage, RequestListener } from 'node:http';
import { platformWords as words } from '#language/words/platform.ts';
import { askerAddress, plainAddress } from './addresses.ts';
import { bodyLimit } from './body-limits.ts';
import type { Config } from './config.ts';
import { judge, pathOf, type DoorRules, type Verdict } from './door.ts';
import type { Kit } from './kit.server.ts';
import { logAnswered, type Log } from './log.server.ts';
import type { Metrics } from './metrics.server.ts';
import type { Page, Pages } from './pages.server.ts';
import type { Headers } from './security-headers.ts';
import { sendResponse, sendStored, sendText, type Reply } from './send.server.ts';
import { hasSessionCookie } from './session-cookie.ts';
import { StoredPage } from './stored-page.ts';

/** What stands behind the listening socket, put together in server.ts. */
export interface Http {
  readonly config: Config;
  readonly kit: Kit;
  readonly pages: Pages;
  readonly files: ReadonlyMap<string, StoredPage>;
  readonly headers: Headers;
  readonly metrics: Metrics;
  readonly log: Log;
  /** Whether the database answers and its schema is the one of this program. */
  readonly isReady: () => Promise<boolean>;
}

interface Exchange extends Reply {
  readonly url: string;
  /** For log and counts: the page cache, a file, the application, the door. */
  from: 'cache' | 'file' | 'app' | 'door' | 'health';
  route: string;
}

/** More renderings than this at once would only wait for the database: better to say so. */
const mostRenderings = 300;

const healthPaths = new Set(['/healthz', '/readyz', '/metrics']);

export function answerWith(http: Http): RequestListener {
  const rules: DoorRules = {
    host: http.config.originIsSet ? new URL(http.config.origin).host : undefined,
    largestBody: (url) => bodyLimit(url).bytes,
  };
  const ids = idMaker();
  let rendering = 0;

  async function answer(exchange: Exchange): Promise<void> {
    if (healthPaths.has(exchange.url)) return answerHealth(http, exchange);
    const verdict = judge(arrivalOf(exchange), rules);
    if (!('enter' in verdict)) return turnAway(http, exchange, verdict);
    if (sendFile(http, exchange)) return;
    if (rendering >= mostRenderings) return turnAway(http, exchange, { status: 503 });
    rendering += 1;
    try {
      await render(http, exchange);
    } finally {
      rendering -= 1;
    }
  }

  return (request, response) => {
    const started = performance.now();
    const exchange: Exchange = { request, response, url: request.url ?? '', id: ids(), from: 'door', route: '' };
    if (sendKept(http, exchange, rules)) return note(http, exchange, started);
    response.on('close', () => note(http, exchange, started));
    limitArrival(request);
    answer(exchange).catch((error: unknown) => failed(http, exchange, error));
  };
}

/** A body that trickles in is cut off; how long it may take is said where its size is. */
function limitArrival(request: IncomingMessage): void {
  if (isRead(request.method)) return;
  const timer = setTimeout(() => request.destroy(), bodyLimit(request.url ?? '').ms);
  for (const ending of ['end', 'close']) request.once(ending, () => clearTimeout(timer));
}

/** The shortest way: an address that is kept was let in before, so only the host has to be looked at. */
function sendKept(http: Http, exchange: Exchange, rules: DoorRules): boolean {
  const { request, url } = exchange;
  if (request.method !== 'GET' || hasSessionCookie(request.headers.cookie)) return false;
  if (rules.host !== undefined && request.headers.host !== rules.host) return false;
  const page = http.pages.kept(url, Date.now());
  if (page === undefined) return false;
  exchange.from = 'cache';
  exchange.route = page.route;
  sendStored(exchange, page);
  return true;
}

function arrivalOf({ request, url }: Exchange) {
  return {
    method: request.method ?? '',
    url,
    host: request.headers.host,
    contentLength: Number(request.headers['content-length'] ?? 0),
  };
}

function sendFile(http: Http, exchange: Exchange): boolean {
  const { request, url } = exchange;
  const path = pathOf(url);
  const file = http.files.get(path);
  if (!file && !path.startsWith('/_app/')) return false;
  exchange.from = 'file';
  exchange.route = '(file)';
  if (!file) turnAway(http, exchange, { status: 404 });
  else if (request.method !== 'GET' && request.method !== 'HEAD') turnAway(http, exchange, { status: 405 });
  else sendStored(exchange, file);
  return true;
}

async function render(http: Http, exchange: Exchange): Promise<void> {
  exchange.from = 'app';
  const page = await pageFor(http, exchange);
  if (page instanceof StoredPage) {
    exchange.route = page.route;
    return sendStored(exchange, page);
  }
  exchange.route = page.headers.get('x-yuanlian-route') ?? '';
  await sendResponse(exchange, page, http.headers);
}

async function pageFor(http: Http, { request, response, url, id }: Exchange): Promise<Page> {
  const asReader = () => http.kit.respond(request, response, { requestId: id, address: addressOf(http, request) });
  if (!isRead(request.method) || hasSessionCookie(request.headers.cookie) || isUpload(url)) return asReader();
  const page = await http.pages.find({ url, accept: request.headers.accept, requestId: id });
  const isRefusal = page instanceof Response && page.status >= 400;
  if (!isRefusal || !url.startsWith('/api/')) return page;
  // A program's author reads refusals in the language of the request, which what is kept for everyone must not see.
  await page.body?.cancel();
  return asReader();
}

/** Uploaded files stream from their storage, in parts where asked: they are no pages to keep. */
function isUpload(url: string): boolean {
  return url.startsWith('/files/');
}

function isRead(method: string | undefined): boolean {
  return method === 'GET' || method === 'HEAD';
}

function addressOf({ config }: Http, request: IncomingMessage): string {
  const forwarded = request.headers['x-forwarded-for'];
  return askerAddress(request.socket.remoteAddress, [forwarded].flat().join(','), config.proxies);
}

async function answerHealth({ config, headers, isReady, metrics }: Http, exchange: Exchange): Promise<void> {
  const { request, response, url } = exchange;
  exchange.from = 'health';
  exchange.route = url;
  if (url === '/healthz') return sendText(response, 200, { text: 'ok\n', headers });
  if (url === '/readyz') {
    const ready = await isReady();
    return sendText(response, ready ? 200 : 503, { text: ready ? 'ready\n' : 'not ready\n', headers });
  }
  // The peer itself, never a header: whoever may read is whoever connects.
  const allowed = config.metricsFrom.map(plainAddress).includes(plainAddress(request.socket.remoteAddress));
  if (!allowed) return sendText(response, 404, { text: 'not found\n', headers });
  const type = ['content-type', metrics.contentType] as const;
  sendText(response, 200, { text: await metrics.text(), headers: [...headers, type] });
}

function turnAway({ headers }: Http, { response, id }: Exchange, verdict: Exclude<Verdict, { enter: true }>): void {
  const more: Headers = [...headers, ['x-request-id', id]];
  if ('to' in verdict) return sendText(response, 308, { text: '', headers: [...more, ['location', verdict.to]] });
  const says = words.turnedAway(verdict.status);
  const waiting: Headers = verdict.status === 503 ? [['retry-after', '5']] : [];
  sendText(response, verdict.status, { text: `${says.zh}\n${says.en}\n`, headers: [...more, ...waiting] });
}

/** Nothing the application does should end here; if it does, the reader gets an answer and the log gets the reason. */
function failed(http: Http, exchange: Exchange, error: unknown): void {
  http.log.error({ id: exchange.id, err: error }, 'a request failed outside the application');
  if (exchange.response.headersSent) exchange.response.destroy();
  else turnAway(http, exchange, { status: 500 });
}

function note({ metrics }: Http, { request, response, from, route, id }: Exchange, started: number): void {
  const ms = performance.now() - started;
  const status = response.statusCode;
  metrics.requests.add(from, status, ms);
  logAnswered({ id, method: request.method ?? '', route, status, from, ms });
}

/** Short, unique in the log of this process and unlikely elsewhere; it says nothing about the reader. */
function idMaker(): () => string {
  const start = Math.floor(Math.random() * 36 ** 6).toString(36);
  let count = 0;
  return () => `${start}-${(count++).toString(36)}`;
}
