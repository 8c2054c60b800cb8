import { foldWithPlaces, normalise, type Folded } from '#text/normalise.ts';

/** A name to look for, and whose it is. */
export interface KnownName {
  readonly name: string;
  readonly id: number;
}

/** A name as it stands in a text: `text.slice(start, end)`. Two records can have the same name. */
export interface FoundName {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly ids: readonly number[];
}

/** The names, folded, and which lengths of name begin with each pair of characters, longest first. */
export interface NameIndex {
  readonly ids: ReadonlyMap<string, readonly number[]>;
  readonly lengths: ReadonlyMap<string, readonly number[]>;
}

/** What is shorter says nothing: one Chinese character, two Latin letters. */
const shortestLatin = 3;
const isWordCharacter = /[\p{Script=Latin}\p{Nd}]/u;

/**
 * An index of names. It is not the trie of Aho and Corasick: a name that begins where the text stands is looked up whole,
 * by each length that any name with the same first two characters has, which is as quick and takes a tenth of the memory.
 */
export function indexOf(names: Iterable<KnownName>): NameIndex {
  const ids = new Map<string, number[]>();
  const lengths = new Map<string, Set<number>>();
  for (const { name, id } of names) {
    const folded = normalise(name);
    if (!isTelling(folded)) continue;
    const known = ids.get(folded);
    if (!known) ids.set(folded, [id]);
    else if (!known.includes(id)) known.push(id);
    const begin = folded.slice(0, 2);
    const begun = lengths.get(begin) ?? new Set();
    lengths.set(begin, begun.add(folded.length));
  }
  const longestFirst = (all: Set<number>) => [...all].sort((one, other) => other - one);
  return { ids, lengths: new Map([...lengths].map(([begin, all]) => [begin, longestFirst(all)])) };
}

function isTelling(folded: string): boolean {
  return folded.length >= (/^[\p{Script=Latin}\p{Nd}\p{P}\s]*$/u.test(folded) ? shortestLatin : 2);
}

/** Every known name in the text, in order, none over another; where several begin at one place, the longest. */
export function namesIn(text: string, index: NameIndex): FoundName[] {
  const folded = foldWithPlaces(text);
  const found: FoundName[] = [];
  let place = 0;
  while (place < folded.text.length - 1) {
    const name = longestAt(folded.text, place, index);
    if (name !== undefined) {
      const [start, end] = spanOf(folded, place, name.length);
      // Half of a character that folding made two is no place in the text.
      if (end > start) found.push({ start, end, text: text.slice(start, end), ids: index.ids.get(name) ?? [] });
    }
    place += name?.length ?? 1;
  }
  return found;
}

/** Where in the original a stretch of the folded text stands; the end of the text has an entry of its own. */
function spanOf({ from }: Folded, place: number, length: number): [number, number] {
  return [from[place] ?? 0, from[place + length] ?? 0];
}

function longestAt(text: string, place: number, index: NameIndex): string | undefined {
  const lengths = index.lengths.get(text.slice(place, place + 2)) ?? [];
  for (const length of lengths) {
    const name = text.slice(place, place + length);
    if (index.ids.has(name) && standsAlone(text, place, place + length)) return name;
  }
  return undefined;
}

/** A Latin name inside a longer Latin word is not that name: ABB in rabbit. */
function standsAlone(text: string, start: number, end: number): boolean {
  const joins = (one: number, other: number) =>
    isWordCharacter.test(text.charAt(one)) && isWordCharacter.test(text.charAt(other));
  return !joins(start - 1, start) && !joins(end - 1, end);
}

/** The sentence around a span and where in it the span stands, not longer than a reader takes in at a look. */
export function sentenceAround(
  text: string,
  start: number,
  end: number,
): { before: string; name: string; after: string } {
  const reach = 120;
  const head = text.slice(Math.max(0, start - reach), start);
  const tail = text.slice(end, end + reach);
  const [before = ''] = /[^。！？；!?;\n]*$/u.exec(head) ?? [];
  const [after = ''] = /^[^。！？；!?;\n]*[。！？；!?;]?/u.exec(tail) ?? [];
  return {
    before: (before.length === reach ? '…' : '') + before.trimStart(),
    name: text.slice(start, end),
    after: after.trimEnd() + (after.length === reach ? '…' : ''),
  };
}
