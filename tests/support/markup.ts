import { parse, type DefaultTreeAdapterTypes } from 'parse5';
import type { Markup, MarkupNode } from '#text/markup.ts';

type Node = DefaultTreeAdapterTypes.ChildNode;
type Element = DefaultTreeAdapterTypes.Element;

/** Pasted HTML as the editor's browser would parse it. */
export function markupOf(html: string): Markup {
  const root = parse(html).childNodes.find((node): node is Element => node.nodeName === 'html');
  if (!root) throw new Error('a page without html');
  return element(root);
}

function element(node: Element): Markup {
  const attributes = Object.fromEntries(node.attrs.map(({ name, value }) => [name, value]));
  return { tag: node.tagName, attributes, children: node.childNodes.flatMap(child) };
}

function child(node: Node): MarkupNode[] {
  if ('tagName' in node) return [element(node)];
  return node.nodeName === '#text' && 'value' in node ? [node.value] : [];
}
