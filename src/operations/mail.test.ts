import { expect, test } from 'vitest';
import { masked } from './mail.ts';

test.each([
  ['请打开：https://zone.example/zh/reset/abcdefghij', '请打开：https://zone.example/…'],
  ['验证码 483920，十分钟内有效', '验证码 …，十分钟内有效'],
  ['http://localhost:3000/en/setup/x?y=z#w\n再见', 'https://localhost:3000/…\n再见'],
  ['token AbCdEfGhIjKlMnOpQrStUvWx', 'token …'],
  ['12 篇文章，2026-03-04', '12 篇文章，2026-03-04'],
])('%s', (text, shown) => {
  expect(masked(text)).toBe(shown);
});
