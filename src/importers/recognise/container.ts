import type { How } from '../page.ts';
import { densest, scoresOf } from './density.ts';
import type { Line } from './lines.ts';
import { imageIn } from './pictures.ts';
import { systems, usualContainers, type System } from './systems.ts';
import { isInside, select, type Element, type PageTree } from './tree.ts';
import { textOf } from './words.ts';

export interface Container {
  readonly element: Element;
  readonly system: System | undefined;
  readonly how: How;
}

interface Dense {
  readonly element: Element;
  readonly score: number;
}

/** Prose elsewhere must outweigh a known container this many times before the container is not believed. */
const muchMore = 4;

/** A container named like an article may hold this much more than the densest text in it. */
const littleMore = 1.8;

/** The element that holds the article: where a known system keeps it, else where the text is densest. */
export function findContainer(page: PageTree, lines: readonly Line[]): Container | undefined {
  const dense = densest(lines);
  const known = knownContainer(page, lines, dense);
  if (known) return known;
  const usual = dense && usualContainer(page, dense.element);
  const element = usual ?? dense?.element;
  return element && { element, system: undefined, how: 'position' };
}

function knownContainer(page: PageTree, lines: readonly Line[], dense: Dense | undefined): Container | undefined {
  const scores = scoresOf(lines);
  for (const system of systems) {
    const element = largest(system.body.flatMap((selector) => select(page, selector)));
    const filled = !system.checked || (element && dense && isFilled(element, dense.element));
    if (element && filled && isBelieved(element, dense, scores)) return { element, system, how: 'known container' };
  }
  return undefined;
}

/** Unless the real text is clearly somewhere else: footers are edited with the same editor as articles. */
function isBelieved(element: Element, dense: Dense | undefined, scores: ReadonlyMap<Element, number>): boolean {
  if (!dense || isInside(element, dense.element))
    return dense === undefined || textOf(element).length * muchMore >= textOf(dense.element).length;
  if (isInside(dense.element, element)) return true;
  return dense.score < 6 || (scores.get(element) ?? 0) * muchMore >= dense.score;
}

/** Whether the densest text and the container are about the same. */
function isFilled(element: Element, dense: Element): boolean {
  return (
    isInside(element, dense) ||
    (isInside(dense, element) && textOf(element).length <= textOf(dense).length * littleMore)
  );
}

/** Several containers of one name: the outermost of nested ones, the fullest of others. */
function largest(candidates: readonly Element[]): Element | undefined {
  let best: Element | undefined;
  let most = 0;
  for (const candidate of candidates) {
    const size = textOf(candidate).length + (imageIn(candidate) ? 1 : 0);
    if (size > most) [best, most] = [candidate, size];
  }
  return best;
}

/** The smallest element named like an article around the densest text, if it holds little else. */
function usualContainer(page: PageTree, dense: Element): Element | undefined {
  const size = textOf(dense).length;
  return usualContainers
    .flatMap((selector) => select(page, selector))
    .filter((element) => isInside(dense, element))
    .map((element) => ({ element, size: textOf(element).length }))
    .filter((one) => one.size <= size * littleMore)
    .sort((one, other) => one.size - other.size)[0]?.element;
}
