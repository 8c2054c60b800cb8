import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Tx } from '#platform/database.server.ts';
import { inRollback } from '../../tests/support/database.ts';
import type { Entry } from './entry.ts';
import { filtersOf } from './filter.ts';
import { findHits, type Wanted } from './read.server.ts';
import { suggest } from './suggest.server.ts';
import { putEntries, removeEntries } from './write.server.ts';

const xiangcheng: Entry = {
  kind: 'zone',
  id: '32101026',
  lang: 'zh',
  path: '/zones/32101026',
  title: '相城经济技术开发区',
  names: ['相城经开区', 'Xiangcheng Economic and Technological Development Zone', '32101026'],
  body: '国家级经济技术开发区，主导产业为智能网联汽车、生物医药。',
  province: '320000',
  city: '320500',
  industries: ['automotive', 'biomedicine'],
};
const xiangchengInEnglish: Entry = {
  ...xiangcheng,
  lang: 'en',
  title: 'Xiangcheng Economic and Technological Development Zone',
  names: ['相城经济技术开发区'],
  body: 'A national zone with connected cars and biomedicine.',
};
const kunshan: Entry = {
  ...xiangcheng,
  id: '32101005',
  path: '/zones/32101005',
  title: '昆山经济技术开发区',
  names: ['昆山经开区'],
  body: '国家级开发区，以光电、半导体著称。',
};
const suzhou: Entry = {
  kind: 'place',
  id: '320500',
  lang: 'zh',
  path: '/places/320500',
  title: '苏州市',
  names: ['苏州', 'Suzhou'],
  body: '江苏省地级市',
  province: '320000',
};

function article(id: string, title: string, body: string, more: Partial<Entry> = {}): Entry {
  return {
    kind: 'article',
    id,
    lang: 'zh',
    path: `/news/${id}`,
    title,
    names: [],
    body,
    zone: '32101026',
    province: '320000',
    city: '320500',
    column: 'text',
    date: new Date('2024-02-01T01:30:00Z'),
    ...more,
  };
}

const pitch = article(
  '1',
  '相城区推进新型工业化',
  '科创平台与企业面对面。会上发布了半导体和新材料的需求，相城经开区作了汇报。下午参观企业。',
);
const tea = article('2', '碧螺春开采', '春茶今天开采，茶农很忙。', { date: new Date('2023-03-05T00:00:00Z') });
const traditional = article('3', '臺商座談會', '昆山開發區召開積體電路產業座談會，討論半導體供應鏈。', {
  date: new Date('2022-05-05T00:00:00Z'),
  zone: '32101005',
});
const everything = [xiangcheng, xiangchengInEnglish, kunshan, suzhou, pitch, tea, traditional];

function withEverything(check: (tx: Tx) => Promise<void>): () => Promise<void> {
  return () =>
    inRollback(async (tx) => {
      await putEntries(tx, everything);
      await check(tx);
    });
}

async function idsFor(tx: Tx, text: string, more: Partial<Wanted> = {}): Promise<string[]> {
  return (await findHits(tx, { text, lang: 'zh', ...more })).hits.map((hit) => hit.id);
}

test.each([
  ['相城经开区', '32101026'],
  ['相城经济技术开发区', '32101026'],
  ['相城經濟技術開發區', '32101026'],
  ['相城', '32101026'],
  ['xcjkq', '32101026'],
  ['xiangcheng', '32101026'],
  ['xiang cheng', '32101026'],
  ['Xiangcheng Economic', '32101026'],
  ['32101026', '32101026'],
  ['３２１０１０２６', '32101026'],
  ['昆山', '32101005'],
  ['ksjkq', '32101005'],
  ['苏州', '320500'],
  ['suzhou', '320500'],
  ['semiconductor', '1'],
  ['new materials', '1'],
  ['biomedicine', '32101026'],
  ['春茶', '2'],
  ['茶农', '2'],
  ['半導體', '1'],
  ['座谈会', '3'],
  ['相城区新型工业化有什么进展？', '1'],
])('%j finds the record it means', (text, id) =>
  withEverything(async (tx) => {
    const ids = await idsFor(tx, text);
    expect(ids.slice(0, text === 'semiconductor' || text === '半導體' ? 3 : 1)).toContain(id);
  })(),
);

test(
  'a zone asked for by its name comes before news about it',
  withEverything(async (tx) => {
    expect(await idsFor(tx, '相城经开区')).toEqual(['32101026', '1']);
  }),
);

test(
  'a record is one hit, in the language of the reader',
  withEverything(async (tx) => {
    const zh = await findHits(tx, { text: 'Xiangcheng', lang: 'zh' });
    const en = await findHits(tx, { text: 'Xiangcheng', lang: 'en' });
    expect(zh.hits.filter((hit) => hit.id === '32101026')).toMatchObject([{ lang: 'zh' }]);
    expect(en.hits.filter((hit) => hit.id === '32101026')).toMatchObject([{ lang: 'en' }]);
  }),
);

test(
  'a phrase is found only as it stands',
  withEverything(async (tx) => {
    expect(await idsFor(tx, '"半导体和新材料"')).toEqual(['1']);
    expect(await idsFor(tx, '“新材料和半导体”')).toEqual([]);
    expect(await idsFor(tx, '"半导体供应链"')).toEqual(['3']);
  }),
);

test(
  'a word behind a minus sign excludes',
  withEverything(async (tx) => {
    expect(await idsFor(tx, '半导体 -昆山')).toEqual(['1']);
    expect(await idsFor(tx, '-半导体')).not.toContain('1');
  }),
);

test(
  'filters narrow, alone and together, and counts say by how much',
  withEverything(async (tx) => {
    expect(await idsFor(tx, '半导体', { filters: { kind: 'article' } })).toEqual(expect.arrayContaining(['1', '3']));
    expect(await idsFor(tx, '半导体', { filters: { zone: '32101026', year: '2024' } })).toEqual(['1']);
    expect(await idsFor(tx, '', { filters: { industry: 'biomedicine', kind: 'zone' } })).toHaveLength(2);
    const { facets, total, exact } = await findHits(tx, { text: '半导体', lang: 'zh' });
    expect({ total, exact }).toEqual({ total: 3, exact: true });
    expect(facets.kind).toEqual([
      { value: 'article', count: 2 },
      { value: 'zone', count: 1 },
    ]);
    expect(facets.year).toEqual([
      { value: '2024', count: 1 },
      { value: '2022', count: 1 },
    ]);
  }),
);

test(
  'a hit shows the sentence that was meant, with the words marked',
  withEverything(async (tx) => {
    const { hits } = await findHits(tx, { text: '新材料', lang: 'zh' });
    const snippet = hits[0]?.snippet ?? [];
    expect(snippet.find((part) => part.marked)?.text).toBe('新材料');
    expect(snippet.map((part) => part.text).join('')).toMatch(/^会上发布了半导体和新材料的需求/);
  }),
);

test(
  'an entry put again replaces the old one, and a removed record is not found',
  withEverything(async (tx) => {
    await putEntries(tx, [{ ...tea, title: '龙井开采', body: '杭州' }]);
    expect(await idsFor(tx, '碧螺春')).toEqual([]);
    expect(await idsFor(tx, '龙井')).toEqual(['2']);
    await removeEntries(tx, 'article', ['2']);
    expect(await idsFor(tx, '龙井')).toEqual([]);
  }),
);

test(
  'pages follow each other without gap or repetition',
  withEverything(async (tx) => {
    const all = await idsFor(tx, '开发区');
    const first = await idsFor(tx, '开发区', { limit: 2 });
    const second = await idsFor(tx, '开发区', { limit: 2, offset: 2 });
    expect([...first, ...second]).toEqual(all.slice(0, 4));
  }),
);

test.each([
  "'",
  '"',
  '\\',
  "'); drop table search_entry; --",
  '%',
  '&|!():*<->',
  '\0',
  '\ud800',
  '🧑‍🚀',
  '-',
  '--',
  '""',
  '-""',
  ':*',
  '@kind:zone',
  '=x',
  '~x:*',
  ' ',
  'a'.repeat(5000),
  '经'.repeat(500),
])('no query fails: %j', (text) =>
  withEverything(async (tx) => {
    await expect(findHits(tx, { text, lang: 'zh' })).resolves.toBeDefined();
    await expect(suggest(tx, text, 'zh')).resolves.toBeDefined();
  })(),
);

test(
  'no query of any characters fails',
  withEverything(async (tx) => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 60 }), async (text) => {
        await findHits(tx, { text, lang: 'zh' });
        await suggest(tx, text, 'zh');
      }),
      { numRuns: 60 },
    );
  }),
);

test.each([
  ['相', '相城经济技术开发区'],
  ['xiangch', '相城经济技术开发区'],
  ['xcj', '相城经济技术开发区'],
  ['kunshan', '昆山经济技术开发区'],
  ['su zhou', '苏州市'],
])('typing %j offers %s', (typed, title) =>
  withEverything(async (tx) => {
    expect((await suggest(tx, typed, 'zh')).map((one) => one.title)).toContain(title);
  })(),
);

test('what an address cannot mean is left out of the filters', () => {
  const params = new URLSearchParams("kind=zone&year=20x4&zone=1'or'1&language=fr&city=320500");
  expect(filtersOf(params)).toEqual({ kind: 'zone', city: '320500' });
});
