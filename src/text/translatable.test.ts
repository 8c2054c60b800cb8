import fc from 'fast-check';
import { expect, test } from 'vitest';
import { richDocument, type Block, type Inline } from './document.ts';
import { markedText, unmarkedText } from './placeholders.ts';
import { translatable } from './translatable.ts';

const link = { type: 'link', attrs: { href: 'https://zone.example/' } } as const;
const content: Inline[] = [
  { type: 'text', text: '请看' },
  { type: 'text', text: '官网', marks: [link] },
  { type: 'hardBreak' },
  { type: 'text', text: '谢谢', marks: [{ type: 'bold' }] },
];
const cell = (text: string): Extract<Block, { type: 'table' }>['content'][number]['content'][number] => ({
  type: 'tableCell',
  attrs: { colspan: 1, rowspan: 1 },
  content: [{ type: 'paragraph', content: text === '' ? [] : [{ type: 'text', text }] }],
});
const table: Block = {
  type: 'table',
  content: [{ type: 'tableRow', content: [cell('企业'), cell('2024'), cell('')] }],
};

test('links, bold and line breaks stand as placeholders, and come back wherever the sentence puts them', () => {
  const marked = markedText(content);
  expect(marked?.text).toBe('请看⟦1⟧官网⟦/1⟧⟦2/⟧⟦3⟧谢谢⟦/3⟧');
  expect(marked && unmarkedText('⟦3⟧Thanks⟦/3⟧⟦2/⟧See the ⟦1⟧site⟦/1⟧.', marked)).toEqual([
    { type: 'text', text: 'Thanks', marks: [{ type: 'bold' }] },
    { type: 'hardBreak' },
    { type: 'text', text: 'See the ' },
    { type: 'text', text: 'site', marks: [link] },
    { type: 'text', text: '.' },
  ]);
});

test.each([
  ['a placeholder that is gone', 'See ⟦1⟧site⟦/1⟧⟦2/⟧Thanks'],
  ['one that is there twice', '⟦1⟧a⟦/1⟧⟦1⟧a⟦/1⟧⟦2/⟧⟦3⟧b⟦/3⟧'],
  ['one that nobody gave', '⟦1⟧a⟦/1⟧⟦2/⟧⟦3⟧b⟦/3⟧⟦4⟧c⟦/4⟧'],
  ['one that is not closed', '⟦1⟧a⟦2/⟧⟦3⟧b⟦/3⟧'],
  ['one within another', '⟦1⟧a⟦3⟧b⟦/3⟧⟦/1⟧⟦2/⟧'],
  ['one of another kind', '⟦1/⟧⟦2/⟧⟦3⟧b⟦/3⟧'],
  ['an empty link', '⟦1⟧⟦/1⟧⟦2/⟧⟦3⟧b⟦/3⟧'],
])('%s leaves the text to a person', (_, answer) => {
  const marked = markedText(content);
  expect(marked && unmarkedText(answer, marked)).toBeUndefined();
});

test('a table goes cell by cell; figures and empty cells are not asked for', () => {
  const parts = translatable(table);
  expect(parts?.pieces).toEqual(['企业']);
  expect(parts?.rebuilt(['Enterprise'])).toEqual({
    type: 'table',
    content: [{ type: 'tableRow', content: [cell('Enterprise'), cell('2024'), cell('')] }],
  });
});

test('a picture keeps its file; its caption and what it shows are translated', () => {
  const figure: Block = { type: 'figure', attrs: { file: 'f', source: null, alt: '厂房', caption: '' } };
  expect(translatable(figure)?.pieces).toEqual(['厂房']);
  expect(translatable(figure)?.rebuilt(['A plant'])).toEqual({
    type: 'figure',
    attrs: { file: 'f', source: null, alt: 'A plant', caption: '' },
  });
});

test('a text that holds the signs themselves is left alone', () => {
  expect(translatable({ type: 'paragraph', content: [{ type: 'text', text: '⟦1⟧' }] })).toBeUndefined();
});

test('whatever comes back, the block is of the same build or none', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (one, other) => {
      for (const block of [table, { type: 'paragraph', content } satisfies Block]) {
        const back = translatable(block)?.rebuilt([one, other]);
        if (!back) continue;
        expect(richDocument.safeParse({ type: 'doc', content: [back] }).success).toBe(true);
        expect(back.type).toBe(block.type);
      }
    }),
  );
});
