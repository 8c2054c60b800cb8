import { expect, test } from 'vitest';
import { transport } from '../hooks.ts';
import { drawn } from './drawn.ts';

test('what is drawn here is left out of the text for the browser, and all the rest is written', () => {
  const encode = transport['drawn']?.encode;
  expect(encode?.(drawn({ title: 'a' }))).toBe(true);
  expect([{ title: 'a' }, [1], null, undefined, 'a', 1].map((value) => encode?.(value))).not.toContain(true);
});

test('the page still finds all of it', () => {
  expect({ ...drawn({ title: 'a', list: [1] }) }).toMatchObject({ title: 'a', list: [1] });
});

test('a page with script that marked its data says so at once', () => {
  expect(() => transport['drawn']?.decode(true) as unknown).toThrow(/script/);
});
