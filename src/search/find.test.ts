import { expect, test } from 'vitest';
import { idsFor, tea, withEverything } from '../../tests/support/search-entries.ts';
import { findHits } from './read.server.ts';
import { putEntries, removeEntries } from './write.server.ts';

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
  'the name of a city also means what lies there, the city itself first',
  withEverything(async (tx) => {
    const ids = await idsFor(tx, '苏州 半导体');
    expect(ids).toContain('1');
    expect(ids).not.toContain('2');
    expect((await idsFor(tx, 'Suzhou'))[0]).toBe('320500');
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
