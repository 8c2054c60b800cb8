import type { Markup, MarkupNode } from '#text/markup.ts';

/** Pasted HTML as a plain tree. It is parsed in a document of its own, where nothing loads and nothing runs. */
export function markupFrom(html: string): Markup {
  // A style would not apply there, but the browser would still report each as blocked.
  const quiet = html
    .replace(/<style\b[^>]*>[\s\S]*?<\/style\s*>/gi, '')
    .replace(/(<[^<>]*?\s)style(\s*=)/gi, '$1data-style$2');
  return element(new DOMParser().parseFromString(quiet, 'text/html').documentElement);
}

function element(node: Element): Markup {
  const attributes = Object.fromEntries([...node.attributes].map(({ name, value }) => [name, value]));
  const style = attributes['data-style'];
  return {
    tag: node.localName,
    attributes: style === undefined ? attributes : { ...attributes, style },
    children: [...node.childNodes].flatMap(child),
  };
}

function child(node: Node): MarkupNode[] {
  if (node instanceof Element) return [element(node)];
  return node.nodeType === Node.TEXT_NODE ? [node.textContent ?? ''] : [];
}
