// A load of plain HTTP/1.1 on kept-alive connections, in a process of its own so that it takes no time of the server's.
import { createConnection, type Socket } from 'node:net';

interface Order {
  readonly port: number;
  readonly paths: readonly string[];
  readonly connections: number;
  readonly milliseconds: number;
}

export interface Load {
  readonly perSecond: number;
  readonly p50: number;
  readonly p99: number;
  readonly failed: number;
  readonly bytes: number;
}

const times: number[] = [];
let failed = 0;
let bytes = 0;

process.once('message', (order: Order) => {
  const started = performance.now();
  const ends = started + order.milliseconds;
  const lines = Array.from({ length: order.connections }, (_, line) => keepAsking(order, line, ends));
  void Promise.all(lines).then(() => {
    const seconds = (performance.now() - started) / 1000;
    const sorted = times.sort((one, other) => one - other);
    const at = (share: number) => sorted[Math.floor(sorted.length * share)] ?? Number.NaN;
    const load: Load = { perSecond: times.length / seconds, p50: at(0.5), p99: at(0.99), failed, bytes };
    process.send?.(load, () => process.exit(0));
  });
});

/** One reader: asks, waits for the whole answer, asks for the next page. */
function keepAsking({ port, paths }: Order, line: number, ends: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const socket = createConnection({ port, host: '127.0.0.1', noDelay: true });
    let next = line * 31;
    let asked = 0;
    let missing = 0;
    const ask = () => {
      if (performance.now() > ends) return socket.end(resolve);
      asked = performance.now();
      return socket.write(requestFor(paths[next++ % paths.length] ?? '/', port));
    };
    socket.on('error', reject);
    socket.on('connect', ask);
    socket.on('data', (chunk) => {
      bytes += chunk.length;
      missing = missing === 0 ? begin(socket, chunk) : missing - chunk.length;
      if (missing > 0) return;
      times.push(performance.now() - asked);
      ask();
    });
  });
}

function requestFor(path: string, port: number): string {
  return `GET ${path} HTTP/1.1\r\nHost: localhost:${port}\r\nAccept: text/html\r\nAccept-Encoding: gzip, deflate, br\r\n\r\n`;
}

/** Bytes of the answer that have not come yet. The servers measured send their headers in one piece, with a length. */
function begin(socket: Socket, chunk: Buffer): number {
  const end = chunk.indexOf('\r\n\r\n');
  const head = chunk.toString('latin1', 0, end);
  const length = /\r\ncontent-length: (\d+)/i.exec(head)?.[1];
  if (end === -1 || length === undefined)
    socket.destroy(new Error(`an answer without a length: ${head.slice(0, 200)}`));
  if (!head.startsWith('HTTP/1.1 200')) failed += 1;
  return end + 4 + Number(length) - chunk.length;
}
