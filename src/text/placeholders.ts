import { canonicalInlines } from './canonical.ts';
import type { Inline } from './document.ts';

/** A run of text for a translator that knows nothing of marks: each marked part and each line break stands as a placeholder. */
export interface Marked {
  readonly text: string;
  /** What placeholder 1, 2 … stands for. */
  readonly parts: readonly Inline[];
}

const brackets = /[⟦⟧]/;

/** `see ⟦1⟧our site⟦/1⟧⟦2/⟧`; undefined where the text holds these signs itself. */
export function markedText(content: readonly Inline[]): Marked | undefined {
  const parts: Inline[] = [];
  let text = '';
  for (const part of canonicalInlines(content)) {
    if (part.type === 'text' && brackets.test(part.text)) return undefined;
    if (part.type === 'text' && !part.marks) text += part.text;
    else {
      const number = parts.push(part);
      text += part.type === 'text' ? `⟦${number}⟧${part.text}⟦/${number}⟧` : `⟦${number}/⟧`;
    }
  }
  return { text, parts };
}

const token = /⟦(\d{1,4})⟧([^⟦⟧]+)⟦\/\1⟧|⟦(\d{1,4})\/⟧|([^⟦⟧]+)/g;

/** The translation with its marks, as far as each placeholder came back once and whole; else undefined. */
export function unmarkedText(answer: string, { parts }: Marked): Inline[] | undefined {
  const found = [...answer.matchAll(token)];
  const isWhole = found.map(([all]) => all).join('') === answer;
  const inlines = found.flatMap((match) => inlineOf(match, parts) ?? []);
  const numbers = found.flatMap(([, marked, , lone]) => marked ?? lone ?? []);
  const isEachOnce = numbers.length === parts.length && new Set(numbers).size === parts.length;
  return isWhole && isEachOnce && inlines.length === found.length ? canonicalInlines(inlines) : undefined;
}

function inlineOf([, marked, inside, lone, plain]: RegExpMatchArray, parts: readonly Inline[]): Inline | undefined {
  if (plain !== undefined) return { type: 'text', text: plain };
  const part = parts[Number(marked ?? lone) - 1];
  if (inside === undefined) return part?.type === 'hardBreak' ? part : undefined;
  return part?.type === 'text' ? { ...part, text: inside } : undefined;
}
