import { getSchema, type JSONContent } from '@tiptap/core';
import { Node } from '@tiptap/pm/model';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { canonical } from '#text/canonical.ts';
import { richDocument, type RichDocument } from '#text/document.ts';
import { anyDocument } from '../../../tests/support/documents.ts';
import { fromEditor } from './convert.ts';
import { documentExtensions } from './schema.ts';

const schema = getSchema(documentExtensions({ notHere: '', altMissing: '', figure: '' }));

/** What the editor makes of it; undefined where it refuses. */
function opened(document: unknown): JSONContent | undefined {
  try {
    const node = Node.fromJSON(schema, document);
    node.check();
    return node.toJSON() as JSONContent;
  } catch {
    return undefined;
  }
}

test('whatever may be stored can be edited, and comes back as it was', () => {
  fc.assert(
    fc.property(anyDocument, (document) => {
      expect(richDocument.safeParse(document).success).toBe(true);
      const back = opened(canonical(document));
      expect(back && fromEditor(back)).toEqual(canonical(document));
    }),
  );
});

test('a text in its one form stays as it is', () => {
  fc.assert(
    fc.property(anyDocument, (document) => {
      expect(canonical(canonical(document))).toEqual(canonical(document));
      expect(richDocument.parse(canonical(document))).toEqual(canonical(document));
    }),
  );
});

const paragraph = { type: 'paragraph', content: [{ type: 'text', text: 'a' }] };
const doc = (...content: unknown[]) => ({ type: 'doc', content });

test.each([
  ['a heading of the first level', doc({ type: 'heading', attrs: { level: 1 }, content: [] })],
  ['a heading of no level', doc({ type: 'heading', attrs: { level: '2' }, content: [] })],
  ['text outside of a block', doc({ type: 'text', text: 'a' })],
  ['an empty text', doc({ type: 'paragraph', content: [{ type: 'text', text: '' }] })],
  ['a list in a list', doc({ type: 'bulletList', content: [{ type: 'listItem', content: [{ type: 'bulletList' }] }] })],
  ['a list of paragraphs', doc({ type: 'bulletList', content: [paragraph] })],
  ['a heading in a quote', doc({ type: 'blockquote', content: [{ type: 'heading', attrs: { level: 2 } }] })],
  ['a script', doc({ type: 'script', content: [{ type: 'text', text: 'a' }] })],
  ['a paragraph in a paragraph', doc({ type: 'paragraph', content: [paragraph] })],
  ['a cell outside of a row', doc({ type: 'table', content: [{ type: 'tableCell', content: [paragraph] }] })],
  [
    'a cell that spans nothing',
    doc({
      type: 'table',
      content: [
        {
          type: 'tableRow',
          content: [{ type: 'tableCell', attrs: { colspan: 0, rowspan: 1 }, content: [paragraph] }],
        },
      ],
    }),
  ],
  ['a link that runs', doc(marked({ type: 'link', attrs: { href: 'javascript:alert(1)' } }))],
  ['a link to another machine in disguise', doc(marked({ type: 'link', attrs: { href: '//evil.example' } }))],
  ['an unknown mark', doc(marked({ type: 'underline' }))],
  [
    'a picture from a disk',
    doc({ type: 'figure', attrs: { file: null, source: 'file:///c/a.png', alt: '', caption: '' } }),
  ],
])('neither stores nor opens %s', (_, document) => {
  expect(richDocument.safeParse(document).success).toBe(false);
  expect(opened(document)).toBeUndefined();
});

function marked(mark: unknown) {
  return { type: 'paragraph', content: [{ type: 'text', text: 'a', marks: [mark] }] };
}

test('what the editor can hold by itself may be stored', () => {
  const made: RichDocument | undefined = fromEditor({
    type: 'doc',
    content: [{ type: 'paragraph', content: [{ type: 'hardBreak', marks: [{ type: 'bold' }] }] }],
  });
  expect(made?.content).toEqual([{ type: 'paragraph', content: [{ type: 'hardBreak' }] }]);
  expect(fromEditor({ type: 'doc', content: [{ type: 'paragraph' }] })).toEqual(
    canonical({ type: 'doc', content: [] }),
  );
});
