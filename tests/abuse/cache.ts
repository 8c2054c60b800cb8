import { connect } from 'node:net';
import { expect, test } from 'vitest';
import { securityHeaders } from '#platform/security-headers.ts';
import { password, type AbusedSite, type Answer } from './site.ts';

const elsewhere = [
  ...['//evil.example', '/\\evil.example', '/%2F%2Fevil.example', 'https:evil.example', 'https://evil.example/zh/desk'],
  ...['/zh/%2Fevil.example:443', '/zh/desk/../../..//evil.example', '/zh/desk@evil.example', 'javascript:alert(1)'],
  ...[
    '/zh/desk\r\nX-Evil: 1',
    '/zh/desk%0d%0aX-Evil:1',
    '\t//evil.example',
    '/zh/deskevil',
    '/en/news',
    ' /zh/desk',
    '/zh/desk#//evil',
  ],
];

export function cacheCases(site: () => AbusedSite): void {
  test.each(elsewhere)('signing in does not lead to %j', async (next) => {
    const path = `/zh/sign-in?next=${encodeURIComponent(next)}`;
    const signedIn = await site().ask(path, { as: 'editor' });
    const place = new URL(String(signedIn.headers.location), 'http://us.example');
    expect([signedIn.status, place.host]).toEqual([303, 'us.example']);
    expect(place.pathname).toMatch(/^\/zh\/desk(\/|$)/);
    expect(signedIn.headers['x-evil']).toBeUndefined();
  });

  test('signing in itself leads to the desk, wherever the link wanted', async () => {
    const fields = { email: 'editor@zone.example', password };
    const answer = await site().ask('/zh/sign-in?next=%2F%2Fevil.example', { fields });
    expect(answer).toMatchObject({ status: 303, headers: { location: '/zh/desk' } });
    for (const cookie of answer.headers['set-cookie'] ?? []) {
      expect(cookie).toMatch(/HttpOnly/i);
      expect(cookie).toMatch(/SameSite=Lax/i);
      const value = /^[^=]+=([^;]*)/.exec(cookie)?.[1];
      if (value) site().secrets.add(value);
    }
  });

  test.each(['x.css', 'x.js', 'logo.png', '%0a.png', '%00.png'])('no page of the desk is kept as %s', async (name) => {
    for (const path of [`/zh/desk/${name}`, `/zh/desk;${name}`, `/zh/desk/articles/${name}`, `/zh/desk${name}`]) {
      const answer = await site().ask(path, { as: 'editor' });
      expect([path, answer.status >= 400 && answer.status < 500]).toEqual([path, true]);
      expect(answer.headers['cache-control'] ?? 'no-store').not.toMatch(/public|max-age=[1-9]/);
    }
  });

  test.each(['/zh', '/zh/news', '/zh/zones', '/zh/desk', '/zh/desk/articles', '/zh/nothing', '/zh/sign-in'])(
    '%s for somebody signed in is kept by nobody',
    async (path) => {
      const answer = await site().ask(path, { as: 'editor' });
      expect(answer.headers['cache-control'] ?? '').not.toMatch(/public|s-maxage|immutable/);
      expect(answer.headers['cache-control']).toMatch(/no-store|private/);
    },
  );

  test.each(['/zh', '/zh/news', '/zh/zones', '/zh/search?q=a', '/zh/news/1', '/zh/nothing'])(
    '%s is the same for two visitors with different cookies',
    async (path) => {
      const tidy = ({ body }: Answer) => body.replace(/[a-z0-9]{4}-[a-z0-9]+/g, '');
      const one = await site().ask(path, { headers: { cookie: 'theme=dark; a="><script>' } });
      const other = await site().ask(path, { headers: { cookie: 'lang=en; color=%0d%0a' } });
      expect(tidy(other)).toBe(tidy(one));
      expect(one.headers['set-cookie']).toBeUndefined();
    },
  );

  test.each(['evil.example', 'localhost.evil.example', 'localhost@evil.example', 'a b', '', 'x/y', '[::1'])(
    'the host %j is in no page, link or answer',
    async (host) => {
      for (const path of [
        '/',
        '/zh',
        '/sitemap.xml',
        '/zh/news/feed.atom',
        '/api/v1/zones?limit=1',
        '/robots.txt',
        '/zh/nothing',
      ]) {
        const headers = {
          host,
          'x-forwarded-host': host || 'evil.example',
          'x-forwarded-proto': 'https',
          forwarded: 'host=evil.example',
        };
        const answer = await site().ask(path, { headers });
        expect(answer.status).toBeLessThan(500);
        expect(`${answer.body}${String(answer.headers.location)}`).not.toContain('evil.example');
      }
    },
  );

  test.each(['https://evil.example', 'null', 'http://localhost.evil.example'])(
    'no other origin may read: %s',
    async (origin) => {
      for (const path of ['/zh/desk', '/zh/desk/articles', '/zh/sign-in'])
        expect(
          (await site().ask(path, { as: 'editor', headers: { origin } })).headers['access-control-allow-origin'],
        ).toBeUndefined();
      const api = await site().ask('/api/v1/zones?limit=1', { as: 'editor', headers: { origin } });
      expect(api.headers['access-control-allow-credentials']).toBeUndefined();
      const sent = await site().ask('/zh/desk/articles/new', {
        as: 'editor',
        fields: { title: 'x' },
        headers: { origin },
      });
      expect(sent.status).toBe(403);
    },
  );

  test.each<[string, string]>([
    ['64 kB of address', `GET /${'a'.repeat(65_000)} HTTP/1.1\r\nHost: localhost\r\n\r\n`],
    ['64 kB of one header', `GET /zh HTTP/1.1\r\nHost: localhost\r\nX-A: ${'a'.repeat(65_000)}\r\n\r\n`],
    [
      'a thousand headers',
      `GET /zh HTTP/1.1\r\nHost: localhost\r\n${'X-A: b\r\n'.repeat(1000)}Connection: close\r\n\r\n`,
    ],
    [
      'a thousand cookies',
      `GET /zh HTTP/1.1\r\nHost: localhost\r\nCookie: ${'a=b; '.repeat(1000)}\r\nConnection: close\r\n\r\n`,
    ],
    ['two lengths', 'POST /zh HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1\r\nContent-Length: 20\r\n\r\nx'],
    [
      'a length and pieces',
      'POST /zh HTTP/1.1\r\nHost: localhost\r\nContent-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n',
    ],
    ['a header that goes on', 'GET /zh HTTP/1.1\r\nHost: localhost\r\nX-A: b\r\n c: d\r\n\r\n'],
    ['lines without a return', 'GET /zh HTTP/1.1\nHost: localhost\n\n'],
    ['no host', 'GET /zh HTTP/1.1\r\n\r\n'],
    ['no HTTP', '\u0016\u0003\u0001 hello\r\n\r\n'],
  ])('%s gets an answer below 500, and the next reader theirs', async (_what, text) => {
    const answer = await raw(site().port, text);
    expect(answer === '' || /^HTTP\/1\.1 [234]\d\d/.test(answer)).toBe(true);
    expect((await site().ask('/healthz')).status).toBe(200);
  });

  test.each<[string, string, Record<string, string>]>([
    ['GET', '/zh/desk', {}],
    ['GET', '/zh/desk/nothing', {}],
    ['GET', '/files/00000000-0000-0000-0000-000000000000/original', {}],
    ['GET', '/zh/news/feed.atom', {}],
    ['GET', '/api/v1/zones?limit=x', {}],
    ['HEAD', '/zh', {}],
    ['OPTIONS', '/zh/desk/articles', {}],
    ['OPTIONS', '/api/v1/zones', { origin: 'https://evil.example', 'access-control-request-method': 'PUT' }],
    ['PUT', '/zh/desk/articles', {}],
    ['DELETE', '/zh/news/1', {}],
    ['POST', '/zh/news', {}],
  ])('%s %s carries every security header', async (method, path, headers) => {
    const answer = await site().ask(path, { method, headers });
    expect(answer.status).toBeLessThan(500);
    const own = path.startsWith('/files/') ? ['content-security-policy'] : [];
    for (const [name, value] of securityHeaders('http://localhost').filter(([one]) => !own.includes(one)))
      expect([name, inOrder(answer.headers[name])]).toEqual([name, inOrder(value)]);
    if (method === 'HEAD' || method === 'OPTIONS') expect(answer.body).toBe('');
  });

  test.each([
    '/.git/config',
    '/.env',
    '/metrics',
    '/debug',
    '/package.json',
    '/src/server.ts',
    '/_app/immutable/x.js.map',
    '/data/site.json',
  ])('%s is nobody’s', async (path) => expect((await site().ask(path)).status).toBe(404));
}

/** The framework writes the directives of a page in an order of its own. */
const inOrder = (value: unknown) => String(value).split('; ').sort();

/** Bytes as they are on the wire, and what comes back within two seconds. */
function raw(port: number, text: string): Promise<string> {
  return new Promise((resolve) => {
    let answer = '';
    const socket = connect(port, 'localhost', () => socket.write(text));
    socket.setTimeout(2_000, () => socket.destroy());
    socket.on('data', (chunk: Buffer) => {
      answer += chunk.toString();
      socket.end();
    });
    socket.on('error', () => undefined);
    socket.on('close', () => resolve(answer));
  });
}
