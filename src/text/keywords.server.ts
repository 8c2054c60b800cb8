import { TfIdf } from '@node-rs/jieba';
import { idf } from '@node-rs/jieba/dict.js';
import { normalise } from './normalise.ts';
import { segmenter } from './segment.server.ts';
import { stopWords } from './stop-words.ts';

export interface Keyword {
  readonly word: string;
  /** How much the word says about this text: its share of the text times how rare it is elsewhere. */
  readonly weight: number;
}

let extractor: TfIdf | undefined;

function tfIdf(): TfIdf {
  if (extractor === undefined) {
    extractor = new TfIdf();
    extractor.loadDict(idf);
  }
  return extractor;
}

const isNumber = /^[\d.,%年月日时分-]+$/u;

/** The words that a text is about, weightiest first. */
export function keywordsOf(text: string, count = 12): Keyword[] {
  // Some are dropped afterwards, so a few more are asked for.
  const found = tfIdf().extractKeywords(segmenter().jieba, normalise(text), count * 2);
  return found
    .filter(({ keyword }) => !isNumber.test(keyword) && !stopWords.has(keyword))
    .slice(0, count)
    .map(({ keyword, weight }) => ({ word: keyword, weight }));
}
