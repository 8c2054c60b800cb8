import fc from 'fast-check';
import { expect, test } from 'vitest';
import { anyDocument } from '../../tests/support/documents.ts';
import { canonical } from './canonical.ts';
import { richDocument, type RichDocument } from './document.ts';
import { fromNotation, toNotation } from './notation.ts';

const empty: RichDocument = { type: 'doc', content: [] };
const read = (text: string) => fromNotation(text, empty).document.content;

test('no document loses anything on its way through the plain form', () => {
  fc.assert(
    fc.property(anyDocument, (document) => {
      const { document: back, missing } = fromNotation(toNotation(document), document);
      expect(back).toEqual(canonical(document));
      expect(missing).toEqual([]);
    }),
    { numRuns: 500 },
  );
});

test('whatever a person types is a document that may be stored', () => {
  const typed = fc.array(
    fc.oneof(fc.string(), fc.constantFrom('## ', '- ', '> ', '**', '[a](javascript:b)', '\n', '  ')),
  );
  fc.assert(
    fc.property(typed, (pieces) => {
      expect(richDocument.safeParse(fromNotation(pieces.join(''), empty).document).success).toBe(true);
    }),
  );
});

test('an ordinary text reads as a person would write it', () => {
  const text = `## 三大产业集群

到 2026 年，**装备制造**集群产值达 1000 亿元，见[方案](https://zone.example/plan)。

- 智能网联汽车
- 生物医药

1. 申报
2. 评审

> 扎实推进`;
  const blocks = read(text);
  expect(blocks.map(({ type }) => type)).toEqual(['heading', 'paragraph', 'bulletList', 'orderedList', 'blockquote']);
  expect(toNotation({ type: 'doc', content: blocks })).toBe(text);
});

test('a table stands as a name in the text, and comes back unchanged', () => {
  const table = {
    type: 'table' as const,
    content: [
      {
        type: 'tableRow' as const,
        content: [{ type: 'tableCell' as const, attrs: { colspan: 1, rowspan: 1 }, content: [] }],
      },
    ],
  };
  const before: RichDocument = { type: 'doc', content: [{ type: 'paragraph', content: [] }, table] };
  expect(toNotation(before)).toBe('\\\n\n[[table 1]]');
  expect(fromNotation('改过的一段\n\n[[table 1]]', before).document.content[1]).toEqual(canonical(before).content[1]);
  expect(fromNotation('改过的一段', before).missing).toEqual(['table 1']);
});

test('an address that runs is no link', () => {
  expect(JSON.stringify(read('[点这里](javascript:alert)'))).not.toContain('link');
});

test.each(['[', '*', '**', '^', '~', '\\', '](', '[a](', '[a](b)', '<br'])(
  'a hundred thousand characters of %s are read at once',
  (sign) => {
    const started = performance.now();
    read(sign.repeat(100_000 / sign.length));
    expect(performance.now() - started).toBeLessThan(1000);
  },
);
