import type { Block } from '#text/document.ts';
import { attribute, childrenOf, isElement, type Element, type Node } from './tree.ts';
import { textOf } from './words.ts';

type Table = Extract<Block, { type: 'table' }>;
type Cell = Table['content'][number]['content'][number];

/** A cell this long holds an article, not a value: the table is there for the layout. */
const longestValue = 400;

/**
 * A table of data, or undefined when the table only lays out the page: tables inside it, one column, or cells that
 * hold whole texts.
 */
export function tableFrom(element: Element, contentOf: (cell: Element) => Cell['content']): Table | undefined {
  const rows = rowsOf(element);
  const cells = rows.map((row) => cellsOf(row));
  const widest = Math.max(0, ...cells.map((row) => row.length));
  if (widest < 2 || attribute(element, 'role') === 'presentation' || holdsTable(element)) return undefined;
  const all = cells.flat();
  const tooLong = all.filter((cell) => textOf(cell).length > longestValue).length;
  if (tooLong > 0 && all.length <= 4) return undefined;
  const content = cells
    .filter((row) => row.length > 0)
    .slice(0, 1000)
    .map((row) => ({ type: 'tableRow' as const, content: row.slice(0, 100).map((cell) => cellFrom(cell, contentOf)) }));
  return content.some((row) => row.content.some((cell) => cell.content.length > 0))
    ? { type: 'table', content }
    : undefined;
}

function cellFrom(cell: Element, contentOf: (cell: Element) => Cell['content']): Cell {
  return {
    type: cell.tagName === 'th' ? 'tableHeader' : 'tableCell',
    attrs: { colspan: spanOf(cell, 'colspan'), rowspan: spanOf(cell, 'rowspan') },
    content: contentOf(cell),
  };
}

function spanOf(cell: Element, name: string): number {
  const span = Number.parseInt(attribute(cell, name), 10);
  return Number.isFinite(span) ? Math.min(Math.max(span, 1), 100) : 1;
}

function rowsOf(node: Node): Element[] {
  return childrenOf(node).flatMap((child) => {
    if (!isElement(child)) return [];
    return child.tagName === 'tr' ? [child] : /^t(head|body|foot)$/.test(child.tagName) ? rowsOf(child) : [];
  });
}

function cellsOf(row: Element): Element[] {
  return childrenOf(row).filter((child): child is Element => isElement(child) && /^t[dh]$/.test(child.tagName));
}

function holdsTable(node: Node): boolean {
  return childrenOf(node).some((child) => isElement(child) && (child.tagName === 'table' || holdsTable(child)));
}
