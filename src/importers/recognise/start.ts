import { worthOf } from './density.ts';
import { isFactLine } from './facts.ts';
import type { Line } from './lines.ts';
import { isDateLine } from './times.ts';
import { isInside, type Element } from './tree.ts';

/**
 * Which line the text begins with. A container may hold the head of the article too: site name, breadcrumb, title and
 * facts; the text begins below the facts, as long as nothing above them reads like a sentence.
 */
export function firstProse(lines: readonly Line[], body: Element): number {
  const inside = lines.map((line, at) => ({ line, at })).filter(({ line }) => isInside(line.element, body));
  const sentence = inside.findIndex(({ line }) => isSentence(line));
  const head = sentence < 0 ? inside : inside.slice(0, sentence);
  const facts = head.findLastIndex(({ line }) => isFacts(line));
  const prose = inside.slice(facts + 1).find(({ line }) => worthOf(line) >= 1 && !isFacts(line));
  return (prose ?? inside[facts + 1] ?? inside[0])?.at ?? lines.length;
}

function isFacts(line: Line): boolean {
  return isFactLine(line.spaced) || isDateLine(line.text);
}

/** A line that ends like a sentence or is too long to be a title. */
function isSentence(line: Line): boolean {
  return !isFacts(line) && (line.text.length > 120 || (/[。！？.!?”"]$/.test(line.text) && worthOf(line) >= 1));
}
