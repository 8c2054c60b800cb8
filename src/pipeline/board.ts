import type { ListedProject } from '#projects/list.ts';
import { stages, type Stage } from '#projects/project.ts';

export interface BoardCard extends ListedProject {
  /** Days in its stage. */
  readonly days: number;
  readonly mayMove: boolean;
}

export interface BoardColumn {
  readonly stage: Stage;
  readonly total: number;
  /** Yuan, of all in the stage and not only of those shown. */
  readonly agreed: number;
  readonly arrived: number;
  readonly cards: readonly BoardCard[];
}

/** The stage after that one; undefined after the last. */
export function nextStage(stage: Stage): Stage | undefined {
  return stages[stages.indexOf(stage) + 1];
}
