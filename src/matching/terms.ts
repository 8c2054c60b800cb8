import { longestPhrase, toChinese } from '#text/dictionary.ts';
import { isStopWord } from '#text/stop-words.ts';
import { specificity } from './generic.ts';
import { conceptOf } from './synonyms.ts';

/** Cuts normalised text into words, such as `segment` of #text/segment.server.ts. */
export type Cut = (text: string) => readonly string[];

/** One thing a text speaks of. `key` is what is compared, `word` what a reader saw. */
export interface Term {
  readonly key: string;
  readonly word: string;
  readonly weight: number;
}

const isHan = /^[\u3400-\u9fff]+$/;
const isNumber = /^[\d.,%]+$/;
/** A pair of characters inside a longer word says less than the word, but it meets words that were cut another way. */
const pairWeight = 0.5;

/** The words of a text, the pairs of characters inside longer Chinese words, and for English the Chinese of the dictionary. */
export function termsOf(text: string, cut: Cut): Term[] {
  const words = cut(text).filter((word) => !isStopWord(word) && !isNumber.test(word));
  return [...words.flatMap(termsOfWord), ...bridged(words)];
}

function termsOfWord(word: string): Term[] {
  const weight = specificity(word);
  const whole = { key: conceptOf(word), word, weight: word.length === 1 ? weight / 2 : weight };
  if (!isHan.test(word) || word.length < 3) return [whole];
  return [
    whole,
    ...pairsOf(word).map((pair) => ({ key: pair, word, weight: weight * pairWeight * specificity(pair) })),
  ];
}

function pairsOf(word: string): string[] {
  return Array.from({ length: word.length - 1 }, (_, place) => word.slice(place, place + 2));
}

/** English words and phrases as the Chinese words they stand for, so that both languages meet. */
function bridged(words: readonly string[]): Term[] {
  return words.flatMap((_, start) =>
    Array.from({ length: longestPhrase }, (_, length) => words.slice(start, start + length + 1).join(' '))
      .filter((phrase, length) => start + length < words.length && /[a-z]/.test(phrase))
      .flatMap((phrase) => toChinese(phrase).map((word) => ({ phrase, word })))
      .flatMap(({ phrase, word }) => termsOfWord(word).map((term) => ({ ...term, word: phrase }))),
  );
}
