import { sumOf } from './count.ts';
import type { ArrivalKind } from './project.ts';

/** As much of a line of arrivals as its sum needs. Money is yuan; a correction has the other sign. */
export interface ArrivalLine {
  readonly kind: ArrivalKind;
  readonly amount: number;
}

export interface ArrivalSums {
  /** From within China and from abroad together. */
  readonly arrived: number;
  readonly foreign: number;
  readonly fixedAssets: number;
}

/** What arrived: fixed assets are what the money became, not more of it. */
export function sumsOf(lines: readonly ArrivalLine[]): ArrivalSums {
  const of = (...kinds: ArrivalKind[]) =>
    sumOf(lines.filter(({ kind }) => kinds.includes(kind)).map(({ amount }) => amount));
  return { arrived: of('capital', 'foreign-capital'), foreign: of('foreign-capital'), fixedAssets: of('fixed-assets') };
}
