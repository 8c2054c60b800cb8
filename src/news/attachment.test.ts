import { expect, test } from 'vitest';
import { moved } from './attachment.ts';

const files = ['甲', '乙', '丙'].map((name) => ({ id: name, name }));
const after = (asked: string) => moved(files, asked).map(({ name }) => name);

test.each([
  ['up-1', ['乙', '甲', '丙']],
  ['down-0', ['乙', '甲', '丙']],
  ['remove-1', ['甲', '丙']],
  ['up-0', ['甲', '乙', '丙']],
  ['down-2', ['甲', '乙', '丙']],
  ['', ['甲', '乙', '丙']],
  ['up-9', ['甲', '乙', '丙']],
  ['remove--1', ['甲', '乙', '丙']],
])('%s makes the list %j', (asked, expected) => {
  expect(after(asked)).toEqual(expected);
});
