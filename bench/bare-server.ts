// The reference: node:http and nothing else, answering with the very bytes and headers of the site.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

interface Answer {
  readonly path: string;
  readonly headers: string[];
  readonly body: string;
}

process.once('message', (answers: readonly Answer[]) => {
  const known = new Map(
    answers.map(({ path, headers, body }) => [path, { headers, body: Buffer.from(body, 'base64') }]),
  );
  const server = createServer((request, response) => {
    const answer = known.get(request.url ?? '');
    if (answer) response.writeHead(200, answer.headers).end(answer.body);
    else response.writeHead(404).end();
  });
  server.listen(0, '127.0.0.1', () => process.send?.((server.address() as AddressInfo).port));
});
