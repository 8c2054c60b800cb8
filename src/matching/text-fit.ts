import type { Prepared } from './prepare.ts';
import { rarity, type Statistics } from './statistics.ts';
import type { Met } from './suggestion.ts';

export interface TextFit {
  /** 0 to 1: how much of what the need speaks of the other side speaks of too. */
  readonly value: number;
  /** Shares of the value, weightiest first. */
  readonly met: readonly Met[];
  /** Weighty words of the need that the other side never says. */
  readonly absent: readonly string[];
}

/** The other side's word counts in full once it stands in a title. */
function saturated(weight: number): number {
  return (weight * 1.4) / (weight + 1.2);
}

/** How well the words of a need meet those of an offer or an institute. */
export function textFit(need: Prepared, other: Prepared, statistics: Statistics): TextFit {
  const asked = [...need.terms].map(([key, term]) => ({ key, term, worth: worthOf(key, need, statistics) }));
  asked.sort((one, another) => another.worth - one.worth || (one.key < another.key ? -1 : 1));
  const met: Met[] = [];
  let sum = 0;
  for (const { key, term, worth } of asked) {
    const found = other.terms.get(key);
    if (found === undefined) continue;
    const points = worth * saturated(found.weight);
    sum += points;
    met.push({ asked: term.word, found: found.word, askedIn: term.field, foundIn: found.field, points });
  }
  // The need's weightiest words are the whole of what can be met: a long text is not a harder one.
  const whole = asked.slice(0, 12).reduce((total, { worth }) => total + worth, 0);
  const value = sum === 0 ? 0 : 1 - Math.exp((-2.2 * sum) / whole);
  return {
    value,
    met: met.map((one) => ({ ...one, points: (one.points / sum) * value })).sort((a, b) => b.points - a.points),
    absent: asked.slice(0, 8).flatMap(({ key, term }) => (other.terms.has(key) ? [] : [term.word])),
  };
}

function worthOf(key: string, need: Prepared, statistics: Statistics): number {
  return (need.terms.get(key)?.weight ?? 0) * rarity(key, statistics);
}
