import { canonical } from './canonical.ts';
import type { Block, RichDocument } from './document.ts';

/** One step from one text to another: a block that stayed, or what stands in the place of what. */
export type Step =
  | { readonly kind: 'same'; readonly before: number; readonly after: number }
  | { readonly kind: 'changed'; readonly before: number; readonly after: number }
  | { readonly kind: 'removed'; readonly before: number }
  | { readonly kind: 'added'; readonly after: number };

/** More blocks than this, beyond equal beginnings and ends, are not matched one by one: it would take too long. */
const mostMatched = 1500;

/** How `after` came from `before`, block by block, by the longest run of blocks that both have. */
export function diffBlocks(before: RichDocument, after: RichDocument): Step[] {
  const [a, b] = [formsOf(before), formsOf(after)];
  const start = commonStart(a, b);
  const end = commonStart(a.slice(start).reverse(), b.slice(start).reverse());
  const middle = matched(a.slice(start, a.length - end), b.slice(start, b.length - end));
  const same = [
    ...range(start).map((at) => [at, at] as const),
    ...middle.map(([x, y]) => [x + start, y + start] as const),
    ...range(end).map((at) => [a.length - end + at, b.length - end + at] as const),
  ];
  return stepsAlong(same, [a.length, b.length]);
}

type Pair = readonly [before: number, after: number];

function formsOf(document: RichDocument): string[] {
  return canonical(document).content.map((block: Block) => JSON.stringify(block));
}

function commonStart(a: readonly string[], b: readonly string[]): number {
  const differs = a.findIndex((one, at) => one !== b[at]);
  return differs < 0 ? Math.min(a.length, b.length) : differs;
}

function matched(a: readonly string[], b: readonly string[]): Pair[] {
  if (a.length > mostMatched || b.length > mostMatched) return [];
  const longest = longestRuns(a, b);
  const pairs: Pair[] = [];
  let [x, y] = [0, 0];
  while (x < a.length && y < b.length) {
    if (a[x] === b[y]) pairs.push([x++, y++]);
    else if (longest(x + 1, y) >= longest(x, y + 1)) x += 1;
    else y += 1;
  }
  return pairs;
}

/** How long the longest common run is of what follows `x` in one text and `y` in the other. */
function longestRuns(a: readonly string[], b: readonly string[]): (x: number, y: number) => number {
  const width = b.length + 1;
  const lengths = new Uint16Array((a.length + 1) * width);
  const at = (x: number, y: number) => lengths[x * width + y] ?? 0;
  for (let x = a.length - 1; x >= 0; x -= 1)
    for (let y = b.length - 1; y >= 0; y -= 1)
      lengths[x * width + y] = a[x] === b[y] ? at(x + 1, y + 1) + 1 : Math.max(at(x + 1, y), at(x, y + 1));
  return at;
}

/** Between two blocks that stayed, what went and what came are the same place, as far as both reach. */
function stepsAlong(same: readonly Pair[], lengths: Pair): Step[] {
  const steps: Step[] = [];
  let [x, y] = [0, 0];
  for (const [before, after] of [...same, lengths]) {
    while (x < before && y < after) steps.push({ kind: 'changed', before: x++, after: y++ });
    while (x < before) steps.push({ kind: 'removed', before: x++ });
    while (y < after) steps.push({ kind: 'added', after: y++ });
    if (x < lengths[0] && y < lengths[1]) steps.push({ kind: 'same', before: x++, after: y++ });
  }
  return steps;
}

function range(length: number): number[] {
  return Array.from({ length }, (_, at) => at);
}
