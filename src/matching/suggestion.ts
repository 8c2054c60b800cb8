import type { TwoText } from '#language/lang.ts';
import type { Field } from './document.ts';

export const partNames = [
  'text',
  'industry',
  'discipline',
  'kind',
  'stage',
  'budget',
  'region',
  'cooperation',
  'rights',
  'outcomes',
] as const;
export type PartName = (typeof partNames)[number];

/** What a part of the score rests on. `unknown` counts half: neither for the pair nor against it. */
export type Verdict = 'fits' | 'partly' | 'against' | 'unknown';

/** A word that both sides use, or two words that mean the same. */
export interface Met {
  readonly asked: string;
  readonly found: string;
  readonly askedIn: Field;
  readonly foundIn: Field;
  /** Its share of the points for the text. */
  readonly points: number;
}

/** A field of technology that both sides speak of, such as water treatment. */
export interface SharedField {
  readonly name: TwoText;
  readonly points: number;
}

export interface Part {
  readonly name: PartName;
  readonly verdict: Verdict;
  /** The points of all parts add up to the score. */
  readonly points: number;
  readonly most: number;
  readonly says: TwoText;
  /** Of the text only, weightiest first; their points are those of the part. */
  readonly met?: readonly Met[];
  readonly sharedFields?: readonly SharedField[];
}

/** One thing that would raise the score, and by how much at most. */
export interface Raise {
  readonly part: PartName;
  /** Who could do it. */
  readonly side: 'need' | 'offer' | 'both';
  readonly points: number;
  readonly says: TwoText;
}

/** What is not there: a word the need rests on that the other side never says, or a fact nobody gave. */
export interface Missing {
  readonly part: PartName;
  readonly side: 'need' | 'offer' | 'both';
  readonly words?: readonly string[];
  readonly says: TwoText;
}

export interface Suggestion {
  /** Of the candidate. */
  readonly id: string;
  /** 0 to 1. The same for a need and an offer whichever of the two was asked for. */
  readonly score: number;
  readonly parts: readonly Part[];
  readonly missing: readonly Missing[];
  readonly raise: readonly Raise[];
  readonly sentence: TwoText;
}
