import { industryWords } from './dictionary-industry.ts';
import { investmentWords } from './dictionary-investment.ts';
import { tradeWords } from './dictionary-trade.ts';

/** English phrases (one to six words, lower case) to the Chinese words to look for. */
const chineseFor = new Map<string, readonly string[]>();
const englishFor = new Map<string, readonly string[]>();

for (const line of [industryWords, tradeWords, investmentWords].join('\n').split('\n').filter(Boolean)) {
  const [english = '', chinese = ''] = line.split(': ');
  const words = chinese.split(' ');
  for (const phrase of english.split(',')) chineseFor.set(keyOf(phrase), words);
  const main = words[0] ?? '';
  englishFor.set(main, [...(englishFor.get(main) ?? []), ...english.split(',')]);
}

/** The Chinese words of the field: the general dictionary cuts some of them (新|材料). */
export const chineseWords: readonly string[] = [...new Set([...chineseFor.values()].flat())];

/** The longest phrase of the dictionary, in words; a look-up tries no longer ones. */
export const longestPhrase = Math.max(...[...chineseFor.keys()].map((phrase) => phrase.split(' ').length));

/** The Chinese words for an English word or phrase of the field; none when it is not in the dictionary. */
export function toChinese(phrase: string): readonly string[] {
  return chineseFor.get(keyOf(phrase)) ?? [];
}

/** The English words for a Chinese word of the field. */
export function toEnglish(word: string): readonly string[] {
  return englishFor.get(word) ?? [];
}

/** `New-Materials` and `new material` are one key: hyphens part words, and a plural counts as its singular. */
function keyOf(phrase: string): string {
  return phrase
    .toLowerCase()
    .split(/[\s-]+/)
    .map(singular)
    .join(' ');
}

function singular(word: string): string {
  if (word.length <= 3 || /(ss|us|is|ics)$/.test(word)) return word;
  return word.endsWith('ies') ? `${word.slice(0, -3)}y` : word.replace(/s$/, '');
}
