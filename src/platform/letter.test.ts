import fc from 'fast-check';
import { expect, test } from 'vitest';
import { htmlOf } from './letter.ts';

test('an address becomes a link, and everything else stays text', () => {
  expect(htmlOf('请打开 https://a.cn/x?a=1&b=2。\n<b>谢谢</b>', 'zh')).toContain(
    '<p>请打开 <a href="https://a.cn/x?a=1&amp;b=2">https://a.cn/x?a=1&amp;b=2</a>。<br>&lt;b&gt;谢谢&lt;/b&gt;</p>',
  );
});

test('no text makes a tag of its own', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      const tags = htmlOf(text, 'en').match(/<[^>]*>/g) ?? [];
      for (const tag of tags)
        expect(tag).toMatch(
          /^<(!doctype html|\/?html|\/?head|\/?body|\/?p|br|\/a|html lang="en"|meta charset="utf-8"|a href="https?:\/\/[^"<>]*")>$/,
        );
    }),
  );
});
