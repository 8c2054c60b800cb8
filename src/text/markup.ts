/** HTML as a plain tree, whoever parsed it: a browser, or the server. Comments and declarations are not in it. */
export interface Markup {
  readonly tag: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly MarkupNode[];
}

export type MarkupNode = Markup | string;

export function textIn(node: MarkupNode): string {
  return typeof node === 'string' ? node : node.children.map(textIn).join('');
}

/** A declaration of the element's style, in small letters; empty where there is none. */
export function styleOf({ attributes }: Markup, name: string): string {
  const declarations = (attributes['style'] ?? '').toLowerCase().split(';');
  const found = declarations.findLast((one) => one.slice(0, one.indexOf(':')).trim() === name);
  return found ? found.slice(found.indexOf(':') + 1).trim() : '';
}

export function hasClass({ attributes }: Markup, pattern: RegExp): boolean {
  return (attributes['class'] ?? '').split(/\s+/).some((one) => pattern.test(one));
}
