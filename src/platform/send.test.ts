import { once } from 'node:events';
import { createServer, request as ask, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from 'vitest';
import { sendResponse } from './send.server.ts';

test('a reader who has left before the file begins is no error, and the file is let go', async () => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const asking = ask({ host: '127.0.0.1', port: (server.address() as AddressInfo).port }).on('error', () => undefined);
  asking.end();
  const [request, response] = (await once(server, 'request')) as [IncomingMessage, ServerResponse];
  asking.destroy();
  await once(response, 'close');
  let isLetGo = false;
  const file = new ReadableStream({ cancel: () => void (isLetGo = true) });
  const rendered = new Response(file, { headers: { 'content-type': 'application/pdf' } });
  await sendResponse({ request, response, id: 'a-1' }, rendered, []);
  expect(isLetGo).toBe(true);
  server.close();
});
