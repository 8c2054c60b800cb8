import type { Block, Inline } from './document.ts';
import type { Marks } from './paste-marks.ts';

/** Where Word keeps an item: which list it is of. Lists in lists become one, since a text knows no others. */
export interface ListPlace {
  readonly list: string;
  readonly type: 'bulletList' | 'orderedList';
}

/** Collects runs of text into paragraphs, and paragraphs into blocks. */
export class PasteWriter {
  readonly blocks: Block[] = [];
  private line: Inline[] = [];
  private item: ListPlace | undefined;

  text(value: string, marks: Marks): void {
    const text = visible(value).replace(/[ \t\r\n\f]+/g, ' ');
    if (text === '') return;
    this.line.push({ type: 'text', text, ...(marks.length > 0 && { marks: [...marks] }) });
  }

  /** A second break in a row is a new paragraph, as people mean it. */
  lineBreak(): void {
    if (this.line.at(-1)?.type === 'hardBreak') return this.end();
    if (this.line.length > 0) this.line.push({ type: 'hardBreak' });
  }

  beginItem(place: ListPlace): void {
    this.item = place;
  }

  /** Ends the paragraph, if there is one. */
  end(): void {
    const content = trimmed(this.line);
    const place = this.item;
    [this.line, this.item] = [[], undefined];
    if (content.length === 0) return;
    const block: Block = { type: 'paragraph', content };
    if (place) listPlaces.set(block, place);
    this.blocks.push(block);
  }

  block(block: Block | undefined): void {
    this.end();
    if (block) this.blocks.push(block);
  }
}

/** Which paragraphs are items of a list that is only drawn as one. */
export const listPlaces = new WeakMap<Block, ListPlace>();

/** Without control characters, halves of characters, and signs that only break lines; no-break spaces are spaces. */
function visible(text: string): string {
  return text
    .toWellFormed()
    .replace(/[\0-\x08\x0b\x0e-\x1f\x7f\u200b\u2060\ufeff\u202a-\u202e\u2066-\u2069]/g, '')
    .replace(/\u00a0/g, ' ');
}

function trimmed(line: readonly Inline[]): Inline[] {
  const isBlank = (part: Inline) => part.type === 'hardBreak' || part.text.trim() === '';
  const start = line.findIndex((part) => !isBlank(part));
  if (start < 0) return [];
  const kept = line.slice(start, line.findLastIndex((part) => !isBlank(part)) + 1);
  return kept.map((part, at) => {
    if (part.type !== 'text') return part;
    const from = at === 0 ? part.text.trimStart() : part.text;
    return { ...part, text: at === kept.length - 1 ? from.trimEnd() : from };
  });
}
