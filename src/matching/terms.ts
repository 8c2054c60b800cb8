import { longestPhrase, toChinese } from '#text/dictionary.ts';
import { isStopWord } from '#text/stop-words.ts';
import { findConcepts } from './synonyms.ts';

/** Cuts text into normalised words, such as `segment` of #text/segment.server.ts. */
export type Cut = (text: string) => readonly string[];

/** One thing a text speaks of. `key` is what is compared, `word` what a reader saw. */
export interface Term {
  readonly key: string;
  readonly word: string;
  readonly count: number;
}

const isHan = /^[\u3400-\u9fff]+$/;
const isLatin = /^[a-z]/;
const isNumber = /^[\d.,%]+$/;

/** What a normalised text speaks of: its words, their characters, and what its synonyms and English words stand for. */
export function termsOf(text: string, cut: Cut): Term[] {
  const words = cut(text).filter((word) => !isStopWord(word) && !isNumber.test(word));
  const concepts = findConcepts(text).filter(({ phrase, means }) => phrase !== means);
  return [
    ...words.flatMap((word) => termsOfWord(word, word)),
    ...concepts.flatMap(({ phrase, means }) => termsOfWord(means, phrase)),
    ...bridged(words),
  ];
}

/**
 * Words are cut one way here and another way there: their pairs of characters meet all the same. Single characters meet
 * where words differ: 焊接 and 堆焊, 废水 and 污水, 锂电 and 含锂.
 */
function termsOfWord(key: string, word: string): Term[] {
  const characters = isHan.test(key) ? [...key] : [];
  const pairs = characters.slice(1).map((second, place) => `${characters[place] ?? ''}${second}`);
  const whole = key.length > 1 || characters.length === 0 ? [key] : [];
  return [...whole, ...pairs, ...characters].map((one) => ({ key: one, word, count: 1 }));
}

/** Characters stand in far more texts than words: they are weighed among themselves. */
export function isCharacter(key: string): boolean {
  return key.length === 1;
}

/** English words and phrases as the Chinese words they stand for, so that both languages meet. */
function bridged(words: readonly string[]): Term[] {
  const found: Term[] = [];
  words.forEach((first, start) => {
    if (!isLatin.test(first)) return;
    for (let length = 1; length <= Math.min(longestPhrase, words.length - start); length += 1) {
      const phrase = words.slice(start, start + length).join(' ');
      found.push(...toChinese(phrase).flatMap((word) => termsOfWord(word, phrase)));
    }
  });
  return found;
}
