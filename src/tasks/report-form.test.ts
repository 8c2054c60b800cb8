import { expect, test } from 'vitest';
import { saidIn } from './report-form.ts';

const said = (fields: Readonly<Record<string, string>>) =>
  saidIn({ fields: new Map(Object.entries(fields)), files: [], today: '2026-04-10' });

test('ticks carry their day, or today; days without a tick say nothing', () => {
  const { ticked } = said({
    'tick-7': 'on',
    'day-7': '2026-04-08',
    'tick-9': 'on',
    'day-9': '',
    'day-11': '2026-04-01',
  });
  expect(ticked).toEqual([
    { milestone: 7, doneOn: '2026-04-08' },
    { milestone: 9, doneOn: '2026-04-10' },
  ]);
});

test.each([
  ['www.example.org/a', 'https://www.example.org/a'],
  ['http://example.org', 'http://example.org'],
  ['javascript:alert(1)', 'javascript:alert(1)'],
])('the address %s is evidence as %s', (typed, address) => {
  expect(said({ address: typed }).evidence).toEqual([{ title: '', address }]);
});

test('a sentence over several lines is one, and files are evidence by their names', () => {
  expect(said({ body: '选址已定。\r\n手续在办。' }).body).toBe('选址已定。 手续在办。');
  const files = [{ id: '00000000-0000-4000-8000-000000000000', name: '现场.jpg' }];
  expect(saidIn({ fields: new Map(), files, today: '2026-04-10' }).evidence).toEqual([
    { title: '现场.jpg', fileId: '00000000-0000-4000-8000-000000000000' },
  ]);
});
