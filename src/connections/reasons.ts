import type { Suggestion } from '#matching/suggestion.ts';

/** Why matching brought two together, as it is kept with the connection. */
export type Reasons = Pick<Suggestion, 'sentence' | 'parts' | 'missing' | 'raise'>;

/** What is kept of a suggestion: the weightiest words, not every one. */
export function reasonsOf({ sentence, parts, missing, raise }: Suggestion): Reasons {
  const shorter = parts.map((part) => (part.met ? { ...part, met: part.met.slice(0, 8) } : part));
  return { sentence, parts: shorter, missing, raise };
}
