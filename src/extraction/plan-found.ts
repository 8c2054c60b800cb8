/** What a stretch of a sentence says: `sentence.slice(start, end)`. */
export interface Mark {
  readonly start: number;
  readonly end: number;
  readonly what: 'date' | 'verb' | 'object' | 'number' | 'unit' | 'name';
}

export interface FoundGoal {
  readonly kind: 'goal';
  readonly title: string;
}

export interface FoundIndicator {
  readonly kind: 'indicator';
  readonly name: string;
  readonly measure: string;
  readonly value: number;
  /** The day by which it is to be reached; empty where the sentence does not say. */
  readonly on: string;
  readonly direction: 'up' | 'down';
}

export interface FoundCluster {
  readonly kind: 'cluster';
  readonly name: string;
  readonly tier: 'thousand-yi' | 'five-hundred-yi' | 'other';
}

export interface FoundTask {
  readonly kind: 'task';
  readonly title: string;
  /** Empty where the sentence gives no date. */
  readonly dueOn: string;
  /** As they are named; the first of several that are jointly responsible leads. */
  readonly lead: string;
  readonly co: readonly string[];
}

export type FoundValues = FoundGoal | FoundIndicator | FoundCluster | FoundTask;

/** One thing that a plan's text seems to say, with the very sentence it stands in. */
export interface Found {
  readonly values: FoundValues;
  /** As the document numbers the paragraph. */
  readonly number: string;
  readonly sentence: string;
  readonly marks: readonly Mark[];
  /** The place, among what was found, of the goal it stands beneath. */
  readonly under: number | undefined;
}

/** A mark of each text where it stands in the sentence; what does not stand in it gets none. */
export function marksOf(sentence: string, parts: readonly (readonly [Mark['what'], string])[]): Mark[] {
  const marks = parts.flatMap(([what, text]) => {
    const start = text === '' ? -1 : sentence.indexOf(text);
    return start === -1 ? [] : [{ start, end: start + text.length, what }];
  });
  const inOrder = marks.sort((one, other) => one.start - other.start || other.end - one.end);
  return inOrder.filter((mark, at) => inOrder.slice(0, at).every(({ end }) => end <= mark.start));
}

/** A group of a match; empty where it took no part. */
export function partOf(match: RegExpExecArray | RegExpMatchArray | null, at: number): string {
  return match?.[at] ?? '';
}
