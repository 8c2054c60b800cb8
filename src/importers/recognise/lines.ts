import { childrenOf, isElement, type Element, type Node, type PageTree } from './tree.ts';
import { clean, oneLine, silent } from './words.ts';

/** What a reader sees as one line of the page: the text between two block boundaries. */
export interface Line {
  readonly text: string;
  /** The same with two spaces wherever an inline element or a wide gap parts it: facts stand side by side like this. */
  readonly spaced: string;
  /** The block the line stands in, and that block's place in the page. */
  readonly element: Element;
  readonly place: number;
  /** Characters of the line that are links. */
  readonly linked: number;
}

const inline: ReadonlySet<string> = new Set(
  'a abbr acronym b bdi bdo big cite code del dfn em font i img ins kbd label mark nobr o:p q s samp small span strike strong sub sup time tt u var wbr'.split(
    ' ',
  ),
);

export function isInline(element: Element): boolean {
  return inline.has(element.tagName) || element.tagName.startsWith('st1:');
}

interface Open {
  text: string[];
  spaced: string[];
  linked: number;
}

/** All lines of a page in reading order. */
export function linesOf(page: PageTree): Line[] {
  const reader = new LineReader(page);
  for (const body of page.byTag.get('body') ?? []) reader.read(body, { block: body, link: false });
  return reader.lines;
}

interface Around {
  readonly block: Element;
  readonly link: boolean;
}

class LineReader {
  readonly lines: Line[] = [];
  private readonly page: PageTree;
  private open: Open = { text: [], spaced: [], linked: 0 };

  constructor(page: PageTree) {
    this.page = page;
  }

  read(node: Node, around: Around): void {
    if (node.nodeName === '#text' && 'value' in node) return this.say(node.value, around.link);
    if (!isElement(node) || silent.has(node.tagName)) return;
    if (node.tagName === 'br') return this.close(around.block);
    if (isInline(node)) this.readInline(node, { ...around, link: around.link || node.tagName === 'a' });
    else this.readBlock(node, around);
  }

  private readInline(element: Element, around: Around): void {
    this.open.spaced.push('  ');
    for (const child of childrenOf(element)) this.read(child, around);
    this.open.spaced.push('  ');
  }

  private readBlock(element: Element, around: Around): void {
    this.close(around.block);
    for (const child of childrenOf(element)) this.read(child, { ...around, block: element });
    this.close(element);
  }

  private say(value: string, link: boolean): void {
    this.open.text.push(value);
    this.open.spaced.push(value);
    if (link) this.open.linked += oneLine(value).length;
  }

  private close(element: Element): void {
    const text = oneLine(this.open.text.join(''));
    if (text) {
      const spaced = gaps(this.open.spaced.join(''));
      this.lines.push({ text, spaced, linked: this.open.linked, element, place: this.page.place.get(element) ?? 0 });
    }
    this.open = { text: [], spaced: [], linked: 0 };
  }
}

function gaps(text: string): string {
  return clean(text)
    .replace(/\u3000/g, '  ')
    .replace(/\u00a0/g, ' ')
    .replace(/\s{2,}/g, '  ')
    .replace(/\s(?=\S)(?<! {2})/g, ' ')
    .trim();
}
