import type { Element } from 'hast';

/** The text inside an element. */
export function toText(node: Element): string {
  return node.children
    .map((child) => ('value' in child ? child.value : 'children' in child ? toText(child) : ''))
    .join('');
}
