import type { TwoText } from '#language/lang.ts';
import { sharpnessWords as words } from '#language/words/sharpness.ts';
import type { Draft } from './draft.ts';
import { needChecks, offerChecks, type Check } from './sharpness-checks.ts';

/** What one check found: how much of its points the draft has, and in words what to do for the rest. */
export interface Reason {
  readonly key: string;
  /** The field of the form in which it is mended. */
  readonly field: string;
  readonly points: number;
  readonly of: number;
  readonly says: TwoText;
  /** Pieces of the author's own text that it is about. */
  readonly found: readonly string[];
}

export interface Sharpness {
  /** 0 to 100: the points of all reasons. */
  readonly score: number;
  readonly level: 'vague' | 'fair' | 'sharp';
  readonly says: TwoText;
  /** What costs most first. */
  readonly reasons: readonly Reason[];
}

/**
 * How ready a need or an offer is to be understood by a stranger, with what to do about each thing that is not. It judges
 * what is written, never whether it is worth doing: a broker decides.
 */
export function sharpnessOf(draft: Draft): Sharpness {
  const reasons = (draft.side === 'need' ? needChecks : offerChecks)
    .map((check) => reasonOf(check, draft))
    .sort((one, other) => other.of - other.points - (one.of - one.points));
  const score = Math.round(reasons.reduce((sum, { points }) => sum + points, 0));
  const level = levelOf(score);
  return { score, level, says: words.level[level], reasons };
}

function reasonOf({ key, field, of, judge }: Check, draft: Draft): Reason {
  const { share, says, found = [] } = judge(draft);
  return { key, field, of, points: of * share, says, found };
}

function levelOf(score: number): Sharpness['level'] {
  if (score >= 75) return 'sharp';
  return score >= 45 ? 'fair' : 'vague';
}
