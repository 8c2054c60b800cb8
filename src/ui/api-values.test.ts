import { expect, test } from 'vitest';
import { valuesInWords } from './api-values.ts';

test.each([
  [{ enum: ['zh', 'en'] }, 'zh | en'],
  [{ minimum: 1, maximum: 100 }, '1–100'],
  [{ pattern: '^\\d{6}$' }, '000000'],
  [{ pattern: '^(19|20)\\d\\d$' }, '(19|20)\\d\\d'],
  [{ maxLength: 200 }, '≤ 200'],
  [{}, ''],
])('the values of %o are told as “%s”', (schema, text) => {
  expect(valuesInWords(schema)).toBe(text);
});
