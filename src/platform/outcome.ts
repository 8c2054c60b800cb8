import type { TwoText } from '#language/lang.ts';

/** One thing that stands in the way, in words for the person who asked; `field` names the input it belongs to. */
export interface Problem {
  readonly field?: string;
  readonly says: TwoText;
}

/** A verb's answer. A refusal is a value; an exception is a bug. */
export type Outcome<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problems: Problem[] };

export function done<T>(value: T): Outcome<T> {
  return { ok: true, value };
}

export function refused(...problems: Problem[]): { readonly ok: false; readonly problems: Problem[] } {
  return { ok: false, problems };
}
