import { expect, test } from 'vitest';
import { addressOf, askedOf, sortedBy } from './address.ts';
import type { List } from './list.ts';

const name = (text: string) => ({ zh: text, en: text });
const list: List = {
  name: 'articles',
  columns: [
    { key: 'title', title: name('title') },
    { key: 'updated', title: name('updated'), sortable: true },
    { key: 'id', title: name('id'), extra: true, sortable: true },
  ],
  filters: [
    { key: 'q', title: name('q'), kind: 'search' },
    { key: 'state', title: name('state'), kind: 'choice', choices: [{ value: 'draft', label: name('draft') }] },
    { key: 'from', title: name('from'), kind: 'date' },
  ],
  sort: '-updated',
};
const ask = (query: string) => askedOf(list, new URLSearchParams(query));

test('the address holds the whole state and says it in one spelling', () => {
  const asked = ask('state=draft&q=+相城+&sort=id&columns=id&columns=title&after=x&from=2026-01-31');
  expect(asked.filters).toEqual({ q: '相城', state: 'draft', from: '2026-01-31' });
  expect(askedOf(list, new URLSearchParams(addressOf(list, asked)))).toEqual(asked);
  expect(addressOf(list, ask(''))).toBe('');
});

test.each([
  'sort=password',
  'state=secret',
  'from=2026-02-31x',
  'from=yesterday',
  'columns=hash',
  'q=%00',
  `after=${'x'.repeat(300)}`,
])('what the list does not have is left out: %s', (query) => expect(ask(query)).toEqual(ask('')));

test('sorting by the same column again turns the order round and goes to the first page', () => {
  expect(sortedBy(list, ask('after=x'), 'updated')).toBe('?sort=updated');
  expect(sortedBy(list, ask('sort=updated'), 'updated')).toBe('');
  expect(sortedBy(list, ask(''), 'id')).toBe('?sort=id');
});
