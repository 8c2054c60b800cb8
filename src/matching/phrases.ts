export interface Found<Meaning> {
  readonly phrase: string;
  readonly means: Meaning;
}

const runs = /[\u3400-\u9fff]+|[a-z0-9][a-z0-9+.-]*(?: [a-z0-9][a-z0-9+.-]*)*/g;
const longestChinese = 10;
const longestEnglish = 4;

/**
 * Finds known phrases in normalised text, longest first. Chinese is looked through character by character, because the
 * words of a field are often cut in two; English only in whole words, so that `ct` is not found in `product`.
 */
export function phraseFinder<Meaning>(known: ReadonlyMap<string, Meaning>): (text: string) => Found<Meaning>[] {
  return (text) =>
    [...text.matchAll(runs)].flatMap(([run]) =>
      /^[a-z0-9]/.test(run)
        ? along(singulars(run), { known, longest: longestEnglish, joint: ' ' })
        : along([...run], { known, longest: longestChinese, joint: '' }),
    );
}

function singulars(run: string): string[] {
  return run.split(' ').map((word) => word.replace(/[.+-]+$/, '').replace(/(?<=[a-z]{3})(?<!s|u|i)s$/, ''));
}

interface Way<Meaning> {
  readonly known: ReadonlyMap<string, Meaning>;
  readonly longest: number;
  readonly joint: string;
}

function along<Meaning>(pieces: readonly string[], way: Way<Meaning>): Found<Meaning>[] {
  const found: Found<Meaning>[] = [];
  for (let place = 0; place < pieces.length;) {
    const [length, here] = longestAt(pieces, place, way);
    if (here !== undefined) found.push(here);
    // The last character of a Chinese word may begin the next one: 铝合|金属.
    place += way.joint === '' ? Math.max(1, length - 1) : length;
  }
  return found;
}

function longestAt<Meaning>(pieces: readonly string[], place: number, way: Way<Meaning>): [number, Found<Meaning>?] {
  for (let length = Math.min(way.longest, pieces.length - place); length > 0; length -= 1) {
    const phrase = pieces.slice(place, place + length).join(way.joint);
    const means = way.known.get(phrase);
    if (means !== undefined) return [length, { phrase, means }];
  }
  return [1];
}
