import { globSync } from 'node:fs';
import { describe, expect, inject, test } from 'vitest';

const api = `${inject('site')}/api/v1`;

interface Description {
  openapi: string;
  paths: Record<string, { get: { parameters: { name: string; in: string }[] } }>;
}

async function description(): Promise<Description> {
  return (await (await fetch(`${api}/openapi.json`)).json()) as Description;
}

test('the description names exactly the addresses that the router has', async () => {
  const files = globSync('src/routes/api/v1/**/+server.ts').map((file) =>
    file
      .replace('src/routes/api/v1', '')
      .replace('/+server.ts', '')
      .replace(/\[(\w+)(?:=\w+)?\]/g, '{$1}'),
  );
  const { openapi, paths } = await description();
  expect(openapi).toBe('3.1.0');
  expect(Object.keys(paths).sort()).toEqual(files.filter((path) => path !== '/openapi.json').sort());
});

test('every list answers, in pages that never repeat a record', async () => {
  const { paths } = await description();
  const lists = Object.entries(paths).filter(
    ([path, { get }]) => !path.includes('{') && get.parameters.some(({ name }) => name === 'after'),
  );
  for (const [path] of lists) {
    const query = path === '/search' ? 'q=%E5%BC%80%E5%8F%91%E5%8C%BA&limit=3' : 'limit=3';
    const first = await page(`${api}${path}?${query}`);
    expect(first.data.length, path).toBeGreaterThan(0);
    if (first.next === null) continue;
    const second = await page(first.next);
    const both = [...first.data, ...second.data].map((record) => JSON.stringify(record));
    expect(new Set(both).size, path).toBe(both.length);
  }
});

async function page(address: string): Promise<{ data: unknown[]; next: string | null }> {
  const response = await fetch(address);
  expect([address, response.status]).toEqual([address, 200]);
  return (await response.json()) as { data: unknown[]; next: string | null };
}

describe('a wrong request is answered in words', () => {
  test.each([
    ['/articles?citty=320500', 400, 'en', 'There is no parameter “citty”'],
    ['/articles?citty=320500', 400, 'zh', '不认识参数“citty”'],
    ['/articles?limit=1000', 400, 'en', '100 at most'],
    ['/articles?year=x%27%3B--', 400, 'en', 'could not be understood'],
    ['/articles?limit=5&limit=6', 400, 'en', 'only once'],
    ['/search', 400, 'en', 'q'],
    ['/articles/999999999', 404, 'en', 'no public record'],
    ['/articles/..%2f1', 404, 'en', ''],
    ['/drafts', 404, 'en', 'nothing at'],
  ])('%s → %i (%s)', async (...[path, status, lang, says]) => {
    const response = await fetch(api + path, { headers: { 'accept-language': lang } });
    expect(response.status).toBe(status);
    expect(response.headers.get('content-type')).toMatch(/^application\/problem\+json/);
    const problem = (await response.json()) as { status: number; title: string; detail?: string };
    expect(problem.status).toBe(status);
    expect(problem.detail).toContain(says);
  });

  test('nothing can be written', async () => {
    const response = await fetch(`${api}/articles`, {
      method: 'DELETE',
      headers: { 'content-type': 'application/json' },
    });
    expect([response.status, response.headers.get('allow')]).toEqual([405, 'GET, HEAD, OPTIONS']);
  });
});

test('who has the answer already is told so', async () => {
  const first = await fetch(`${api}/articles?limit=2`);
  const etag = first.headers.get('etag') ?? '';
  expect(etag).not.toBe('');
  const again = await fetch(`${api}/articles?limit=2`, { headers: { 'if-none-match': etag } });
  expect(again.status).toBe(304);
});

test('scripts of any site may read it, and no cookie goes along', async () => {
  const response = await fetch(`${api}/columns`, { headers: { origin: 'https://elsewhere.example' } });
  expect(response.headers.get('access-control-allow-origin')).toBe('*');
  expect(response.headers.get('access-control-allow-credentials')).toBeNull();
});
