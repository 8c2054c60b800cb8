import { isSafeLink, type Block, type Inline, type Mark } from '#text/document.ts';
import { maxBlocks, maxInlines } from '../limits.ts';
import { clean } from './words.ts';

type Paragraph = Extract<Block, { type: 'paragraph' }>;
type Figure = Extract<Block, { type: 'figure' }>;

/** Collects text into paragraphs and paragraphs into blocks, in the shape the schema of the body allows. */
export class BodyWriter {
  readonly blocks: Block[] = [];
  /** Blocks that are nothing but links, also links that lead nowhere from here. */
  readonly linkOnly = new Set<Block>();
  private line: Inline[] = [];
  private plain = 0;

  /** Tells that this much text was written outside any link. */
  notLinked(value: string): void {
    this.plain += value.trim().length;
  }

  /** Text as it stands in markup: any run of white space is one space. */
  text(value: string, marks: readonly Mark[]): void {
    this.push(clean(value).replace(/[\s\u00a0]+/g, ' '), marks);
  }

  /** Text whose spaces and line breaks mean something: program code, tables made of spaces. */
  preformatted(value: string, marks: readonly Mark[]): void {
    const lines = clean(value)
      .replace(/^\n|\n$/g, '')
      .split(/\r?\n/);
    lines.forEach((line, at) => {
      if (at > 0) this.lineBreak();
      this.push(line.replace(/\t/g, '    '), marks);
    });
  }

  lineBreak(): void {
    if (this.line.length > 0) this.line.push({ type: 'hardBreak' });
  }

  /** Whether the line so far ends with a line break: a second one starts a new paragraph. */
  endsWithBreak(): boolean {
    return this.line.at(-1)?.type === 'hardBreak';
  }

  /** Ends the paragraph, if there is one. */
  paragraph(level?: 2 | 3): void {
    const content = tidy(this.line);
    const linkOnly = this.plain === 0;
    this.line = [];
    this.plain = 0;
    if (content.length === 0) return;
    const block: Block = level ? { type: 'heading', attrs: { level }, content } : { type: 'paragraph', content };
    if (linkOnly) this.linkOnly.add(block);
    this.block(block);
  }

  figure(attrs: Figure['attrs']): void {
    this.paragraph();
    this.block({ type: 'figure', attrs });
  }

  block(block: Block): void {
    if (this.blocks.length < maxBlocks) this.blocks.push(block);
  }

  private push(value: string, marks: readonly Mark[]): void {
    if (value === '') return;
    const last = this.line.at(-1);
    if (this.line.length >= maxInlines - 1) this.paragraph();
    if (last?.type === 'text' && sameMarks(last.marks ?? [], marks)) {
      last.text += value;
      return;
    }
    this.line.push(marks.length > 0 ? { type: 'text', text: value, marks: [...marks] } : { type: 'text', text: value });
  }
}

/** What a nested writer made, as the plain paragraphs that list items, cells and quotations may hold. */
export function asParagraphs(blocks: readonly Block[], most: number): Paragraph[] {
  return blocks.flatMap(paragraphsOf).slice(0, most);
}

function paragraphsOf(block: Block): Paragraph[] {
  switch (block.type) {
    case 'paragraph':
      return [block];
    case 'heading':
      return [{ type: 'paragraph', content: block.content }];
    case 'blockquote':
      return block.content;
    case 'bulletList':
    case 'orderedList':
      return block.content.flatMap((item) => item.content);
    case 'table':
      return block.content.flatMap((row) => row.content.flatMap((cell) => cell.content));
    case 'figure':
      return captionOf(block);
  }
}

function captionOf({ attrs: { caption } }: Figure): Paragraph[] {
  return caption ? [{ type: 'paragraph', content: [{ type: 'text', text: caption }] }] : [];
}

function sameMarks(one: readonly Mark[], other: readonly Mark[]): boolean {
  return one.length === other.length && JSON.stringify(one) === JSON.stringify(other);
}

/** Without spaces and breaks at the edges, and without pieces that became empty. */
function tidy(line: readonly Inline[]): Inline[] {
  const content = line.map((one) => ({ ...one }));
  const start = content.findIndex((one) => !isBlank(one));
  const kept = start < 0 ? [] : content.slice(start, content.findLastIndex((one) => !isBlank(one)) + 1);
  const [first] = kept;
  const last = kept.at(-1);
  if (first?.type === 'text') first.text = first.text.replace(/^[\s\u00a0]+/, '');
  if (last?.type === 'text') last.text = last.text.replace(/[\s\u00a0]+$/, '');
  return kept;
}

function isBlank(one: Inline): boolean {
  return one.type === 'hardBreak' || one.text.trim() === '';
}

/** The marks of text inside a link, when the address is one that may be followed. */
export function withLink(marks: readonly Mark[], href: string): readonly Mark[] {
  if (!href || href.length > 2000 || !/^(https?:|mailto:|tel:)/i.test(href) || !isSafeLink(href)) return marks;
  return [...marks.filter((mark) => mark.type !== 'link'), { type: 'link', attrs: { href } }];
}
