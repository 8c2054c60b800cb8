import { expect, test } from 'vitest';
import { addressOf, stateOf, toggled } from './address.ts';

const read = (query: string) => stateOf(new URLSearchParams(query));

test('an address says all there is to say, and reads back the same', () => {
  const state = read('q=半导体&city=320500&kind=article&page=3');
  expect(state).toEqual({ text: '半导体', filters: { kind: 'article', city: '320500' }, page: 3 });
  expect(read(addressOf('', state).slice(1))).toEqual(state);
});

test('what an address cannot mean is left out', () => {
  expect(read('q=x&page=-1&kind=person&year=abcd')).toEqual({ text: 'x', filters: {}, page: 1 });
  expect(read('page=1e9').page).toBe(1);
});

test('a filter is set by its link and taken away by the same link, from the first page on', () => {
  const state = read('q=x&page=2');
  const chosen = toggled(state, 'kind', 'zone');
  expect(chosen).toEqual({ text: 'x', filters: { kind: 'zone' }, page: 1 });
  expect(toggled(chosen, 'kind', 'zone').filters).toEqual({});
});
