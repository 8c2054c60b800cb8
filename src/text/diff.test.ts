import fc from 'fast-check';
import { expect, test } from 'vitest';
import { diffDocuments, diffText } from './diff.ts';
import { documentOf, type Block, type RichDocument } from './document.ts';

const marked = (before: string, after: string) =>
  diffText(before, after)
    .map(({ change, text }) => ({ same: text, added: `[+${text}]`, removed: `[-${text}]` })[change])
    .join('');

test('Chinese is compared by words, English by words', () => {
  expect(marked('签约项目十七个，总投资八十亿元。', '签约项目十九个，总投资八十亿元。')).toBe(
    '签约项目[-十七][+十九]个，总投资八十亿元。',
  );
  expect(marked('signed 17 projects', 'signed 19 projects')).toBe('signed [-17][+19] projects');
});

const change = (before: RichDocument, after: RichDocument) =>
  diffDocuments(before, after).map((one) => `${one.change}: ${one.pieces.map(({ text }) => text).join('')}`);

test('a paragraph that was put in is one change, and a changed one stays beside its old self', () => {
  const before = documentOf(['第一段说的是产业集群。', '第二段说的是签约项目十七个。', '最后一段。']);
  const after = documentOf(['第一段说的是产业集群。', '新加的一段。', '第二段说的是签约项目十九个。', '最后一段。']);
  expect(change(before, after)).toEqual([
    'same: 第一段说的是产业集群。',
    'added: 新加的一段。',
    'changed: 第二段说的是签约项目十七十九个。',
    'same: 最后一段。',
  ]);
});

const table = (...cells: string[]): RichDocument => ({
  type: 'doc',
  content: [
    {
      type: 'table',
      content: [
        {
          type: 'tableRow',
          content: cells.map((text) => ({
            type: 'tableCell',
            attrs: { colspan: 1, rowspan: 1 },
            content: [{ type: 'paragraph', content: [{ type: 'text', text }] }],
          })),
        },
      ],
    },
  ],
});

test('a cell of a table is found, and so is the alternative text of a picture', () => {
  const [found] = diffDocuments(table('产值', '1000 亿'), table('产值', '1200 亿'));
  expect(found?.pieces).toContainEqual({ change: 'added', text: '1200' });
  const figure = (alt: string): RichDocument => ({
    type: 'doc',
    content: [{ type: 'figure', attrs: { file: '1', source: null, alt, caption: '签约现场' } }],
  });
  expect(diffDocuments(figure('旧'), figure('新'))[0]).toMatchObject({ change: 'changed' });
});

test('a link that leads elsewhere, and a word made bold, are changes though the words are the same', () => {
  const link = (href: string): Block => ({
    type: 'paragraph',
    content: [{ type: 'text', text: '公告', marks: [{ type: 'link', attrs: { href } }] }],
  });
  const bold: Block = { type: 'paragraph', content: [{ type: 'text', text: '公告', marks: [{ type: 'bold' }] }] };
  const doc = (block: Block): RichDocument => ({ type: 'doc', content: [block] });
  expect(diffDocuments(doc(link('/a')), doc(link('/b')))[0]?.pieces).toContainEqual({ change: 'added', text: 'b' });
  expect(diffDocuments(documentOf(['公告']), doc(bold))).toMatchObject([{ change: 'changed', onlyForm: true }]);
});

test('whatever was written: without what came it is the old text, without what went the new one', () => {
  const line = fc.string({ unit: fc.constantFrom('产', '业', '集', '群', ' ', '1', 'a', '。', '😀'), maxLength: 12 });
  const lines = fc.array(line, { maxLength: 8 });
  fc.assert(
    fc.property(lines, lines, (old, now) => {
      const changes = diffDocuments(documentOf(old), documentOf(now));
      const without = (kind: string) =>
        changes
          .filter((one) => one.change !== kind)
          .map(({ pieces }) =>
            pieces
              .filter((piece) => piece.change !== kind)
              .map(({ text }) => text)
              .join(''),
          );
      expect(without('added')).toEqual(old);
      expect(without('removed')).toEqual(now);
    }),
  );
});

test('two long texts without anything in common are told apart in time', () => {
  const [old, now] = ['甲', '乙'].map((word) =>
    documentOf(Array.from({ length: 300 }, (_, n) => `${word}${n}`.repeat(60))),
  );
  const start = performance.now();
  if (old && now) diffDocuments(old, now);
  expect(performance.now() - start).toBeLessThan(5000);
});
