import type { TwoText } from '#language/lang.ts';

export const itemResults = ['imported', 'updated', 'unchanged', 'draft', 'refused'] as const;
export type ItemResult = (typeof itemResults)[number];

/** What became of one file. */
export interface ItemReport {
  readonly path: string;
  readonly result: ItemResult;
  /** Why it was refused, or what a draft waits for. */
  readonly reason: TwoText | undefined;
  readonly articleId: number | undefined;
  /** What became of its pictures and attachments, once a worker has looked. */
  readonly media?: TwoText | undefined;
}

export type Counts = Readonly<Record<ItemResult, number>>;

export interface RunReport {
  readonly id: number;
  readonly startedAt: Date;
  readonly finishedAt: Date | undefined;
  readonly counts: Counts;
}

export const noCounts: Counts = { imported: 0, updated: 0, unchanged: 0, draft: 0, refused: 0 };

export function countItems(items: readonly { result: ItemResult }[], start: Counts = noCounts): Counts {
  const counts = { ...start };
  for (const { result } of items) counts[result] += 1;
  return counts;
}
