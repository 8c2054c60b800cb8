import { Jieba } from '@node-rs/jieba';
import { dict } from '@node-rs/jieba/dict.js';
import { chineseWords } from './dictionary.ts';
import { normalise } from './normalise.ts';
import { zoneShortForms } from './zone-words.ts';

/** Cuts text into words. It is state: words can be added while it is in use, and every later cut knows them. */
export interface Segmenter {
  /** Words in reading order, normalised; punctuation and blanks are dropped. */
  words(text: string): string[];
  /** `words` and the shorter words inside them: 技术开发区 also gives 技术, 开发, 开发区. */
  finest(text: string): string[];
  /** Names that must stay whole, such as zone names and aliases. */
  add(words: Iterable<string>): void;
  readonly jieba: Jieba;
}

const isWord = /[\p{L}\p{N}]/u;
const isChineseName = /^[\u3400-\u9fff]{2,20}$/;

/** A segmenter that knows `names` beside the dictionary; about 40 MB and 100 ms, so a process needs one, not many. */
export function createSegmenter(names: Iterable<string> = []): Segmenter {
  const jieba = Jieba.withDict(dict);
  const known = new Set<string>();
  const segmenter: Segmenter = {
    jieba,
    words: (text) => jieba.cut(normalise(text), true).filter((word) => isWord.test(word)),
    finest: (text) => jieba.cutForSearch(normalise(text), true).filter((word) => isWord.test(word)),
    add(words) {
      const fresh = [...new Set([...words].map(normalise))].filter(
        (word) => isChineseName.test(word) && !known.has(word),
      );
      for (const word of fresh) known.add(word);
      // A word that stays whole already has a weight learnt from real text: ours would be worse.
      const torn = fresh.filter((word) => jieba.cut(word, false).length > 1);
      if (torn.length > 0) jieba.loadDict(Buffer.from(torn.map(lineFor).join('')));
    },
  };
  segmenter.add(names);
  return segmenter;
}

/** Long names are safe at any weight; a short one that weighs much would tear its neighbours apart. */
function lineFor(word: string): string {
  return `${word} ${word.length >= 4 ? 20_000 : word.length === 3 ? 5_000 : 1_000} nz\n`;
}

let ofThisProcess: Segmenter | undefined;

/** The segmenter that all of this process share; whoever loads zones and places adds their names to it. */
export function segmenter(): Segmenter {
  ofThisProcess ??= createSegmenter([...chineseWords, ...zoneShortForms.flat(), '开发区', '工业园']);
  return ofThisProcess;
}

/** The words of a text, by the shared segmenter. */
export function segment(text: string): string[] {
  return segmenter().words(text);
}
