import fc from 'fast-check';
import { expect, test } from 'vitest';
import { shippedTemplates } from '#language/words/message-templates.ts';
import { filledFrom } from './chosen.ts';
import { shipped } from './read.server.ts';
import { filledIn, placeholders, purposes, unknownIn, type Values } from './template.ts';

const values: Values = {
  ...{ need: '高温密封', offer: '涂层', organisation: '甲公司', institute: '乙院', person: '张三', date: '2026-03-10' },
};

test('what a template leaves open is filled in, and nothing that is filled in is looked through again', () => {
  expect(filledIn('{person}：{need}，{date}', values)).toBe('张三：高温密封，2026-03-10');
  expect(filledIn('{need}', { ...values, need: '{organisation}' })).toBe('{organisation}');
});

test('what stands in braces and is no placeholder is told', () => {
  expect(unknownIn('{need} {phone} {Need} {}')).toEqual(['{phone}', '{Need}', '{}']);
});

test('a text without unknown placeholders has no braces of them left', () => {
  const part = fc.oneof(
    fc.constantFrom(...placeholders.map((one) => `{${one}}`)),
    fc.string().map((s) => s.replace(/[{}]/g, '')),
  );
  fc.assert(
    fc.property(fc.array(part), (parts) => {
      expect(filledIn(parts.join(''), values)).not.toMatch(/[{}]/);
    }),
  );
});

test('each purpose has a shipped template, in both languages, with known placeholders only', () => {
  expect(Object.keys(shippedTemplates)).toEqual([...purposes]);
  for (const { body } of shipped) expect([...unknownIn(body.zh), ...unknownIn(body.en)]).toEqual([]);
});

test('a template is chosen with its language; anything else fills nothing', () => {
  const fill = (chosen: string | null) => filledFrom(shipped, chosen, () => values)?.text;
  expect(fill('ending.en')).toContain('张三');
  expect(fill('ending.en')).toContain('did not come together');
  for (const wrong of [null, '', 'ending', 'ending.fr', '12.zh', '.zh', 'constructor.zh'])
    expect(fill(wrong)).toBeUndefined();
});
