import { canonicalBlock } from './canonical.ts';
import { richDocument, type Block, type RichDocument } from './document.ts';
import { hasClass, styleOf, textIn, type Markup, type MarkupNode } from './markup.ts';
import { figureFrom } from './paste-figure.ts';
import { marksOf, type Marks } from './paste-marks.ts';
import { paragraphsOf, tableFrom } from './paste-table.ts';
import { isListMark, listPlaceOf, listTypeOf, withLists } from './paste-word-list.ts';
import { PasteWriter } from './paste-writer.ts';

/**
 * What may stand in a text, of what was pasted from Word, WPS, WeChat or a page: words, headings, lists, tables, links and
 * pictures. Nothing else comes through, because nothing else can be written down here.
 */
export function cleanPaste(root: Markup): RichDocument {
  return { type: 'doc', content: withLists(blocksIn(root.children)).flatMap(fitting) };
}

const silent: ReadonlySet<string> = new Set(
  'head style script template title meta link noscript iframe object embed svg math canvas video audio source map input button select textarea option form-control xml'.split(
    ' ',
  ),
);
const headings: Readonly<Record<string, 2 | 3>> = { h1: 2, h2: 2, h3: 3, h4: 3, h5: 3, h6: 3 };
const ofLines: ReadonlySet<string> = new Set(
  'a abbr b bdi bdo big cite code data dfn del em font i ins kbd label mark q rp rt ruby s samp small span strong strike sub sup time tt u var wbr'.split(
    ' ',
  ),
);
const longestHeading = 120;

function blocksIn(nodes: readonly MarkupNode[]): Block[] {
  const writer = new PasteWriter();
  for (const node of nodes) write(writer, node, []);
  writer.end();
  return writer.blocks;
}

function write(writer: PasteWriter, node: MarkupNode, marks: Marks): void {
  if (typeof node === 'string') return writer.text(node, marks);
  if (isHidden(node)) return;
  writerOf(node)(writer, node, marks);
}

function writerOf(node: Markup): Write {
  const isHeading = headings[node.tag] !== undefined || hasClass(node, /^MsoTitle$|^MsoSubtitle$/);
  const isLine = ofLines.has(node.tag) || node.tag.includes(':');
  return writers[node.tag] ?? (isHeading ? writeHeading : isLine ? writeInside : writeBlock);
}

function writeInside(writer: PasteWriter, node: Markup, marks: Marks): void {
  const inner = marksOf(node, marks);
  for (const child of node.children) write(writer, child, inner);
}

function writeBlock(writer: PasteWriter, node: Markup, marks: Marks): void {
  const place = listPlaceOf(node);
  writer.end();
  if (place) writer.beginItem({ ...place, type: listTypeOf(node) });
  writeInside(writer, node, marks);
  writer.end();
}

/** What the program that it comes from shows to nobody, or draws by itself. */
function isHidden(node: Markup): boolean {
  return (
    silent.has(node.tag) ||
    /^(?:v|w|m|x):/.test(node.tag) ||
    isListMark(node) ||
    styleOf(node, 'display') === 'none' ||
    styleOf(node, 'mso-hide') === 'all' ||
    // WeChat draws boxes, lines and arrows with elements that hold no words.
    (node.tag === 'o:p' && textIn(node).trim() === '')
  );
}

type Write = (writer: PasteWriter, node: Markup, marks: Marks) => void;

const writers: Readonly<Record<string, Write>> = {
  br: (writer) => writer.lineBreak(),
  hr: (writer) => writer.end(),
  img: (writer, node) => writer.block(figureFrom(node, '')),
  figure: (writer, node, marks) => {
    const [image, caption] = [find(node, 'img'), find(node, 'figcaption')];
    if (image) return writer.block(figureFrom(image, caption ? textIn(caption) : ''));
    for (const child of node.children) write(writer, child, marks);
  },
  ul: writeList('bulletList'),
  ol: writeList('orderedList'),
  blockquote: (writer, node) => {
    const content = paragraphsOf(blocksIn(node.children)).slice(0, 100);
    if (content.length > 0) writer.block({ type: 'blockquote', content });
  },
  table: (writer, node) => {
    const table = tableFrom(node, (cell) => blocksIn(cell.children));
    for (const block of table) writer.block(block);
  },
  pre: (writer, node, marks) => {
    writer.end();
    const lines = textIn(node).replace(/\n$/, '').split(/\r?\n/);
    lines.forEach((line, at) => {
      if (at > 0) writer.lineBreak();
      writer.text(line.replace(/ /g, '\u00a0'), marks);
    });
    writer.end();
  },
};

function writeHeading(writer: PasteWriter, node: Markup, marks: Marks): void {
  writer.end();
  // A heading is bold by being one.
  const plain = { ...node, tag: 'div', attributes: {} };
  write(writer, plain, marks);
  const last = writer.blocks.at(-1);
  const isShort = last?.type === 'paragraph' && textIn(node).length <= longestHeading;
  if (!isShort) return;
  const content = last.content.map((part) =>
    part.type === 'text' ? { ...part, marks: (part.marks ?? []).filter(({ type }) => type !== 'bold') } : part,
  );
  writer.blocks[writer.blocks.length - 1] = { type: 'heading', attrs: { level: headings[node.tag] ?? 2 }, content };
}

function writeList(type: 'bulletList' | 'orderedList'): Write {
  return (writer, node) => {
    const items = node.children.filter((child) => typeof child !== 'string' && child.tag === 'li') as Markup[];
    const made = items.map((item) => withLists(blocksIn(item.children)));
    // What cannot stand in an item stands after the list.
    const beside: Block[] = made.flat().filter((block) => block.type === 'table' || block.type === 'figure');
    const content = made
      .map((blocks) => paragraphsOf(blocks.filter((block) => !beside.includes(block))).slice(0, 50))
      .filter((paragraphs) => paragraphs.length > 0)
      .map((paragraphs) => ({ type: 'listItem' as const, content: paragraphs }));
    if (content.length > 0) writer.block({ type, content: content.slice(0, 500) });
    for (const block of beside) writer.block(block);
  };
}

function find(node: Markup, tag: string): Markup | undefined {
  for (const child of node.children) {
    if (typeof child === 'string') continue;
    const found = child.tag === tag ? child : find(child, tag);
    if (found) return found;
  }
  return undefined;
}

/** The last word has the schema: a block that does not fit is taken apart, and what still does not fit stays out. */
function fitting(block: Block): Block[] {
  const one = canonicalBlock(block);
  if (fits(one)) return [one];
  return paragraphsOf([one]).filter(fits);
}

function fits(block: Block): boolean {
  return richDocument.safeParse({ type: 'doc', content: [block] }).success;
}
