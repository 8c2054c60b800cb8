import type { Block, Inline, Mark, RichDocument } from './document.ts';

/** The order marks stand in, the outermost first. */
export const markOrder = ['link', 'bold', 'italic', 'superscript', 'subscript'] as const;

/**
 * The one form of all documents that read the same: marks in order and once, neighbouring runs joined, nothing without a
 * paragraph that a cursor could stand in. Two texts are the same when these are.
 */
export function canonical(document: RichDocument): RichDocument {
  const content = document.content.map(canonicalBlock);
  return { type: 'doc', content: content.length > 0 ? content : [emptyParagraph()] };
}

export function sameText(one: RichDocument, other: RichDocument): boolean {
  return JSON.stringify(canonical(one)) === JSON.stringify(canonical(other));
}

export function canonicalBlock(block: Block): Block {
  switch (block.type) {
    case 'paragraph':
      return paragraph(block);
    case 'heading':
      return { type: 'heading', attrs: { level: block.attrs.level }, content: canonicalInlines(block.content) };
    case 'bulletList':
    case 'orderedList':
      return {
        type: block.type,
        content: block.content.map((item) => ({ type: 'listItem', content: item.content.map(paragraph) })),
      };
    case 'blockquote':
      return { type: 'blockquote', content: block.content.map(paragraph) };
    case 'table':
      return { type: 'table', content: block.content.map(row) };
    case 'figure': {
      const { file, source, alt, caption } = block.attrs;
      return { type: 'figure', attrs: { file, source, alt, caption } };
    }
  }
}

type Paragraph = Extract<Block, { type: 'paragraph' }>;
type Row = Extract<Block, { type: 'table' }>['content'][number];

function emptyParagraph(): Paragraph {
  return { type: 'paragraph', content: [] };
}

function paragraph({ content }: Paragraph): Paragraph {
  return { type: 'paragraph', content: canonicalInlines(content) };
}

function row({ content }: Row): Row {
  return {
    type: 'tableRow',
    content: content.map(({ type, attrs: { colspan, rowspan }, content: inside }) => ({
      type,
      attrs: { colspan, rowspan },
      content: inside.length > 0 ? inside.map(paragraph) : [emptyParagraph()],
    })),
  };
}

export function canonicalInlines(content: readonly Inline[]): Inline[] {
  const joined: Inline[] = [];
  for (const part of content) {
    const last = joined.at(-1);
    const one = canonicalInline(part);
    if (one.type === 'text' && last?.type === 'text' && sameMarks(one.marks, last.marks)) last.text += one.text;
    else joined.push(one);
  }
  return joined;
}

function canonicalInline(part: Inline): Inline {
  if (part.type === 'hardBreak') return { type: 'hardBreak' };
  const marks = markOrder.flatMap((type) => part.marks?.find((mark) => mark.type === type) ?? []);
  return { type: 'text', text: part.text, ...(marks.length > 0 && { marks }) };
}

function sameMarks(one: readonly Mark[] | undefined, other: readonly Mark[] | undefined): boolean {
  return JSON.stringify(one ?? []) === JSON.stringify(other ?? []);
}
