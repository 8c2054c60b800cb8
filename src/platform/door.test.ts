import { expect, test } from 'vitest';
import { judge } from './door.ts';

const arrival = { method: 'GET', url: '/zh', host: 'zone.example', contentLength: 0 };
const rules = { host: undefined, largestBody: () => 1000 };

test('an ordinary request comes in', () => {
  expect(judge(arrival, rules)).toEqual({ enter: true });
  expect(judge({ ...arrival, url: '/zh/search?q=%25%20%E8%8B%8F&x=%' }, rules)).toEqual({ enter: true });
});

test.each([
  ['%', '/%'],
  ['a cut-off character', '/%E0%A4%A'],
  ['NUL in the path', '/%00'],
  ['NUL in the query', '/zh?q=a%00b'],
  ['a line break', '/zh%0d%0aSet-Cookie:x'],
  ['a backslash', '/\\evil.example'],
  ['another site in the request line', 'http://evil.example/zh'],
  ['no path', '*'],
])('an address with %s is malformed', (_what, url) => {
  expect(judge({ ...arrival, url }, rules)).toEqual({ status: 400 });
});

test('more than one slash is one, and never leads to another host', () => {
  expect(judge({ ...arrival, url: '//evil.example//x?y=//z' }, rules)).toEqual({ to: '/evil.example/x?y=//z' });
  expect(judge({ ...arrival, method: 'POST', url: '//zh' }, rules)).toEqual({ status: 404 });
});

test('with a named origin every other host is misdirected', () => {
  const named = { ...rules, host: 'zone.example' };
  expect(judge(arrival, named)).toEqual({ enter: true });
  expect(judge({ ...arrival, host: 'ZONE.example' }, named)).toEqual({ enter: true });
  for (const host of ['evil.example', 'zone.example.evil', 'zone.example:81', undefined]) {
    expect(judge({ ...arrival, host }, named)).toEqual({ status: 421 });
  }
});

test.each(['localhost:3000', '127.0.0.1', '[::1]:3000'])('without one, %s is a host', (host) => {
  expect(judge({ ...arrival, host }, rules)).toEqual({ enter: true });
});

test.each(['evil.example/x', 'a b', 'x@y', ''])('without one, “%s” is not', (host) => {
  expect(judge({ ...arrival, host }, rules)).toEqual({ status: 400 });
});

test('what is too long, too large or an unknown method is turned away', () => {
  expect(judge({ ...arrival, url: `/${'x'.repeat(9_000)}` }, rules)).toEqual({ status: 414 });
  expect(judge({ ...arrival, contentLength: 1_001 }, rules)).toEqual({ status: 413 });
  expect(judge({ ...arrival, method: 'TRACE' }, rules)).toEqual({ status: 405 });
});
