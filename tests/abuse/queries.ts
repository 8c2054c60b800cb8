import { expect, test } from 'vitest';
import { endpoints } from '#routes/api/v1/endpoints.ts';
import { addressOf, allCalls } from '../support/routes.ts';
import { eachOf, here, type AbusedSite } from './site.ts';

/** Longer than any answer may take; a query that could be made to sleep would sleep longer. */
const patienceMs = 10_000;

const cursor = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');

const values = [
  ...["'", '"', "')) or 1=1 --", "'||pg_sleep(20)||'", '1;select pg_sleep(20)', '$1', '::text', "\\' or 1=1", '%_'],
  ...['0', '-1', '1.5', '1e308', 'NaN', 'Infinity', '9007199254740993', '0x10', '١٢٣', '99999999999999999999'],
  ...[
    '0000-00-00',
    '0000-01-01',
    '9999-12-31',
    '2026-02-30',
    '+275760-09-13T00:00:00Z',
    '-271821-04-20T00:00:00Z',
    '2026-01-01T00:00:00+14:00',
  ],
  ...['__proto__', 'constructor', 'toString', 'author.passwordHash', '-author.passwordHash', '& | ! ( ) : * <->', '"a'],
  ...[
    cursor([null, '1']),
    cursor(['2026-02-30 00:00:00+00', '1']),
    cursor(['0000-01-01 00:00:00+00', '1']),
    cursor(['9999-99-99 99:99:99+00', '1']),
    cursor(['2026-01-01 00:00:00+99', '1']),
  ],
  ...['u999999999999999', '2026-13-45T99:99:99.999Z_00000000-0000-0000-0000-000000000000', 'x'.repeat(3000)],
  ...['\u202e\u0301'.repeat(50), '\ufffe\uffff', '𠮷'.repeat(100)],
];
/** What found something once: these go into each parameter alone, all others into all of them at once. */
const telling = [
  "'",
  '-1',
  '1.5',
  '1e308',
  '99999999999999999999',
  '0000-01-01',
  '2026-02-30',
  'constructor',
  ...values.slice(-11, -3),
];

/** What no encoding of letters gives: halves of characters, and bytes that are none. */
const bytes = ['%ED%A0%80', '%FF%FE', '%C0%80', '%F4%90%80%80'];
const hostile = [...values.map(encodeURIComponent), ...bytes];

const news = ['column', 'city', 'province', 'zone', 'year', 'after'];
const zones = ['q', 'province', 'city', 'level', 'type', 'industry', 'decade', 'area', 'sort', 'after', 'view'];
const board = ['q', 'kind', 'industry', 'province', 'zone', 'deadline', 'stage', 'cooperation', 'interest', 'language'];
const boards = [...board, 'sort', 'after'];
const events = ['view', 'kind', 'zone', 'province', 'month', 'after'];
const articles = ['q', 'state', 'column', 'zone', 'english', 'from', 'to', 'sort', 'columns', 'after'];

/** What each page reads of its address; a page without a line is asked with all of these at once. */
const read: Readonly<Record<string, readonly string[]>> = {
  '/[lang=lang]/(public)/[side=side]': boards,
  '/[lang=lang]/(public)/news': news,
  '/[lang=lang]/(public)/news/feed.atom': news,
  '/[lang=lang]/(public)/news/feed.rss': news,
  '/[lang=lang]/(public)/events': events,
  '/[lang=lang]/(public)/plans': ['zone', 'state', 'after'],
  '/[lang=lang]/(public)/events/feed.atom': events,
  '/[lang=lang]/(public)/events/feed.ics': events,
  '/[lang=lang]/(public)/zones': zones,
  '/[lang=lang]/(public)/zones/compare': ['zone', 'add', 'place'],
  '/[lang=lang]/(public)/search': [
    'q',
    'kind',
    'sort',
    'after',
    'province',
    'city',
    'zone',
    'column',
    'year',
    'language',
  ],
  '/[lang=lang]/(public)/search/suggest': ['q'],
  '/[lang=lang]/desk/articles': articles,
  '/[lang=lang]/desk/connections': ['q', 'state', 'waits', 'side', 'broker', 'overdue', 'sort', 'columns', 'after'],
  '/[lang=lang]/desk/articles/[id=number]': ['edition'],
  '/[lang=lang]/desk/articles/[id=number]/review': ['edition', 'comment'],
  '/[lang=lang]/desk/articles/[id=number]/revisions': ['edition', 'from', 'to'],
  '/[lang=lang]/desk/articles/[id=number]/preview': ['edition', 'width'],
  '/[lang=lang]/desk/events': ['q', 'state', 'kind', 'when', 'from', 'zone', 'sort', 'columns', 'after'],
  '/[lang=lang]/desk/events/export': ['q', 'state', 'kind', 'when', 'from', 'zone', 'sort', 'columns', 'format'],
  '/[lang=lang]/desk/events/[id=number]/agenda': ['edit', 'done'],
  '/[lang=lang]/desk/events/[id=number]/check-in': ['q'],
  '/[lang=lang]/desk/events/[id=number]/listings': ['q', 'done'],
  '/[lang=lang]/desk/events/[id=number]/registrations': ['q', 'state', 'one', 'sort', 'columns', 'after'],
  '/[lang=lang]/desk/plans': ['q', 'state', 'zone', 'sort', 'columns', 'after'],
  '/[lang=lang]/desk/plans/export': ['q', 'state', 'zone', 'sort', 'columns', 'format'],
  '/[lang=lang]/desk/plans/[id=number]': ['done'],
  '/[lang=lang]/desk/plans/[id=number]/goals': ['done'],
  '/[lang=lang]/desk/plans/[id=number]/proposals': ['did'],
  '/[lang=lang]/desk/plans/[id=number]/versions': ['from', 'to'],
  '/[lang=lang]/desk/files': ['zone', 'show', 'after'],
  '/[lang=lang]/desk/health': ['zone'],
  '/[lang=lang]/desk/imports': ['before'],
  '/[lang=lang]/desk/imports/[run=number]': ['after', 'kept'],
  '/[lang=lang]/desk/blockers': ['q', 'state', 'kind', 'zone', 'sort', 'columns', 'after'],
  '/[lang=lang]/desk/blockers/export': ['q', 'state', 'kind', 'zone', 'sort', 'columns', 'format'],
  '/[lang=lang]/desk/rounds': ['q', 'state', 'zone', 'sort', 'columns', 'after'],
  '/[lang=lang]/desk/rounds/export': ['q', 'state', 'zone', 'sort', 'columns', 'format'],
  '/[lang=lang]/desk/instructions': ['q', 'about', 'from', 'zone', 'sort', 'after', 'did'],
  '/[lang=lang]/desk/instructions/export': ['q', 'about', 'from', 'zone', 'sort', 'format'],
  '/[lang=lang]/desk/instructions/new': ['about'],
  '/[lang=lang]/desk/slips': [
    'q',
    'colour',
    'state',
    'due',
    'whose',
    'unit',
    'cause',
    'zone',
    'sort',
    'columns',
    'after',
  ],
  '/[lang=lang]/desk/leader': ['zone'],
  '/[lang=lang]/desk/leader/brief': ['zone'],
  '/[lang=lang]/desk/leader/records': ['of', 'zone', 'since', 'improvement', 'light', 'after'],
  '/[lang=lang]/desk/slips/new': ['about'],
  '/[lang=lang]/desk/questions': ['before'],
  '/[lang=lang]/desk/sources': ['after', 'done'],
  '/[lang=lang]/desk/sources/[id=number]': ['at', 'before', 'done'],
  '/[lang=lang]/desk/notifications': ['after'],
  '/[lang=lang]/desk/platform/accounts': ['q', 'role', 'zone', 'state', 'sort', 'after', 'columns'],
  '/[lang=lang]/desk/platform/audit': ['q', 'kind', 'action', 'actor', 'record', 'zone', 'from', 'to', 'sort', 'after'],
  '/[lang=lang]/desk/platform/invitations': ['before'],
  '/[lang=lang]/desk/platform/jobs': ['list', 'after'],
  '/[lang=lang]/desk/platform/mail': ['before'],
  ...Object.fromEntries(
    Object.values(endpoints).map(({ path, query }) => [
      `/api/v1${path.replace(/\{(\w+)\}/, '[$1]')}`,
      Object.keys(query.shape),
    ]),
  ),
};
const everyName = [...new Set(Object.values(read).flat())];

const pages = [...new Set(allCalls().flatMap(({ route, method }) => (method === 'GET' ? [route] : [])))];
const asWhom = (route: string) => (route.includes('/platform/') ? 'operator' : 'editor');

export function queryCases(site: () => AbusedSite): void {
  test.each(pages)('%s takes anything in its address, and neither fails nor waits', async (route) => {
    const path = addressOf(route, await records(site()));
    const names = read[route] ?? [];
    const alone = names.flatMap((name) => telling.map((value) => `${name}=${encodeURIComponent(value)}`));
    const together = hostile.map((value) => (names.length > 0 ? names : everyName).map((name) => `${name}=${value}`));
    const queries = [...alone, ...together.map((pairs) => pairs.join('&').slice(0, 8_000))];
    await allHold(
      site(),
      route.includes('/desk') ? asWhom(route) : undefined,
      queries.map((query) => `${path}?${query}`),
    );
  });

  test.each(['/zh/news', '/zh/zones', '/api/v1/zones', '/zh/desk/articles'])(
    '%s does not sort or filter by what it does not list',
    async (path) => {
      const as = path.includes('/desk') ? 'editor' : undefined;
      const plain = await site().ask(path, as ? { as } : {});
      const asked = await site().ask(`${path}?sort=author.passwordHash&author.passwordHash=a`, as ? { as } : {});
      if (asked.status !== 400) expect(main(asked.body)).toEqual(main(plain.body));
    },
  );

  test('a parameter given a thousand times is no load', async () => {
    const query = Array.from({ length: 1000 }, () => 'q=a').join('&');
    await allHold(site(), 'editor', [`/zh/search?${query}`, `/zh/zones?${query}`, `/zh/desk/articles?${query}`]);
  });
}

/** What the data make of a page: titles and cells. */
function main(html: string): (string | undefined)[] {
  return [...html.matchAll(/<(?:h2|h3|td)[^>]*>([^<]*)/g)].map(([, text]) => text);
}

async function allHold(site: AbusedSite, as: string | undefined, paths: readonly string[]): Promise<void> {
  const wrong: string[] = [];
  await eachOf(paths, 6, async (path) => {
    const { status, ms } = await site.ask(path, as === undefined ? {} : { as });
    if (status >= 500 || ms > patienceMs) wrong.push(`${status} after ${Math.round(ms)} ms: ${path.slice(0, 200)}`);
  });
  expect(wrong).toEqual([]);
}

/** A record for each parameter of a path. */
export async function records(site: AbusedSite): Promise<Record<string, string>> {
  const id = String(await site.article('draft'));
  const { rows } = await site.database.query<{ id: string }>(
    `insert into import_run (actor, zone_code) values ('account:1', $1) returning id`,
    [here],
  );
  await site.database.query(
    `insert into source (id, zone_code, name, address) overriding system value values ($1, $2, '来源', 'https://zone.example')
      on conflict do nothing`,
    [id, here],
  );
  return {
    ...{
      lang: 'zh',
      id,
      code: here,
      token: 'x'.repeat(43),
      '...rest': 'v1/nothing',
      '...page': 'zh.svg',
      page: '1',
      version: '1',
      unit: '1',
      run: rows[0]?.id ?? '1',
    },
    ...{
      file: '1',
      variant: 'original',
      revision: '1',
      name: 'x',
      list: 'articles',
      slug: 'text',
      part: 'units',
      record: 'honours',
    },
    side: 'needs',
  };
}
