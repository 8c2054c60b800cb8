import { isHidden, looksLikeFrame } from './junk.ts';
import type { Line } from './lines.ts';
import { attribute, childrenOf, isElement, namesOf, parentOf, type Element } from './tree.ts';

/** How much of a line's worth each of its ancestors gets, nearest first. */
const inheritance = [1, 1, 0.7, 0.4];

/** A sibling with this part of the best score belongs to the same article: bodies come in several boxes. */
const belongsTogether = 0.25;

const promising = /(?:article|content|body|detail|text|zoom|main|news|正文)/i;

/** The element that holds the densest prose, and its score; short pages have one too. */
export function densest(lines: readonly Line[]): { element: Element; score: number } | undefined {
  const scores = scoresOf(lines);
  let best: Element | undefined;
  let most = 0;
  for (const [element, score] of scores) {
    const weighed = promising.test(namesOf(element)) ? score * 1.2 : score;
    // Of two equals the later one lies deeper.
    if (weighed >= most && weighed > 0) [best, most] = [element, weighed];
  }
  return best && { element: widened(best, scores), score: most };
}

/** What every element near prose is worth. */
export function scoresOf(lines: readonly Line[]): Map<Element, number> {
  const scores = new Map<Element, number>();
  const framed = new Map<Element, boolean>();
  for (const line of lines) {
    const worth = isFramed(line.element, framed) ? 0 : worthOf(line);
    if (worth !== 0) spread(scores, line.element, worth);
  }
  return scores;
}

/** Who runs the site and how to reach them: the most prose-like part of any frame. */
const footer = /版权所有|主办单位|承办单位|技术支持|网站标识码|ICP备|公网安备|All Rights Reserved|Copyright|©/i;

/** Prose is long, is punctuated, and is not made of links. */
export function worthOf(line: Line): number {
  if (footer.test(line.text)) return 0;
  const length = line.text.length;
  if (line.linked * 2 > length) return -2;
  const marks = line.text.match(/[，。；！？、：,.;!?]/g)?.length ?? 0;
  const prose = length - line.linked;
  return isProse(prose, marks) ? Math.min(prose, 400) / 40 + Math.min(marks, 10) * 0.6 : 0.1;
}

function isProse(length: number, marks: number): boolean {
  return length >= 24 || (length >= 10 && marks > 0);
}

function spread(scores: Map<Element, number>, start: Element, worth: number): void {
  let element: Element | undefined = start;
  for (const part of inheritance) {
    if (!element || element.tagName === 'html') return;
    // The whole page is believed to be the article only when nothing inside it is.
    const share = element.tagName === 'body' ? part * 0.9 : part;
    scores.set(element, (scores.get(element) ?? 0) + worth * share);
    element = parentOf(element);
  }
}

function isFramed(element: Element, known: Map<Element, boolean>): boolean {
  const seen = known.get(element);
  if (seen !== undefined) return seen;
  const parent = parentOf(element);
  const within = parent ? isFramed(parent, known) : false;
  const framed = within || isHidden(element) || (element.tagName !== 'body' && looksLikeFrame(element));
  known.set(element, framed);
  return framed;
}

/** Parts of one text are built the same way. */
function isAlike(one: Element, other: Element): boolean {
  return (
    one.tagName === other.tagName &&
    attribute(one, 'class') === attribute(other, 'class') &&
    attribute(one, 'id') === ''
  );
}

/** Takes in neighbours that are part of the same text. */
function widened(best: Element, scores: ReadonlyMap<Element, number>): Element {
  const own = scores.get(best) ?? 0;
  const parent = parentOf(best);
  if (!parent || parent.tagName === 'html') return best;
  const rich = childrenOf(parent).filter(
    (child) =>
      isElement(child) && child !== best && isAlike(child, best) && (scores.get(child) ?? 0) >= own * belongsTogether,
  );
  return rich.length > 0 ? parent : best;
}
