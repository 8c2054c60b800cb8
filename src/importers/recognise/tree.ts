import { parse, type DefaultTreeAdapterTypes as Tree } from 'parse5';
import { maxElementDepth } from '../limits.ts';

export type Element = Tree.Element;
export type Node = Tree.Node;

/** A parsed page with the ways to find something in it without walking it again. */
export interface PageTree {
  readonly root: Tree.Document;
  /** All elements in document order. */
  readonly elements: readonly Element[];
  readonly comments: readonly string[];
  readonly byId: ReadonlyMap<string, readonly Element[]>;
  readonly byClass: ReadonlyMap<string, readonly Element[]>;
  readonly byTag: ReadonlyMap<string, readonly Element[]>;
  /** Place of each element in `elements`. */
  readonly place: ReadonlyMap<Element, number>;
}

interface Growing {
  elements: Element[];
  comments: string[];
  byId: Map<string, Element[]>;
  byClass: Map<string, Element[]>;
  byTag: Map<string, Element[]>;
  place: Map<Element, number>;
}

/** Parses and indexes a page; undefined when elements are nested deeper than any page needs. */
export function openPage(html: string): PageTree | undefined {
  const root = parse(html);
  const index: Growing = {
    elements: [],
    comments: [],
    byId: new Map(),
    byClass: new Map(),
    byTag: new Map(),
    place: new Map(),
  };
  // A stack of our own: the depth is not known yet to be safe for calling ourselves.
  const waiting: [node: Node, depth: number][] = [[root, 0]];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const [node, depth] = next;
    if (depth > maxElementDepth) return undefined;
    note(index, node);
    const children = childrenOf(node);
    for (let at = children.length - 1; at >= 0; at -= 1) {
      const child = children[at];
      if (child) waiting.push([child, depth + 1]);
    }
  }
  return { root, ...index };
}

function note(index: Growing, node: Node): void {
  if (node.nodeName === '#comment' && 'data' in node) index.comments.push(node.data);
  if (!isElement(node)) return;
  index.place.set(node, index.elements.length);
  index.elements.push(node);
  add(index.byTag, node.tagName, node);
  for (const { name, value } of node.attrs) {
    if (name === 'id') add(index.byId, value.trim().toLowerCase(), node);
    if (name === 'class') for (const one of value.toLowerCase().split(/\s+/)) add(index.byClass, one, node);
  }
}

function add(map: Map<string, Element[]>, key: string, element: Element): void {
  const known = map.get(key);
  if (known) known.push(element);
  else map.set(key, [element]);
}

export function isElement(node: Node): node is Element {
  return 'tagName' in node;
}

export function childrenOf(node: Node): readonly Tree.ChildNode[] {
  return 'childNodes' in node ? node.childNodes : [];
}

export function parentOf(element: Element): Element | undefined {
  const parent = element.parentNode;
  return parent && isElement(parent) ? parent : undefined;
}

/** Whether `inner` is `outer` or somewhere inside it. */
export function isInside(inner: Element, outer: Element): boolean {
  for (let at: Element | undefined = inner; at; at = parentOf(at)) if (at === outer) return true;
  return false;
}

export function attribute(element: Element, name: string): string {
  return element.attrs.find((one) => one.name === name)?.value ?? '';
}

/** The names an author gave an element, for rules about them. */
export function namesOf(element: Element): string {
  return `${attribute(element, 'class')} ${attribute(element, 'id')}`.trim();
}

/** The raw text of a script or title. */
export function textOfRaw(element: Element): string {
  return element.childNodes.map((child) => ('value' in child ? child.value : '')).join('');
}

const selectorForm = /^([a-z][a-z0-9-]*)?((?:[.#][\w-]+)*)(?:\[([a-z-]+)=([^\]]+)\])?$/i;

/** Finds by `tag`, `#id`, `.class`, `tag.class` or `[name=value]`: all that a table of known systems needs. */
export function select(page: PageTree, selector: string): readonly Element[] {
  const parts = selectorForm.exec(selector.toLowerCase());
  if (!parts) throw new Error(`not a selector of the table: ${selector}`);
  const [, tag, names = '', attributeName, value] = parts;
  const marks = names.match(/[.#][\w-]+/g) ?? [];
  const start = marks[0] ? byMark(page, marks[0]) : tag ? (page.byTag.get(tag) ?? []) : page.elements;
  return start.filter(
    (element) =>
      (!tag || element.tagName === tag) &&
      marks.slice(1).every((mark) => byMark(page, mark).includes(element)) &&
      (!attributeName || attribute(element, attributeName).toLowerCase() === value),
  );
}

function byMark(page: PageTree, mark: string): readonly Element[] {
  return (mark.startsWith('#') ? page.byId : page.byClass).get(mark.slice(1)) ?? [];
}
