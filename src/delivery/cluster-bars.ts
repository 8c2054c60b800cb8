import type { ClusterYear } from './leader.ts';

const yi = 100_000_000;

export interface ClusterBar {
  readonly label: string;
  readonly value: number | null;
  readonly target: number | null;
  /** As a source states it, and not from the members' own figures. */
  readonly isHollow: boolean;
}

/** Output by year in hundred millions of yuan: computed where it could be, else as a source states it. */
export function barsOf(years: readonly ClusterYear[]): ClusterBar[] {
  return years.map(({ year, computed, stated, target }) => ({
    label: String(year),
    value: inYi(computed ?? stated),
    target: inYi(target),
    isHollow: computed === null && stated !== null,
  }));
}

function inYi(yuan: number | null): number | null {
  return yuan === null ? null : yuan / yi;
}
