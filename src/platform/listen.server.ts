import { createServer, type RequestListener, type Server } from 'node:http';
import type { Socket } from 'node:net';
import { startWords as words } from '#language/words/start.ts';
import type { TwoText } from '#language/lang.ts';
import { longestBodyMs } from './body-limits.ts';
import { EnvironmentProblem } from './environment.ts';

/** A slow or endless request is cut off, so that a few of them cannot hold every connection. */
const limits = {
  maxHeaderSize: 16 * 1024,
  headersTimeout: 10_000,
  requestTimeout: longestBodyMs,
  keepAliveTimeout: 20_000,
  connectionsCheckingInterval: 5_000,
};

interface Address {
  readonly host: string;
  readonly port: number;
}

/** Listens, or says in words why it cannot. Nothing else has happened yet when it refuses. */
export async function listen({ host, port }: Address, listener: RequestListener): Promise<Server> {
  const server = createServer(limits, listener);
  server.maxHeadersCount = 100;
  server.on('clientError', refuseGarbage);
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(inWords(error, { host, port })));
    server.listen(port, host, resolve);
  });
  return server;
}

function inWords(error: NodeJS.ErrnoException, { host, port }: Address): Error {
  const sentences: Readonly<Record<string, TwoText>> = {
    EADDRINUSE: words.portTaken(port),
    EACCES: words.portForbidden(port),
    EADDRNOTAVAIL: words.hostWrong(host),
    ENOTFOUND: words.hostWrong(host),
  };
  const says = sentences[error.code ?? ''];
  return says ? new EnvironmentProblem(says, error) : error;
}

/** What is not HTTP gets one line and is closed: too many headers, a broken request line, a timeout. */
function refuseGarbage(error: NodeJS.ErrnoException, socket: Socket): void {
  if (!socket.writable || error.code === 'ECONNRESET') {
    socket.destroy();
    return;
  }
  const statuses: Readonly<Record<string, string>> = {
    HPE_HEADER_OVERFLOW: '431 Request Header Fields Too Large',
    ERR_HTTP_REQUEST_TIMEOUT: '408 Request Timeout',
  };
  const status = statuses[error.code ?? ''] ?? '400 Bad Request';
  socket.end(
    `HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\nX-Content-Type-Options: nosniff\r\nContent-Security-Policy: default-src 'none'\r\n\r\n`,
  );
}

/** Takes no new requests, lets those under way finish, and cuts off what takes longer than `limitMs`. */
export async function drain(server: Server, limitMs: number): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  const idle = setInterval(() => server.closeIdleConnections(), 50);
  const cutOff = setTimeout(() => server.closeAllConnections(), limitMs);
  server.closeIdleConnections();
  await closed;
  clearInterval(idle);
  clearTimeout(cutOff);
}
