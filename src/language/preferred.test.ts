import { expect, test } from 'vitest';
import { preferredLang } from './preferred.ts';

test.each([
  ['en', 'zh-CN', 'en'],
  [null, 'de-DE, en;q=0.8, zh;q=0.5', 'en'],
  [null, 'en;q=0.2, zh-Hans-CN;q=0.9', 'zh'],
  [null, 'fr', 'zh'],
  ['xx', 'en-GB', 'en'],
  [null, 'en;q=0', 'zh'],
  [null, null, 'zh'],
] as const)('lang=%s and Accept-Language: %s are answered in %s', (named, accepted, lang) => {
  expect(preferredLang(named, accepted)).toBe(lang);
});
