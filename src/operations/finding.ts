import type { TwoText } from '#language/lang.ts';

/** One thing that the doctor looked at. */
export interface Finding {
  readonly name: string;
  readonly ok: boolean;
  readonly says: TwoText;
}
