import { expect, test } from 'vitest';
import { linkFrom } from './link.ts';

test.each([
  ['zone.example/a?b=1', 'https://zone.example/a?b=1'],
  [' https://zone.example ', 'https://zone.example'],
  ['info@zone.example', 'mailto:info@zone.example'],
  ['/zh/news/1', '/zh/news/1'],
  ['tel:0512-12345', 'tel:0512-12345'],
])('%s leads to %s', (typed, address) => {
  expect(linkFrom(typed)).toBe(address);
});

test.each(['', ' ', 'javascript:alert(1)', '//evil.example', '\\\\evil', 'https://a b', 'data:text/html,x', '园区'])(
  '%s leads nowhere',
  (typed) => {
    expect(linkFrom(typed)).toBeUndefined();
  },
);
