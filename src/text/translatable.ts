import type { Block, Inline } from './document.ts';
import { markedText, unmarkedText, type Marked } from './placeholders.ts';

/** A block taken apart: its texts in the order they are read, and the way back to a block of the same build. */
export interface Translatable {
  readonly pieces: readonly string[];
  /** Undefined where an answer lost a placeholder: then the block is left to a person. */
  readonly rebuilt: (answers: readonly string[]) => Block | undefined;
}

type Rewrite = (content: readonly Inline[]) => Inline[];
type Paragraph = Extract<Block, { type: 'paragraph' }>;

/** Undefined where the block holds the signs that placeholders are made of. */
export function translatable(block: Block): Translatable | undefined {
  const texts: (Marked | undefined)[] = [];
  rewritten(block, (content) => {
    texts.push(markedText(content));
    return [...content];
  });
  const marked = texts.filter((one) => one !== undefined);
  if (marked.length < texts.length) return undefined;
  const asked = marked.filter(({ text }) => hasWords(text));
  return { pieces: asked.map(({ text }) => text), rebuilt: (answers) => rebuiltFrom(block, asked, answers) };
}

/** Figures and signs alone are the same in every language. */
export function hasWords(text: string): boolean {
  return /\p{L}/u.test(text.replace(/⟦\/?\d+\/?⟧/g, ''));
}

function rebuiltFrom(block: Block, asked: readonly Marked[], answers: readonly string[]): Block | undefined {
  const translated = asked.map((one, at) => unmarkedText(answers[at] ?? '', one));
  if (translated.some((one) => one === undefined || one.length === 0)) return undefined;
  let next = 0;
  return rewritten(block, (content) => {
    const text = markedText(content)?.text ?? '';
    return hasWords(text) ? [...(translated[next++] ?? [])] : [...content];
  });
}

/** The same block with every text in it written anew. */
function rewritten(block: Block, rewrite: Rewrite): Block {
  const paragraph = (one: Paragraph): Paragraph => ({ type: 'paragraph', content: rewrite(one.content) });
  switch (block.type) {
    case 'paragraph':
      return paragraph(block);
    case 'heading':
      return { ...block, content: rewrite(block.content) };
    case 'bulletList':
    case 'orderedList':
      return { ...block, content: block.content.map((item) => ({ ...item, content: item.content.map(paragraph) })) };
    case 'blockquote':
      return { ...block, content: block.content.map(paragraph) };
    case 'table':
      return {
        ...block,
        content: block.content.map((row) => ({
          ...row,
          content: row.content.map((cell) => ({ ...cell, content: cell.content.map(paragraph) })),
        })),
      };
    case 'figure': {
      const { alt, caption } = block.attrs;
      return { ...block, attrs: { ...block.attrs, alt: line(alt, rewrite), caption: line(caption, rewrite) } };
    }
  }
}

function line(text: string, rewrite: Rewrite): string {
  const parts = rewrite(text === '' ? [] : [{ type: 'text', text }]);
  const joined = parts.map((part) => (part.type === 'text' ? part.text : ' ')).join('');
  return joined === text ? text : joined.slice(0, 500);
}
