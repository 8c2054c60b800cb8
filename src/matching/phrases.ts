export interface Found<Meaning> {
  readonly phrase: string;
  readonly means: Meaning;
}

const runs = /[\u3400-\u9fff]+|[a-z0-9][a-z0-9+.-]*(?: [a-z0-9][a-z0-9+.-]*)*/g;
const isEnglish = /^[a-z0-9]/;

/**
 * Finds known phrases in normalised text, longest first. Chinese is looked through character by character, because the
 * words of a field are often cut in two; English only in whole words, so that `ct` is not found in `product`.
 */
export function phraseFinder<Meaning>(known: ReadonlyMap<string, Meaning>): (text: string) => Found<Meaning>[] {
  const way = { known, longest: longestBy(known.keys()) };
  return (text) => {
    const found: Found<Meaning>[] = [];
    for (const [run] of text.matchAll(runs)) {
      if (isEnglish.test(run)) inEnglish(singulars(run), way, found);
      else inChinese(run, way, found);
    }
    return found;
  };
}

interface Way<Meaning> {
  readonly known: ReadonlyMap<string, Meaning>;
  /** How long the longest phrase is that begins with a character or an English word: most begin none. */
  readonly longest: ReadonlyMap<string, number>;
}

function longestBy(phrases: Iterable<string>): Map<string, number> {
  const longest = new Map<string, number>();
  for (const phrase of phrases) {
    const [first = '', length] = isEnglish.test(phrase)
      ? [phrase.split(' ')[0], phrase.split(' ').length]
      : [phrase[0], phrase.length];
    longest.set(first, Math.max(longest.get(first) ?? 0, length));
  }
  return longest;
}

function inChinese<Meaning>(run: string, { known, longest }: Way<Meaning>, found: Found<Meaning>[]): void {
  for (let place = 0; place < run.length;) {
    let length = Math.min(longest.get(run.charAt(place)) ?? 0, run.length - place);
    while (length > 0 && !known.has(run.slice(place, place + length))) length -= 1;
    const phrase = run.slice(place, place + length);
    const means = known.get(phrase);
    if (means !== undefined) found.push({ phrase, means });
    // The last character of a word may begin the next one: 铝合|金属.
    place += Math.max(1, length - 1);
  }
}

function inEnglish<Meaning>(words: readonly string[], { known, longest }: Way<Meaning>, found: Found<Meaning>[]): void {
  for (let place = 0; place < words.length;) {
    let length = Math.min(longest.get(words[place] ?? '') ?? 0, words.length - place);
    while (length > 0 && !known.has(words.slice(place, place + length).join(' '))) length -= 1;
    const phrase = words.slice(place, place + length).join(' ');
    const means = known.get(phrase);
    if (means !== undefined) found.push({ phrase, means });
    place += Math.max(1, length);
  }
}

function singulars(run: string): string[] {
  return run.split(' ').map((word) => word.replace(/[.+-]+$/, '').replace(/(?<=[a-z]{3})(?<!s|u|i)s$/, ''));
}
