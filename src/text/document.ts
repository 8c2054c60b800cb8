import { z } from 'zod';

/**
 * The body of an article as a closed tree (the shape ProseMirror and TipTap use). What is not in this schema cannot be
 * stored, so it cannot be shown: there is no HTML to sanitise later.
 */
const link = z.string().max(2000).refine(isSafeLink);

const mark = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('bold') }),
  z.strictObject({ type: z.literal('italic') }),
  z.strictObject({ type: z.literal('superscript') }),
  z.strictObject({ type: z.literal('subscript') }),
  z.strictObject({ type: z.literal('link'), attrs: z.strictObject({ href: link }) }),
]);

const text = z.strictObject({
  type: z.literal('text'),
  text: z.string().min(1),
  marks: z.array(mark).max(5).optional(),
});
const lineBreak = z.strictObject({ type: z.literal('hardBreak') });
const inline = z.discriminatedUnion('type', [text, lineBreak]);
const inlines = z.array(inline).max(2000).default([]);

const paragraph = z.strictObject({ type: z.literal('paragraph'), content: inlines });
const heading = z.strictObject({
  type: z.literal('heading'),
  attrs: z.strictObject({ level: z.union([z.literal(2), z.literal(3)]) }),
  content: inlines,
});
const listItem = z.strictObject({ type: z.literal('listItem'), content: z.array(paragraph).min(1).max(50) });
const list = z.strictObject({
  type: z.enum(['bulletList', 'orderedList']),
  content: z.array(listItem).min(1).max(500),
});
const quote = z.strictObject({ type: z.literal('blockquote'), content: z.array(paragraph).min(1).max(100) });
const span = z.number().int().min(1).max(100).default(1);
const cell = z.strictObject({
  type: z.enum(['tableCell', 'tableHeader']),
  attrs: z.strictObject({ colspan: span, rowspan: span }),
  content: z.array(paragraph).max(50),
});
const row = z.strictObject({ type: z.literal('tableRow'), content: z.array(cell).max(100) });
const table = z.strictObject({ type: z.literal('table'), content: z.array(row).min(1).max(1000) });
/** `file` is the id of an uploaded file; `source` the address an imported picture had, shown as a link until it is fetched. */
const figure = z.strictObject({
  type: z.literal('figure'),
  attrs: z.strictObject({
    file: z.string().max(100).nullable(),
    source: link.nullable(),
    alt: z.string().max(500),
    caption: z.string().max(500),
  }),
});

const block = z.discriminatedUnion('type', [paragraph, heading, list, quote, table, figure]);

export const richDocument = z.strictObject({ type: z.literal('doc'), content: z.array(block).max(5000) });

export type RichDocument = z.infer<typeof richDocument>;
export type Block = z.infer<typeof block>;
export type Inline = z.infer<typeof inline>;
export type Mark = z.infer<typeof mark>;

/** Absolute http(s), mailto and tel addresses and paths on this site; nothing that runs. */
export function isSafeLink(href: string): boolean {
  if (/[\u0000-\u0020\\]/.test(href)) return false;
  if (/^\/(?!\/)/.test(href) || href.startsWith('#')) return true;
  return /^(https?:\/\/|mailto:|tel:)/i.test(href) && URL.canParse(href);
}

/** A document of plain paragraphs. */
export function documentOf(paragraphs: readonly string[]): RichDocument {
  return {
    type: 'doc',
    content: paragraphs.map((line) => ({
      type: 'paragraph',
      content: line === '' ? [] : [{ type: 'text', text: line }],
    })),
  };
}

/** The files that the figures of a document show. */
export function filesIn(document: RichDocument): string[] {
  return document.content.flatMap((block) => (block.type === 'figure' ? (block.attrs.file ?? []) : []));
}

/** The words of a document, one line a block (a table row is a line, its cells parted by a space). */
export function plainText(document: RichDocument): string {
  return document.content.flatMap(linesOf).filter(Boolean).join('\n');
}

/** The words of one block, as `plainText` has them. */
export function blockText(block: Block): string {
  return linesOf(block).join('\n');
}

function linesOf(block: Block): string[] {
  switch (block.type) {
    case 'paragraph':
    case 'heading':
      return [inlineText(block.content)];
    case 'bulletList':
    case 'orderedList':
      return block.content.flatMap((item) => item.content.map((line) => inlineText(line.content)));
    case 'blockquote':
      return block.content.map((line) => inlineText(line.content));
    case 'table':
      return block.content.map((tableRow) =>
        tableRow.content.flatMap((one) => one.content.map((line) => inlineText(line.content))).join(' '),
      );
    case 'figure':
      return [block.attrs.caption];
  }
}

export function inlineText(content: readonly Inline[]): string {
  return content.map((part) => (part.type === 'text' ? part.text : ' ')).join('');
}
