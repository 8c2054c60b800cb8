import { longestPhrase, toChinese, toEnglish } from '#text/dictionary.ts';
import { segmenter } from '#text/segment.server.ts';
import { isStopWord } from '#text/stop-words.ts';
import { otherZoneWords, zoneShortForms } from '#text/zone-words.ts';
import { pairsOf } from './lexemes.server.ts';
import type { Query } from './query.ts';

/** One thing asked for, and the ways it may be written; each way is lexemes that must all be there. */
export interface Group {
  readonly ways: readonly (readonly string[])[];
  /** What to mark in a hit. */
  readonly marks: readonly string[];
}

const mostGroups = 16;
const isLatin = /^[\p{Script=Latin}\d.+#&_'/-]+$/u;
const isPinyin = /^[a-z]{2,40}$/;

/** What a query asks for, term by term. Words that carry no meaning count only when there is nothing else. */
export function groupsOf(query: Query): Group[] {
  const groups = [
    ...query.runs.flatMap(partsOfRun).reduce(joinLatin, []).flatMap(groupsOfPart),
    ...query.phrases.flatMap(phraseGroup),
  ];
  const unique = [...new Map(groups.map((group) => [group.ways.join('|'), group])).values()];
  const meaning = unique.filter((group) => !group.marks.every(isStopWord));
  return (meaning.length > 0 ? meaning : unique).slice(0, mostGroups);
}

/** The lexemes that a record must not hold all of. */
export function excludedLexemes(query: Query): string[][] {
  return query.without.map(lexemesOf).filter((lexemes) => lexemes.length > 0);
}

/** Everything in the query's Latin runs that stands together is one part, so that phrases of the dictionary are seen. */
function joinLatin(parts: string[], part: string): string[] {
  const last = parts.at(-1);
  if (last !== undefined && isLatin.test(part) && isLatin.test(last.split(' ').at(-1) ?? '')) {
    return [...parts.slice(0, -1), `${last} ${part}`];
  }
  return [...parts, part];
}

/** A run falls into stretches of Latin and of other script: `dsp芯片`. */
function partsOfRun(run: string): string[] {
  return run.split(/([\p{Script=Latin}\d.+#&_'/-]+)/u).filter((part) => /[\p{L}\p{N}]/u.test(part));
}

function groupsOfPart(part: string): Group[] {
  const words = part.split(' ');
  return words.every((word) => isLatin.test(word))
    ? latinGroups(words)
    : gathered(segmenter().words(part)).map(chineseGroup);
}

/** Single characters side by side are a name that no dictionary knows: 翌|圣 is looked for as 翌圣. */
function gathered(words: readonly string[]): string[] {
  const result: string[] = [];
  let single = false;
  for (const word of words) {
    const joins = isSingle(word);
    if (joins && single) result.push((result.pop() ?? '') + word);
    else result.push(word);
    single = joins;
  }
  return result;
}

function isSingle(word: string): boolean {
  return /^[\u3400-\u9fff]$/.test(word) && !isStopWord(word);
}

/** The longest phrase of the dictionary that begins at each word, else the word by itself. */
function latinGroups(words: readonly string[]): Group[] {
  const groups: Group[] = [];
  let place = 0;
  while (place < words.length) {
    const longest = Math.min(longestPhrase, words.length - place);
    let length = longest;
    while (length > 1 && toChinese(words.slice(place, place + length).join(' ')).length === 0) length -= 1;
    groups.push(latinGroup(words.slice(place, place + length).join(' ')));
    place += length;
  }
  return groups;
}

function latinGroup(text: string): Group {
  const written = segmenter().words(text);
  const chinese = toChinese(text);
  const guess = chinese.length === 0 && isPinyin.test(text) ? [[`~${text}:*`], [`^${text}`]] : [];
  const plain = written.length > 0 ? written : [text];
  return { ways: [plain, ...chinese.map(lexemesOf), ...guess], marks: [...plain, ...chinese] };
}

function chineseGroup(word: string): Group {
  const ways = [[word]];
  // Pairs find the word where the segmenter cut the text elsewhere.
  if (word.length > 2) ways.push(pairsOf(word));
  // Gathered characters may still be words of their own in the text.
  else if (segmenter().words(word).length > 1) ways.push([...word]);
  const others = zoneVariants(word);
  for (const other of others) ways.push(lexemesOf(other));
  const english = toEnglish(word).slice(0, 2);
  for (const phrase of english) ways.push(segmenter().words(phrase));
  return { ways: ways.filter((way) => way.length > 0), marks: [word, ...others, ...english] };
}

/** 相城经开区 is also written 相城经济技术开发区. */
function zoneVariants(word: string): string[] {
  const form = zoneShortForms
    .flat()
    .filter((one) => word.endsWith(one))
    .sort((one, other) => other.length - one.length)[0];
  return form === undefined
    ? []
    : otherZoneWords(form)
        .slice(0, 2)
        .map((other) => word.slice(0, -form.length) + other);
}

function phraseGroup(phrase: string): Group[] {
  const lexemes = lexemesOf(phrase);
  return lexemes.length > 0 ? [{ ways: [lexemes], marks: [phrase] }] : [];
}

/** What a text in the index must hold when these characters stand in it: pairs cannot be cut differently, words can. */
function lexemesOf(text: string): string[] {
  const pairs = pairsOf(text);
  const latin = segmenter()
    .words(text)
    .filter((word) => !/[\u3400-\u9fff]/u.test(word));
  const lexemes = [...new Set([...pairs, ...latin])];
  return lexemes.length > 0 ? lexemes : segmenter().words(text);
}
