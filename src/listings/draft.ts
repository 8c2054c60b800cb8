import type { Lang } from '#language/lang.ts';
import type { Side } from './listing.ts';

/** A need or an offer as it is being written, in one of its languages. */
export interface Draft {
  readonly side: Side;
  readonly lang: Lang;
  readonly title: string;
  readonly summary: string;
  readonly body: string;
  readonly tried: string;
  readonly conditions: string;
  readonly decider: string;
  readonly advantage: string;
  readonly proof: string;
  readonly fields: string;
  readonly targets: readonly { readonly name: string; readonly value: number | undefined; readonly unit: string }[];
  /** Of a need: `YYYY-MM-DD`. */
  readonly deadline: string | undefined;
  /** Of an offer. */
  readonly stage: string | undefined;
}
