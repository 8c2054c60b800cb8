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
import { silentSide, type Pair } from './facts.ts';
import type { TextFit } from './text-fit.ts';
import { isTelling } from './generic.ts';
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
  const words = met.map(({ asked }) => asked).filter(isTelling);
  const [first] = themes;
  const field = first !== undefined && first.points >= leastFieldPoints ? themeName(first.theme) : undefined;
  if (words.length === 0) return field === undefined ? speaksOfNothing : sharesField(field);
  const shown = { zh: shownWords(preferring(words, isChinese)), en: shownWords(preferring(words, isLatin)) };
  return field === undefined ? speaksOf(shown) : speaksOfInField(shown, field);
}

const isChinese = (word: string) => /\p{Script=Han}/u.test(word);
const isLatin = (word: string) => !isChinese(word);

/** Where two met in both languages, a reader is shown the words of their own. */
function preferring(words: readonly string[], isOwn: (word: string) => boolean): readonly string[] {
  const own = words.filter(isOwn);
  return own.length > 0 ? own : words;
}

/** Below this a field is touched, not shared. */
const leastFieldPoints = 0.03;

/** What an explanation is made from. */
export interface Explained {
  readonly parts: readonly Part[];
  readonly fit: TextFit;
  readonly pair: Pair;
}

export function missingOf({ parts, fit, pair }: Explained): Missing[] {
  const words = shownWords(fit.absent, 4);
  const inText: Missing[] = words.length === 0 ? [] : [{ part: 'text', side: 'offer', words, says: neverSays(words) }];
  const facts = parts.flatMap(({ name, says }): Missing[] => {
    const side = silentSide(pair, name);
    return side === undefined ? [] : [{ part: name, side, says }];
  });
  return [...inText, ...facts];
}

export function raiseOf(explained: Explained): Raise[] {
  return explained.parts
    .flatMap((part) => raiseBy(part, explained))
    .filter(({ points }) => points >= 0.005)
    .sort((one, other) => other.points - one.points);
}

function raiseBy(part: Part, { fit, pair }: Explained): Raise[] {
  if (part.name === 'text') return raiseOfText(part, fit);
  const { name, verdict, points, most } = part;
  const silent = silentSide(pair, name);
  if (verdict === 'fits' || (verdict === 'unknown' && silent === undefined)) return [];
  const says = silent === undefined ? couldChange[name] : couldFill[name];
  return says === undefined ? [] : [{ part: name, side: silent ?? 'both', points: most - points, says }];
}

/** Nobody is asked to write words into an offer that is about something else. */
function raiseOfText({ name, verdict, points, most }: Part, fit: TextFit): Raise[] {
  const words = shownWords(fit.absent);
  if (verdict === 'against' || words.length === 0) return [];
  return [{ part: name, side: 'offer', points: most - points, says: couldSay(words) }];
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
