import type { Block, Mark } from '#text/document.ts';
import { absolute } from './address.ts';
import { isHidden, isRelatedReading, looksLikeFrame } from './junk.ts';
import { isInline } from './lines.ts';
import { captionIn, imageIn, isPictureFrame, pictureMark, pictureOf } from './pictures.ts';
import { tableFrom } from './table.ts';
import { attribute, childrenOf, isElement, type Element, type Node } from './tree.ts';
import { silent, textOf } from './words.ts';
import { asParagraphs, BodyWriter, withLink } from './writer.ts';

export interface BodyRules {
  /** What relative addresses start from; empty when unknown. */
  readonly base: string;
  /** Elements that a known system puts inside its bodies and that are not text. */
  readonly drop: ReadonlySet<Element>;
  /** Characters of the whole body: what looks like frame is left out only while it is a small part. */
  readonly size: number;
  /** Told what was left out. */
  readonly left: (what: string) => void;
}

/** A part named like frame may still be the article when it holds this much of it. */
const mostOfIt = 0.3;

interface Around {
  readonly rules: BodyRules;
  readonly marks: readonly Mark[];
  /** Inside a paragraph, item or cell a single line break is only that; elsewhere it parts paragraphs. */
  readonly inParagraph: boolean;
  readonly inLink?: boolean;
}

/** The blocks of a body. */
export function blocksOf(element: Element, rules: BodyRules): Block[] {
  return written(element, rules).blocks;
}

/** The blocks of a body, with the note which of them are nothing but links. */
export function written(element: Element, rules: BodyRules): { blocks: Block[]; linkOnly: ReadonlySet<Block> } {
  const writer = new BodyWriter();
  const around: Around = { rules, marks: [], inParagraph: false };
  for (const child of childrenOf(element)) write(writer, child, around);
  writer.paragraph();
  return writer;
}

function write(writer: BodyWriter, node: Node, around: Around): void {
  if (node.nodeName === '#text' && 'value' in node) return writeText(writer, node.value, around);
  if (!isElement(node) || isLeftOut(node, around.rules)) return;
  const special = writers[node.tagName];
  if (special) return special(writer, node, around);
  if (isInline(node)) return writeInline(writer, node, around);
  if (isPictureFrame(node)) return writePictureFrame(writer, node, around);
  writeBlock(writer, node, around);
}

function writeText(writer: BodyWriter, value: string, around: Around): void {
  writer.text(value, around.marks);
  if (!around.inLink) writer.notLinked(value);
}

function isLeftOut(element: Element, rules: BodyRules): boolean {
  if (isMute(element)) {
    if (/^(iframe|embed|object)$/.test(element.tagName)) rules.left(element.tagName);
    return true;
  }
  const dropped = rules.drop.has(element) || isRelatedReading(element);
  if (!dropped && !isSmallFrame(element, rules.size)) return false;
  const text = textOf(element);
  if (text) rules.left(text);
  return true;
}

/** Scripts, controls, and the elements of other languages that Word leaves in a page. */
function isMute(element: Element): boolean {
  return silent.has(element.tagName) || /^(?!st1:|o:p$)[a-z0-9]+:/.test(element.tagName);
}

function isSmallFrame(element: Element, size: number): boolean {
  // A picture's class tells how it is shown, not what it is.
  if (element.tagName === 'img') return isHidden(element);
  return (isHidden(element) || looksLikeFrame(element)) && textOf(element).length <= size * mostOfIt;
}

type Write = (writer: BodyWriter, element: Element, around: Around) => void;

const writers: Readonly<Record<string, Write>> = {
  br: (writer, _, around) => {
    if (!around.inParagraph || writer.endsWithBreak()) writer.paragraph();
    else writer.lineBreak();
  },
  hr: (writer) => writer.paragraph(),
  img: writePicture,
  h1: headingOf(2),
  h2: headingOf(2),
  h3: headingOf(3),
  h4: headingOf(3),
  h5: headingOf(3),
  h6: headingOf(3),
  ul: writeList,
  ol: writeList,
  pre: (writer, element, around) => {
    writer.paragraph();
    writePreformatted(writer, element, around);
    writer.paragraph();
  },
  blockquote: (writer, element, around) => {
    writer.paragraph();
    const content = asParagraphs(blocksOf(element, around.rules), 100);
    if (content.length > 0) writer.block({ type: 'blockquote', content });
  },
  table: (writer, element, around) => {
    writer.paragraph();
    const table = tableFrom(element, (cell) => asParagraphs(blocksOf(cell, around.rules), 50));
    if (table) writer.block(table);
    else writeBlock(writer, element, around);
  },
};

function headingOf(level: 2 | 3): Write {
  return (writer, element, around) => {
    writer.paragraph();
    // A heading that holds a whole text is a box with the wrong name.
    const isHeading = textOf(element).length <= 120;
    for (const child of childrenOf(element)) write(writer, child, { ...around, inParagraph: true });
    writer.paragraph(isHeading ? level : undefined);
  };
}

const paragraphTags: ReadonlySet<string> = new Set(['p', 'li', 'td', 'th', 'dd', 'dt']);

function writeBlock(writer: BodyWriter, element: Element, around: Around): void {
  writer.paragraph();
  const inParagraph = paragraphTags.has(element.tagName);
  for (const child of childrenOf(element)) write(writer, child, { ...around, inParagraph });
  writer.paragraph();
}

const styles: Readonly<Record<string, Mark>> = {
  b: { type: 'bold' },
  strong: { type: 'bold' },
  i: { type: 'italic' },
  em: { type: 'italic' },
  sup: { type: 'superscript' },
  sub: { type: 'subscript' },
};

function writeInline(writer: BodyWriter, element: Element, around: Around): void {
  const style = styles[element.tagName];
  const has = around.marks.some((mark) => mark.type === style?.type);
  let marks = style && !has ? [...around.marks, style] : around.marks;
  if (element.tagName === 'a') marks = withLink(marks, absolute(attribute(element, 'href'), around.rules.base));
  for (const child of childrenOf(element))
    write(writer, child, { ...around, marks, inLink: around.inLink || element.tagName === 'a' });
}

function writePicture(writer: BodyWriter, element: Element, { rules }: Around): void {
  const picture = pictureOf(element, rules.base);
  if (!picture) return;
  if (!picture.source) rules.left(`${pictureMark}${attribute(element, 'src').slice(0, 80)}`);
  if (picture.source || picture.alt)
    writer.figure({ file: null, source: picture.source || null, alt: picture.alt, caption: '' });
}

function writePictureFrame(writer: BodyWriter, element: Element, around: Around): void {
  const image = imageIn(element);
  const caption = captionIn(element);
  const picture = image && pictureOf(image, around.rules.base);
  if (!picture) return writeBlock(writer, element, around);
  if (!picture.source) around.rules.left(`${pictureMark}${attribute(image, 'src').slice(0, 80)}`);
  writer.figure({ file: null, source: picture.source || null, alt: picture.alt, caption });
}

function writeList(writer: BodyWriter, element: Element, around: Around): void {
  writer.paragraph();
  const items = childrenOf(element).filter(
    (child) => isElement(child) && child.tagName === 'li' && !isLeftOut(child, around.rules),
  );
  const made = items.map((item) => blocksOf(item as Element, around.rules));
  for (const block of made.flat()) if (block.type === 'figure' || block.type === 'table') writer.block(block);
  const content = made.map((blocks) => asParagraphs(blocks, 50)).filter((paragraphs) => paragraphs.length > 0);
  if (content.length === 0) return;
  const type = element.tagName === 'ol' ? 'orderedList' : 'bulletList';
  writer.block({
    type,
    content: content.slice(0, 500).map((paragraphs) => ({ type: 'listItem', content: paragraphs })),
  });
}

function writePreformatted(writer: BodyWriter, node: Node, around: Around): void {
  for (const child of childrenOf(node)) {
    if (child.nodeName === '#text' && 'value' in child) writePlain(writer, child.value, around);
    if (!isElement(child) || silent.has(child.tagName)) continue;
    writePreformatted(writer, child, around);
    if (child.tagName === 'br' || isLineOfCode(child)) writer.lineBreak();
  }
}

/** Highlighters put each line of code into an element of its own. */
function isLineOfCode(element: Element): boolean {
  const siblings = element.parentNode ? childrenOf(element.parentNode) : [];
  return !isInline(element) || (element.tagName === 'code' && element !== siblings.at(-1));
}

function writePlain(writer: BodyWriter, value: string, around: Around): void {
  writer.preformatted(value, around.marks);
  writer.notLinked(value);
}
