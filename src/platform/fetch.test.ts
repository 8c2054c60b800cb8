import { createServer } from 'node:http';
import { connect, createServer as createSocketServer, type Socket } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterEach, describe, expect, it } from 'vitest';
import { fetchWords as words } from '#language/words/fetch.ts';
import { closeServers, keepSocket, listen, serve } from '../../tests/support/servers.ts';
import { fetchGuarded, type FetchOutcome, type FetchRequest, type Resolve } from './fetch.server.ts';

const nothingAllowed = { allow: [], proxy: undefined };
const sentence = (outcome: FetchOutcome) => (outcome.ok ? 'read' : outcome.problems[0]?.says.en);

describe('a guarded fetch', () => {
  afterEach(closeServers);

  const rules = (port: number) => ({ allow: [`127.0.0.1:${port}`], proxy: undefined });
  const get = (port: number, more: Partial<FetchRequest> = {}) =>
    fetchGuarded({ address: `http://127.0.0.1:${port}/`, ...more }, rules(port));

  it('what the operator allows is read, and nothing beside it', async () => {
    const port = await serve((_, response) => response.end('hello'));
    const outcome = await get(port);
    expect(outcome.ok && outcome.value.body.toString()).toBe('hello');
    expect(sentence(await fetchGuarded({ address: `http://127.0.0.1:${port}/` }, nothingAllowed))).toBe(words.port.en);
    expect(sentence(await fetchGuarded({ address: `http://127.0.0.2:${port}/` }, rules(port)))).toBe(
      words.notPublic.en,
    );
  });

  it('the socket goes to the address that was judged, with the name the site expects', async () => {
    let host: string | undefined;
    const port = await serve((request, response) => {
      host = request.headers.host;
      response.end('hello');
    });
    let times = 0;
    // Rebinding: the second answer is another. There is no second question.
    const resolve: Resolve = async () => (times++ === 0 ? ['127.0.0.1'] : ['10.0.0.1']);
    const outcome = await fetchGuarded({ address: `http://zone.example:${port}/` }, rules(port), resolve);
    expect([sentence(outcome), times, host]).toEqual(['read', 1, `zone.example:${port}`]);
    expect(sentence(await fetchGuarded({ address: `http://zone.example:${port}/` }, rules(port), resolve))).toBe(
      words.notPublic.en,
    );
  });

  it.each([
    ['to a private address', 'http://10.0.0.1/', words.notPublic],
    ['to this machine by another name', 'http://[::1]/', words.notPublic],
    ['to a file', 'file:///etc/passwd', words.unsafeRedirect],
    ['to another protocol', 'gopher://127.0.0.1/', words.unsafeRedirect],
    ['with credentials', 'http://a:b@127.0.0.1/', words.unsafeRedirect],
    ['to another port', 'http://127.0.0.1:6379/', words.port],
    ['to itself for ever', '/', words.tooManyRedirects],
    ['to nothing', 'http://', words.unsafeRedirect],
  ])('a redirect %s is not followed', async (_, location, says) => {
    const port = await serve((_request, response) => response.writeHead(302, { location }).end());
    expect(sentence(await get(port))).toBe(says.en);
  });

  it('follows three redirects, without the key meant for the first site', async () => {
    const keys: (string | undefined)[] = [];
    const port = await serve((request, response) => {
      keys.push(request.headers.authorization);
      const step = Number(new URL(request.url ?? '/', 'http://x').searchParams.get('step'));
      if (step === 3) response.end('there');
      else response.writeHead(301, { location: `http://other.example:${port}/?step=${step + 1}` }).end();
    });
    const resolve: Resolve = async () => ['127.0.0.1'];
    const request = { address: `http://zone.example:${port}/`, headers: { authorization: 'Bearer secret' } };
    const outcome = await fetchGuarded(request, rules(port), resolve);
    expect(outcome.ok && outcome.value.address).toBe(`http://other.example:${port}/?step=3`);
    expect(keys).toEqual(['Bearer secret', undefined, undefined, undefined]);
  });

  it('does not send a second time what was posted', async () => {
    const port = await serve((_, response) => response.writeHead(307, { location: '/else' }).end());
    expect(sentence(await get(port, { method: 'POST', body: '{}' }))).toBe(words.unsafeRedirect.en);
  });

  it('posts a body and gives any answer that is asked for', async () => {
    const port = await serve(async (request, response) => {
      let body = '';
      for await (const chunk of request) body += String(chunk);
      response.writeHead(422, { 'content-type': 'application/json' }).end(body.toUpperCase());
    });
    const outcome = await get(port, { method: 'POST', body: '{"a":"é"}', anyStatus: true });
    expect(outcome.ok && [outcome.value.status, outcome.value.body.toString()]).toEqual([422, '{"A":"É"}']);
  });

  it('gives up on a server that sends a byte now and then, and on one that says nothing', async () => {
    const dripping = await serve((_, response) => {
      const drip = setInterval(() => response.write('x'), 20);
      response.on('close', () => clearInterval(drip));
    });
    expect(sentence(await get(dripping, { totalMilliseconds: 200 }))).toBe(words.tooSlow.en);
    const silent = await listen(createSocketServer(() => undefined));
    expect(sentence(await get(silent, { idleMilliseconds: 100 }))).toBe(words.tooSlow.en);
  });

  it('gives up on a name that nobody answers for', async () => {
    const never: Resolve = () => new Promise(() => undefined);
    const request = { address: 'http://zone.example', totalMilliseconds: 50 };
    expect(sentence(await fetchGuarded(request, nothingAllowed, never))).toBe(words.tooSlow.en);
  });

  it('stops reading at the limit: an endless body, a bomb, a length that says it at once', async () => {
    const endless = await serve((_, response) => {
      const more = (): void => void (response.write('x'.repeat(65536)) ? setImmediate(more) : 0);
      response.on('drain', more);
      more();
    });
    expect(sentence(await get(endless, { maxBytes: 1_000_000 }))).toContain('larger than');
    const bomb = gzipSync(Buffer.alloc(20_000_000));
    const packed = await serve((_, response) => response.writeHead(200, { 'content-encoding': 'gzip' }).end(bomb));
    expect(bomb.length).toBeLessThan(1_000_000);
    expect(sentence(await get(packed, { maxBytes: 1_000_000 }))).toContain('larger than');
    const boasting = await serve((_, response) => {
      response.writeHead(200, { 'content-length': '99999999' }).write('x');
    });
    expect(sentence(await get(boasting, { maxBytes: 1_000_000 }))).toContain('larger than');
  });

  it('reads what is packed, and refuses what is packed twice or broken', async () => {
    const packed = (encoding: string, body: Buffer) =>
      serve((_, response) => response.writeHead(200, { 'content-encoding': encoding }).end(body));
    const fine = await get(await packed('gzip', gzipSync('园区')));
    expect(fine.ok && fine.value.body.toString()).toBe('园区');
    expect(sentence(await get(await packed('gzip, gzip', gzipSync(gzipSync('x')))))).toBe(words.brokenAnswer.en);
    expect(sentence(await get(await packed('gzip', Buffer.from('no'))))).toBe(words.brokenAnswer.en);
    expect(sentence(await get(await packed('constructor', Buffer.from('no'))))).toBe(words.brokenAnswer.en);
  });

  it.each([
    ['a header of many megabytes', `HTTP/1.1 200 OK\r\nx: ${'y'.repeat(5_000_000)}\r\n\r\n`],
    ['a body shorter than its length', 'HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\nshort'],
    ['something that is not HTTP', 'SSH-2.0-OpenSSH_9.2p1 Debian-2\r\n'],
    ['two lengths', 'HTTP/1.1 200 OK\r\ncontent-length: 1\r\ncontent-length: 2\r\n\r\nab'],
    ['nothing at all', ''],
  ])('%s is answered in words, and none of theirs', async (_, answer) => {
    const port = await listen(createSocketServer((socket) => void socket.end(answer)));
    const outcome = await get(port);
    expect(sentence(outcome)).toBe(words.brokenAnswer.en);
    expect(JSON.stringify(outcome)).not.toMatch(/127|SSH/);
  });

  it('a port where nobody listens is answered without its address', async () => {
    const port = await serve(() => undefined);
    closeServers();
    const outcome = await get(port);
    expect(sentence(outcome)).toBe(words.notReached.en);
    expect(JSON.stringify(outcome)).not.toContain('127');
  });

  it('refuses a kind of content that is of no use, before reading it', async () => {
    const port = await serve((_, response) => response.writeHead(200, { 'content-type': 'video/mp4' }).write('x'));
    expect(sentence(await get(port, { types: ['text/html', 'image/*'] }))).toBe(words.wrongType.en);
    const typed = await serve((_, response) => response.writeHead(200, { 'content-type': 'Image/PNG; q=1' }).end('x'));
    expect(sentence(await get(typed, { types: ['text/html', 'image/*'] }))).toBe('read');
  });

  it('says what a refusing site meant, with its status', async () => {
    const port = await serve((_, response) => response.writeHead(503, { 'retry-after': '60' }).end('<h1>nginx</h1>'));
    const outcome = await get(port);
    expect(outcome).toMatchObject({ ok: false, status: 503, problems: [{ says: words.status(503) }] });
    expect(JSON.stringify(outcome.ok || outcome.problems)).not.toContain('nginx');
  });

  it('lets “not modified” through', async () => {
    const port = await serve((request, response) =>
      response.writeHead(request.headers['if-none-match'] === '"a"' ? 304 : 200).end(),
    );
    const outcome = await get(port, { headers: { 'if-none-match': '"a"' }, types: ['text/html'] });
    expect(outcome.ok && outcome.value.status).toBe(304);
  });

  it('does not believe a certificate that nobody signed', async () => {
    const plain = await serve((_, response) => response.end('hello'));
    expect(sentence(await fetchGuarded({ address: `https://127.0.0.1:${plain}/` }, rules(plain)))).toMatch(
      /could not be reached|certificate|malformed/,
    );
  });

  it('goes through the operator’s proxy, to the address that was judged here', async () => {
    const site = await serve((request, response) => response.end(`hello ${request.headers.host}`));
    const asked: (string | undefined)[] = [];
    const server = createServer((_, response) => response.writeHead(400).end());
    server.on('connect', (request, socket: Socket) => {
      asked.push(request.url);
      const onward = connect(site, '127.0.0.1', () => {
        socket.write('HTTP/1.1 200 OK\r\n\r\n');
        onward.pipe(socket).pipe(onward);
      });
      keepSocket(onward);
    });
    const proxy = `http://127.0.0.1:${await listen(server)}`;
    const resolve: Resolve = async () => ['93.184.215.14'];
    const outcome = await fetchGuarded({ address: 'http://zone.example/' }, { allow: [], proxy }, resolve);
    expect(outcome.ok && outcome.value.body.toString()).toBe('hello zone.example');
    expect(asked).toEqual(['93.184.215.14:80']);
    const inside = await fetchGuarded({ address: 'http://10.0.0.1/' }, { allow: [], proxy });
    expect([sentence(inside), asked.length]).toEqual([words.notPublic.en, 1]);
  });
});
