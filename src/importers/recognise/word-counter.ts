import { numberAs } from './word-number-format.ts';
import type { Level, List } from './word-numbering.ts';

/** Longer is no number but a text that repeats. */
const longestLabel = 40;

/** Counts as Word does: lists of one kind go on from each other, a deeper level begins anew under each one above. */
export class WordCounter {
  private readonly counts = new Map<string, (number | undefined)[]>();
  private readonly begun = new Set<List>();

  /** The number of the next paragraph at a level of a list; undefined where it has a mark instead of a number. */
  next(list: List, at: number): { readonly label: string; readonly count: number } | undefined {
    const level = list.levels.get(at);
    if (!level) return undefined;
    const counts = this.countsOf(list);
    for (let above = 0; above < at; above += 1) counts[above] ??= startOf(list, above);
    const before = counts[at];
    const count = before === undefined ? startOf(list, at) : before + 1;
    counts[at] = count;
    beginBelow(list, at, counts);
    const label = labelOf(level, list, counts);
    return label === '' || label.length > longestLabel ? undefined : { label, count };
  }

  private countsOf(list: List): (number | undefined)[] {
    const counts = this.counts.get(list.kind) ?? [];
    this.counts.set(list.kind, counts);
    if (this.begun.has(list)) return counts;
    this.begun.add(list);
    for (const at of list.starts.keys()) if (at < counts.length) counts[at] = undefined;
    return counts;
  }
}

function startOf({ starts, levels }: List, at: number): number {
  return starts.get(at) ?? levels.get(at)?.start ?? 1;
}

function beginBelow({ levels }: List, at: number, counts: (number | undefined)[]): void {
  for (let below = at + 1; below < counts.length; below += 1)
    if (levels.get(below)?.restarts !== false) counts[below] = undefined;
}

function labelOf(level: Level, { levels }: List, counts: readonly (number | undefined)[]): string {
  if (level.format === 'bullet') return '';
  return level.text.replace(/%([1-9])/g, (_, named: string) => {
    const at = Number(named) - 1;
    const format = level.isLegal ? 'decimal' : (levels.get(at)?.format ?? 'decimal');
    return numberAs(format, counts[at] ?? levels.get(at)?.start ?? 1);
  });
}
