import type { Block } from './document.ts';
import type { Markup } from './markup.ts';

type Paragraph = Extract<Block, { type: 'paragraph' }>;
type Table = Extract<Block, { type: 'table' }>;
type Row = Table['content'][number];

/** A table that only lays out a page, with one cell, is the text in it. */
export function tableFrom(node: Markup, read: (cell: Markup) => Block[]): Block[] {
  const rows = rowsOf(node).slice(0, 1000);
  const cells = rows.flatMap(cellsOf);
  if (cells.length === 0) return [];
  const [only] = cells;
  if (cells.length === 1 && only) return read(only);
  return [{ type: 'table', content: rows.map((row) => rowFrom(row, read)) }];
}

function rowFrom(row: Markup, read: (cell: Markup) => Block[]): Row {
  const content = cellsOf(row)
    .slice(0, 100)
    .map((cell) => ({
      type: cell.tag === 'th' ? ('tableHeader' as const) : ('tableCell' as const),
      attrs: { colspan: spanOf(cell, 'colspan'), rowspan: spanOf(cell, 'rowspan') },
      content: paragraphsOf(read(cell)).slice(0, 50),
    }));
  return { type: 'tableRow', content };
}

function rowsOf(node: Markup): Markup[] {
  return elements(node).flatMap((child) => {
    if (child.tag === 'tr') return [child];
    return /^t(head|body|foot)$/.test(child.tag) ? rowsOf(child) : [];
  });
}

function cellsOf(row: Markup): Markup[] {
  return elements(row).filter(({ tag }) => tag === 'td' || tag === 'th');
}

function elements(node: Markup): Markup[] {
  return node.children.filter((child) => typeof child !== 'string');
}

function spanOf({ attributes }: Markup, name: string): number {
  return Math.min(100, Math.max(1, Math.trunc(Number(attributes[name])) || 1));
}

/** Any blocks as the plain paragraphs that items, cells and quotations hold. */
export function paragraphsOf(blocks: readonly Block[]): Paragraph[] {
  return blocks.flatMap((block): Paragraph[] => {
    if (block.type === 'table') return block.content.flatMap((row) => row.content.flatMap((cell) => cell.content));
    if (block.type === 'figure') return block.attrs.caption ? [line(block.attrs.caption)] : [];
    return paragraphsOfText(block);
  });
}

function paragraphsOfText(block: Exclude<Block, { type: 'table' | 'figure' }>): Paragraph[] {
  switch (block.type) {
    case 'paragraph':
      return [block];
    case 'heading':
      return [{ type: 'paragraph', content: block.content }];
    case 'blockquote':
      return block.content;
    default:
      return block.content.flatMap((item) => item.content);
  }
}

function line(text: string): Paragraph {
  return { type: 'paragraph', content: [{ type: 'text', text }] };
}
