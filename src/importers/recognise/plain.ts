import type { Block } from '#text/document.ts';
import type { Recognition } from '../page.ts';
import { maxBlocks } from '../limits.ts';
import { recogniseDocument } from './document.ts';
import { isFactLine } from './facts.ts';
import { clean, languageOf } from './words.ts';

/** Recognises the article of a text file. */
export function recogniseText(text: string, encoding: string): Recognition {
  const blocks = paragraphsIn(text).map((line): Block => ({
    type: 'paragraph',
    content: [{ type: 'text', text: line }],
  }));
  return recogniseDocument({ blocks: blocks.slice(0, maxBlocks), linkOnly: new Set() }, encoding);
}

/** The paragraphs of a text: a line each, unless the lines of a paragraph were broken at a fixed width. */
export function paragraphsIn(text: string): string[] {
  const groups = clean(text)
    .split(/\r\n|\r|\n|\u2028|\u2029|\f/)
    .map((line) => line.replace(/[\s\u00a0\u3000]+$/, ''))
    .reduce<string[][]>(
      (all, line) => {
        if (line.trim() === '') all.push([]);
        else all.at(-1)?.push(line);
        return all;
      },
      [[]],
    );
  return groups
    .flatMap(joinBroken)
    .map((line) => line.trim().replace(/[\s\u3000]+/g, ' '))
    .filter(Boolean);
}

/** Joins lines that were broken because they were full, not because a paragraph ended. */
function joinBroken(lines: readonly string[]): string[] {
  const width = Math.max(0, ...lines.map((line) => line.length));
  const full = lines.slice(0, -1).filter((line) => line.length >= width * 0.8).length;
  if (lines.length < 3 || width > 120 || width < 30 || full < (lines.length - 1) * 0.6) return [...lines];
  const joined: string[] = [];
  lines.forEach((line, at) => {
    const before = lines[at - 1];
    if (
      before !== undefined &&
      isFull(before, width) &&
      !isFactLine(line) &&
      !/^[\s\u3000•·*\-\d一二三四五六七八九十（(]/.test(line)
    ) {
      const glue = languageOf(before) === 'en' ? ' ' : '';
      joined.push(`${joined.pop() ?? ''}${glue}${line}`);
    } else joined.push(line);
  });
  return joined;
}

function isFull(line: string, width: number): boolean {
  return line.length >= width * 0.8 && !/[。！？!?：:；;…”"]$/.test(line) && !/[^.\d]\.$/.test(line);
}
