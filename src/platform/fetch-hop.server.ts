import { request as httpRequest, type ClientRequest, type IncomingMessage, type RequestOptions } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { isIP, type LookupFunction, type Socket } from 'node:net';
import { connect as tlsConnect } from 'node:tls';
import { fetchWords as words } from '#language/words/fetch.ts';
import { hostOf, portOf } from './fetch-address.ts';
import { FetchProblem } from './fetch-problem.ts';

/** One request to one place whose addresses were looked up and judged. */
export interface Hop {
  readonly url: URL;
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | undefined;
  readonly addresses: readonly string[];
  readonly mayConnect: (address: string) => boolean;
  readonly proxy: string | undefined;
  readonly idleMilliseconds: number;
  readonly signal: AbortSignal;
}

/** More header than this is an attack or a mistake. */
const maxHeaderSize = 32 * 1024;

/** Sends it, and gives the answer as soon as its head is there. */
export async function send(hop: Hop): Promise<IncomingMessage> {
  const tunnel = hop.proxy === undefined ? undefined : await openTunnel(hop, new URL(hop.proxy));
  const { url, method, headers, body, signal } = hop;
  const options: RequestOptions = {
    ...{ method, signal, maxHeaderSize },
    ...(tunnel ? { createConnection: () => tunnel } : directly(hop)),
    path: url.pathname + url.search,
    headers: { ...headers, host: url.host },
  };
  const start = url.protocol === 'https:' && !tunnel ? httpsRequest : httpRequest;
  return new Promise((take, fail) => {
    const sent = start(options, take);
    guard(sent, hop, fail);
    sent.end(body);
  });
}

/** The name is kept for the certificate and for the site; the socket goes to the addresses that were judged. */
function directly({ url, addresses }: Hop): RequestOptions & { servername: string } {
  const known = addresses.map((address) => ({ address, family: isIP(address) }));
  const lookup: LookupFunction = (_host, options, answer) => {
    if (options.all) answer(null, known);
    else answer(null, known[0]?.address ?? '', known[0]?.family);
  };
  return { agent: false, host: hostOf(url), port: portOf(url), servername: serverName(url), lookup };
}

/** An address has no name to ask a certificate for. */
function serverName(url: URL): string {
  return isIP(hostOf(url)) === 0 ? hostOf(url) : '';
}

function guard(sent: ClientRequest, hop: Hop, fail: (error: Error) => void): void {
  sent.on('error', fail);
  sent.setTimeout(hop.idleMilliseconds, () => sent.destroy(new FetchProblem(words.tooSlow)));
  if (hop.proxy !== undefined) return;
  // Once more when the socket stands, whatever the way there was: nothing was sent yet.
  sent.on('socket', (socket) => {
    socket.once('connect', () => {
      if (!hop.mayConnect(socket.remoteAddress ?? '')) sent.destroy(new FetchProblem(words.notPublic));
    });
  });
}

/** A way through the operator's proxy to the address that was judged here: the proxy does not look the name up again. */
function openTunnel(hop: Hop, proxy: URL): Promise<Socket> {
  const [address = ''] = hop.addresses;
  const place = `${isIP(address) === 6 ? `[${address}]` : address}:${portOf(hop.url)}`;
  return new Promise((take, fail) => {
    const sent = httpRequest({
      ...{ method: 'CONNECT', path: place, agent: false, maxHeaderSize, signal: hop.signal },
      ...{ host: hostOf(proxy), port: proxy.port === '' ? 80 : Number(proxy.port) },
      headers: { host: place, ...credentialsOf(proxy) },
    });
    guard(sent, hop, fail);
    sent.once('connect', (answer, socket: Socket) => {
      if (answer.statusCode !== 200) return fail(new FetchProblem(words.notReached));
      take(hop.url.protocol === 'https:' ? encrypted(socket, hop.url) : socket);
    });
    sent.once('response', () => fail(new FetchProblem(words.notReached)));
    sent.end();
  });
}

function encrypted(socket: Socket, url: URL): Socket {
  return tlsConnect({ socket, host: hostOf(url), servername: serverName(url) });
}

function credentialsOf({ username, password }: URL): Record<string, string> {
  if (username === '') return {};
  const both = `${decodeURIComponent(username)}:${decodeURIComponent(password)}`;
  return { 'proxy-authorization': `Basic ${Buffer.from(both).toString('base64')}` };
}
