import type { TwoText } from '#language/lang.ts';
import { siteWords } from '#language/words/site.ts';

/** The name of a record; of one that came with the program it says so wherever it stands. */
export function nameOf({ zh, en }: TwoText, isSample: boolean): TwoText {
  if (!isSample) return { zh, en };
  return { zh: siteWords.sampleNamed(zh).zh, en: siteWords.sampleNamed(en).en };
}
