import type { TwoText } from '#language/lang.ts';
import {
  couldChange,
  couldFill,
  couldSay,
  matchingWords,
  neverSays,
  sharesField,
  speaksOf,
  speaksOfInField,
  speaksOfNothing,
} from '#language/words/matching.ts';
import type { Missing, Part, Raise, Verdict } from './suggestion.ts';
import type { TextFit } from './text-fit.ts';
import { isSpecific } from './generic.ts';
import { themeName } from './themes.ts';

export function verdictOf(value: number | undefined): Verdict {
  if (value === undefined) return 'unknown';
  return value >= 0.8 ? 'fits' : value >= 0.45 ? 'partly' : 'against';
}

/** The words a reader is shown: each once, weightiest first. */
export function shownWords(words: readonly string[], most = 3): string[] {
  return [...new Set(words)].filter((word) => word.length > 1).slice(0, most);
}

export function textSays({ met, themes }: TextFit): TwoText {
  const words = shownWords(met.filter(({ asked }) => isSpecific(asked)).map(({ asked }) => asked));
  const [first] = themes;
  const field = first !== undefined && first.points >= leastFieldPoints ? themeName(first.theme) : undefined;
  if (words.length === 0) return field === undefined ? speaksOfNothing : sharesField(field);
  return field === undefined ? speaksOf(words) : speaksOfInField(words, field);
}

/** Below this a field is touched, not shared. */
const leastFieldPoints = 0.03;

export function missingOf(parts: readonly Part[], fit: TextFit): Missing[] {
  const words = shownWords(fit.absent, 4);
  const inText: Missing[] = words.length === 0 ? [] : [{ part: 'text', side: 'offer', words, says: neverSays(words) }];
  return [
    ...inText,
    ...parts
      .filter(({ name, verdict }) => verdict === 'unknown' && name !== 'outcomes')
      .map(({ name, says }): Missing => ({ part: name, side: 'both', says })),
  ];
}

export function raiseOf(parts: readonly Part[], fit: TextFit): Raise[] {
  return parts
    .flatMap((part) => raiseBy(part, fit))
    .filter(({ points }) => points >= 0.005)
    .sort((one, other) => other.points - one.points);
}

function raiseBy({ name, verdict, points, most }: Part, fit: TextFit): Raise[] {
  const gain = most - points;
  if (name === 'text') {
    const words = shownWords(fit.absent);
    return words.length === 0 ? [] : [{ part: name, side: 'offer', points: gain, says: couldSay(words) }];
  }
  const says = verdict === 'unknown' ? couldFill[name] : verdict === 'fits' ? undefined : couldChange[name];
  return says === undefined ? [] : [{ part: name, side: 'both', points: gain, says }];
}

/** What speaks for the pair, then what speaks against it. */
export function sentenceOf(parts: readonly Part[]): TwoText {
  const facts = parts.filter(({ name }) => name !== 'text');
  const text = parts.filter(({ name, points }) => name === 'text' && points > 0);
  const good = facts.filter(({ verdict }) => verdict === 'fits').sort((a, b) => b.points - a.points);
  const bad = facts.filter(({ verdict }) => verdict === 'against').sort((a, b) => b.most - a.most);
  const pro = [...text, ...good.slice(0, 2)].map(({ says }) => says);
  const con = bad.slice(0, 2).map(({ says }) => says);
  return matchingWords.sentence(pro, con);
}
