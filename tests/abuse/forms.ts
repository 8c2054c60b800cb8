import { expect, test } from 'vitest';
import { addressOf, allCalls } from '../support/routes.ts';
import { records } from './queries.ts';
import { eachOf, here, password, type AbusedSite } from './site.ts';

/** Everything a form of the desk or of signing in can send; each action reads what it knows. */
const names = [
  ...[
    'add',
    'address',
    'article',
    'at',
    'author',
    'block',
    'body',
    'code',
    'column',
    'columns',
    'comment',
    'confirmed',
  ],
  ...[
    'drop',
    'edition',
    'email',
    'file',
    'files',
    'hosts',
    'id',
    'keep',
    'keywords',
    'lang',
    'lines',
    'madeHow',
    'name',
  ],
  ...['note', 'pace', 'plain', 'publish', 'published', 'q', 'query', 'quoted', 'reason', 'reasonEn', 'replacement'],
  ...['revision', 'role', 'says', 'seen', 'session', 'severity', 'sheet', 'source', 'summary', 'time', 'title'],
  ...['upToDate', 'version', 'view', 'word', 'zone', 'list', 'run', 'position', 'current', 'secret', 'token', 'unit'],
];

const hostile: readonly (readonly [string, string])[] = [
  ['NUL', '%00a'],
  ['half a character', '%ED%A0%80'],
  ['bytes that are no letters', '%FF%FE'],
  ['a number too large', '99999999999999999999'],
  ['no number', '1e308'],
  ['a fraction', '1.5'],
  ['a negative number', '-1'],
  ['SQL', encodeURIComponent(`'); select pg_sleep(20) --`)],
  ['names of programs', '__proto__'],
  ['markup', encodeURIComponent('"><script>alert(1)</script>')],
  ['a line break', '%0D%0AX-Evil:%201'],
  ['nothing', ''],
  ['300 kB', 'x'.repeat(5_000)],
];

const ids = new Set(['id', 'article']);

const actions = allCalls().filter(({ method }) => method === 'POST');
const title = ({ route, action }: (typeof actions)[number]) => `${route} ${action ?? ''}`;
const byTitle = new Map(actions.map((call) => [title(call), call]));

export function formCases(site: () => AbusedSite): void {
  test.each([...byTitle.keys()])('%s takes anything in its fields, and never fails', async (name) => {
    const call = byTitle.get(name);
    const values = await records(site());
    const path = addressOf(call?.route ?? '', values);
    const action = call?.action === undefined || call.action === 'default' ? '' : `?/${call.action}`;
    const bodies = hostile.flatMap(([, value]) => [
      names.map((field) => `${field}=${value}`).join('&'),
      // What leads to the record is right, so that the rest of it is looked at.
      names.map((field) => `${field}=${right(field, values) ?? value}`).join('&'),
      names.map((field) => `${field}=${ids.has(field) ? values['id'] : value}`).join('&'),
    ]);
    const wrong: string[] = [];
    await eachOf([...bodies.entries()], 4, async ([number, body]) => {
      const headers = { 'content-type': 'application/x-www-form-urlencoded' };
      // What a form does to sessions and accounts is not to end this test.
      const as = path.includes('/account') || path.includes('sign-out') ? 'other-editor' : actorFor(path);
      const answer = await site().ask(path + action, { as, body, headers });
      if (answer.status >= 500 || answer.body.includes('<script>alert') || answer.headers['x-evil'] !== undefined)
        wrong.push(
          `${answer.status}: ${hostile[Math.floor(number / 3)]?.[0]}, ${['all', 'rest', 'but ids'][number % 3]}`,
        );
    });
    expect(wrong).toEqual([]);
  });

  test.each(['text/plain', 'application/xml', ''])('a form sent as “%s” is not taken', async (type) => {
    const id = await site().article('draft');
    const headers = type === '' ? {} : { 'content-type': type };
    const body = `lang=zh&version=0&revision=1&title=x`;
    const { status } = await site().ask(`/zh/desk/articles/${id}?/save`, {
      as: 'editor',
      body,
      headers: { ...headers },
    });
    expect(status).toBeGreaterThanOrEqual(400);
    expect(status).toBeLessThan(500);
  });

  test.each(['multipart/form-data', 'multipart/form-data; boundary=x'])(
    'a page that gets a broken form says so: %s',
    async (type) => {
      for (const path of [
        '/zh/sign-in',
        '/zh/forgotten',
        '/zh/desk/articles/new',
        '/zh/desk/imports',
        '/zh/desk/articles/file',
      ]) {
        const { status } = await site().ask(path, {
          as: 'publisher',
          body: '--y\r\nbroken',
          headers: { 'content-type': type },
        });
        expect([path, status >= 300 && status < 500]).toEqual([path, true]);
      }
    },
  );

  test.each([
    ['ten thousand levels', '{"text":'.repeat(10_000) + '1' + '}'.repeat(10_000)],
    ['a key twice', '{"lang":"zh","lang":"en","version":0,"revision":0,"text":{}}'],
    ['a mark before it', '\ufeff{}'],
    ['a comma too many', '{"lang":"zh",}'],
    ['a prototype', '{"__proto__":{"lang":"zh"},"constructor":{"prototype":{"version":0}}}'],
    ['half a character', '{"lang":"zh","version":0,"revision":0,"text":{"title":"\\ud800"}}'],
    ['NUL', '{"lang":"zh","version":0,"revision":0,"text":{"title":"\\u0000"}}'],
    ['numbers for names', '{"0":1,"1":2}'],
  ])('JSON with %s is refused', async (_what, body) => {
    const id = await site().article('draft');
    const headers = { 'content-type': 'application/json' };
    const { status } = await site().ask(`/zh/desk/articles/${id}/draft`, { as: 'editor', body, headers });
    expect(status).toBe(422);
  });

  test('10 MB of JSON, and JSON that says it is text, are refused', async () => {
    const path = `/zh/desk/articles/${await site().article('draft')}/draft`;
    const text = { 'content-type': 'text/plain' };
    expect((await site().ask(path, { as: 'editor', body: '{}', headers: text })).status).toBeGreaterThanOrEqual(403);
    const large = await site().ask(path, {
      as: 'editor',
      headers: { 'content-type': 'application/json', 'content-length': String(10 * 1024 ** 2) },
    });
    expect(large.status).toBeGreaterThanOrEqual(400);
  });
}

function actorFor(path: string): string {
  return path.includes('/platform/') ? 'operator' : 'publisher';
}

/** Without these an action goes no further than its first question. */
function right(field: string, { id = '' }: Record<string, string>): string | undefined {
  const known: Readonly<Record<string, string>> = {
    ...{ id, article: id, zone: here, lang: 'zh', edition: 'zh', version: '0', revision: '1', column: 'text' },
    ...{ role: 'editor', severity: 'warn', pace: '360', madeHow: 'human', current: password },
  };
  return known[field];
}
