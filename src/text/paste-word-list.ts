import type { Block } from './document.ts';
import { hasClass, styleOf, textIn, type Markup, type MarkupNode } from './markup.ts';
import { listPlaces, type ListPlace } from './paste-writer.ts';

type Paragraph = Extract<Block, { type: 'paragraph' }>;

/** `mso-list: l0 level1 lfo1`: the paragraph is an item, though it is written as an ordinary paragraph. */
export function listPlaceOf(node: Markup): { list: string } | undefined {
  const [, list] = /^(l\d+) level\d+/.exec(styleOf(node, 'mso-list')) ?? [];
  if (list) return { list };
  const isItem = hasClass(node, /^MsoListParagraph/) && markIn(node) !== undefined;
  return isItem ? { list: '' } : undefined;
}

/** The drawn sign before an item: the list draws its own. */
export function isListMark(node: Markup): boolean {
  return styleOf(node, 'mso-list') === 'ignore';
}

/** Numbers count, and letters with a sign behind them; a bare letter is a bullet in a font of bullets. */
export function listTypeOf(node: Markup): ListPlace['type'] {
  const sign = (markIn(node) ?? '').trim();
  const counts = /^[(（]?(\d+|[一二三四五六七八九十]+)[.)、）．]?$|^[(（]?[a-z]{1,5}[.)、）．]$/i.test(sign);
  return counts ? 'orderedList' : 'bulletList';
}

function markIn(node: MarkupNode): string | undefined {
  if (typeof node === 'string') return undefined;
  if (isListMark(node))
    return textIn(node)
      .replace(/\u00a0/g, ' ')
      .trim();
  for (const child of node.children) {
    const found = markIn(child);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Neighbouring items of one list, as that list. */
export function withLists(blocks: readonly Block[]): Block[] {
  const made: Block[] = [];
  let current: ListPlace | undefined;
  for (const block of blocks) {
    const place = listPlaces.get(block);
    const last = made.at(-1);
    if (!place || block.type !== 'paragraph') made.push(block);
    else if (current?.list === place.list && current.type === place.type && isList(last))
      last.content.push(itemOf(block));
    else made.push({ type: place.type, content: [itemOf(block)] });
    current = place;
  }
  return made;
}

function itemOf(paragraph: Paragraph) {
  return { type: 'listItem' as const, content: [paragraph] };
}

function isList(block: Block | undefined): block is Extract<Block, { type: 'bulletList' | 'orderedList' }> {
  return block?.type === 'bulletList' || block?.type === 'orderedList';
}
