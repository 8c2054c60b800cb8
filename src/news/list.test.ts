import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatCursor, listAddress, parseListQuery } from './list.ts';

const read = (query: string) => parseListQuery(new URLSearchParams(query));

test('an address with every filter is read', () => {
  expect(read('column=text&city=320500&zone=32101026&year=2024')).toMatchObject({
    ok: true,
    value: { filter: { column: 'text', city: '320500', zone: '32101026', year: '2024' } },
  });
});

test.each(['city=苏州', 'zone=1', 'year=20240', 'column=Text!', 'after=yesterday', 'after=1e9-1'])(
  'a wrong value is refused by its name: %s',
  (query) => {
    expect(read(query)).toMatchObject({ ok: false, problems: [{ field: query.split('=')[0] }] });
  },
);

test('unknown parameters and empty values are left alone', () => {
  expect(read('utm_source=x&city=')).toEqual({ ok: true, value: { filter: {} } });
});

test('a cursor survives its trip through the address', () => {
  const time = fc.date({ min: new Date('1970-01-02'), max: new Date('2199-01-01'), noInvalidDate: true });
  fc.assert(
    fc.property(time, fc.nat(), (publishedAt, id) => {
      const outcome = read(`after=${formatCursor({ publishedAt, id })}`);
      expect(outcome).toEqual({ ok: true, value: { filter: {}, after: { publishedAt, id } } });
    }),
  );
});

test('a filter is set and taken away in the address', () => {
  expect(listAddress('/zh/news', { column: 'text' }, { city: '320500' })).toBe('/zh/news?column=text&city=320500');
  expect(listAddress('/zh/news', { column: 'text' }, { column: undefined })).toBe('/zh/news');
});
