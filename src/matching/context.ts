import type { Statistics } from './statistics.ts';

/** How earlier connections of an organisation went, over all its needs or offers. */
export interface Outcomes {
  readonly agreements: number;
  /** Ended without success, whatever the reason. */
  readonly ended: number;
}

/** A suggestion or proposal that somebody turned down. `reason` as connections say it: price, capacity, silence … */
export interface Decline {
  readonly need: string;
  /** The offer, or of a need matched with an institute the institute. */
  readonly offer: string;
  /** The organisation behind the offer. */
  readonly organisation: string;
  readonly reason: string;
}

/** All that ranking knows beside the two sides. */
export interface Context {
  readonly statistics: Statistics;
  /** `2026-11-23`: deadlines are measured from here. */
  readonly today: string;
  readonly declines?: readonly Decline[];
  readonly outcomes?: ReadonlyMap<string, Outcomes>;
  /** At most so many suggestions; without it all. */
  readonly limit?: number;
  /** Suggestions below this score are left out; without it none is. */
  readonly least?: number;
}
