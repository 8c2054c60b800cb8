import { dateOf } from '#language/dates.ts';
import { normalise } from '#text/normalise.ts';
import { initialsOf, pinyinOf } from '#text/pinyin.ts';
import { segmenter } from '#text/segment.server.ts';
import { stopWords } from '#text/stop-words.ts';
import { shortZoneName } from '#text/zone-words.ts';
import type { Entry } from './entry.ts';

/**
 * What stands in `search_entry.terms`, by its first character:
 * a word or a pair of characters · `=` a whole name · `~` its pinyin or initials · `^` pinyin of a word in a name · `@` a facet
 * or the month.
 * Facets stand beside the words so that one index answers a filtered search. The weights are A title, B names, C words
 * of the body, D pairs of characters: pairs find what the segmenter cut elsewhere, but weigh little.
 */
type Weight = 'A' | 'B' | 'C' | 'D';

const most: Readonly<Record<Weight, number>> = { A: 2, B: 1, C: 5, D: 2 };
const weights = ['A', 'B', 'C', 'D'] as const;
/** Where each weight's count stands in the bits of one number: a text has a thousand lexemes, and an object for each is dear. */
const bitOf: Readonly<Record<Weight, number>> = { A: 0, B: 3, C: 6, D: 9 };
const countOf = (counts: number, weight: Weight): number => (counts >> bitOf[weight]) & 7;
const longestLexeme = 60;

/** Counts how often each lexeme occurs with each weight. */
class Terms {
  readonly #counts = new Map<string, number>();

  add(lexeme: string, weight: Weight): void {
    if (lexeme.length > longestLexeme) return;
    const counts = this.#counts.get(lexeme) ?? 0;
    if (countOf(counts, weight) < most[weight]) this.#counts.set(lexeme, counts + (1 << bitOf[weight]));
  }

  /** As PostgreSQL reads a tsvector. Positions only count occurrences: nothing asks for distances. */
  toString(): string {
    const written: string[] = [];
    for (const [lexeme, counts] of this.#counts) written.push(`${quoted(lexeme)}:${placesFor(counts)}`);
    return written.join(' ');
  }
}

const placesWritten = new Map<number, string>();

function placesFor(counts: number): string {
  const known = placesWritten.get(counts);
  if (known !== undefined) return known;
  const each = weights.flatMap((weight) => Array.from({ length: countOf(counts, weight) }, () => weight));
  const places = each.map((weight, before) => `${before + 1}${weight}`).join(',');
  placesWritten.set(counts, places);
  return places;
}

/** A lexeme as tsvector and tsquery want it written. */
export function quoted(lexeme: string): string {
  if (!/['\\]/.test(lexeme)) return `'${lexeme}'`;
  return `'${lexeme.replaceAll('\\', '\\\\').replaceAll("'", "''")}'`;
}

/** The pairs of neighbouring Chinese characters. */
export function pairsOf(text: string): string[] {
  const pairs: string[] = [];
  for (let place = 1, before = isChinese(text, 0); place < text.length; place += 1) {
    const now = isChinese(text, place);
    if (before && now) pairs.push(text.slice(place - 1, place + 1));
    before = now;
  }
  return pairs;
}

function isChinese(text: string, place: number): boolean {
  const code = text.charCodeAt(place);
  return code >= 0x3400 && code <= 0x9fff;
}

/** The month on China's clock, or `@m0` for what does not age: newest first is how a common word is kept quick. */
export function monthOf(at: Date | undefined): string {
  return at === undefined ? '@m0' : `@m${dateOf(at).slice(0, 7)}`;
}

/** `folded`: its title and body, normalised. */
export function termsOf(entry: Entry, folded: string): { terms: string; words: number } {
  const terms = new Terms();
  for (const name of namesOf(entry)) addName(terms, name, weightOf(entry, name));
  if (entry.kind !== 'article') addPinyin(terms, entry);
  const body = segmenter().finest(entry.body);
  for (const word of body) if (!stopWords.has(word)) terms.add(word, 'C');
  for (const pair of pairsOf(folded)) terms.add(pair, 'D');
  for (const lexeme of facetsOf(entry)) terms.add(lexeme, 'D');
  return { terms: terms.toString(), words: body.length };
}

/** Every name it goes by, the short form of a zone's name among them. */
export function namesOf(entry: Entry): string[] {
  const given = [entry.title, ...entry.names].filter(Boolean);
  const short = entry.kind === 'zone' ? given.map(shortZoneName).filter((name) => name !== undefined) : [];
  return [...new Set([...given, ...short])];
}

function addName(terms: Terms, name: string, weight: Weight): void {
  const plain = normalise(name);
  terms.add(`=${plain}`, weight);
  for (const word of segmenter().finest(name)) terms.add(word, weight);
  for (const pair of pairsOf(plain)) terms.add(pair, 'D');
  for (const character of plain) if (/[\u3400-\u9fff]/u.test(character)) terms.add(character, 'D');
}

function addPinyin(terms: Terms, entry: Entry): void {
  for (const name of namesOf(entry).filter((one) => /[\u3400-\u9fff]/u.test(one))) {
    terms.add(`~${pinyinOf(name)}`, weightOf(entry, name));
    terms.add(`~${initialsOf(name)}`, weightOf(entry, name));
    for (const word of segmenter().words(name)) if (word.length > 1) terms.add(`^${pinyinOf(word)}`, 'B');
  }
}

/** The title, also in its short form, before what a record is called besides. */
function weightOf({ title }: Entry, name: string): Weight {
  return name === title || name === shortZoneName(title) ? 'A' : 'B';
}

function facetsOf(entry: Entry): string[] {
  const { kind, lang, zone, province, city, column, date } = entry;
  const year = date && dateOf(date).slice(0, 4);
  const single = { kind, language: lang, zone, province, city, column, year };
  return [
    monthOf(date),
    ...Object.entries(single).flatMap(([facet, value]) => (value === undefined ? [] : [`@${facet}:${value}`])),
    ...(entry.industries ?? []).map((industry) => `@industry:${industry}`),
  ];
}
