/** A listing whose text is nearly that of another. */
export interface Alike {
  readonly id: number;
  readonly title: string;
  /** Address without the language. */
  readonly path: string;
}

interface Compared {
  readonly title: string;
  readonly text: string;
}

/** Of two listings about one thing at least this share of the shorter one's character pairs stands in the other too. */
const mostApart = 0.45;

/** Whether two listings read as if one were the other told again. */
export function isAlike(one: Compared, other: Compared): boolean {
  const titles = shareOf(pairsOf(one.title), pairsOf(other.title));
  const texts = shareOf(pairsOf(`${one.title}${one.text}`), pairsOf(`${other.title}${other.text}`));
  return titles >= 0.8 || (titles >= mostApart && texts >= mostApart) || texts >= 0.7;
}

const fewestPairs = 4;

function shareOf(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  const smaller = Math.min(one.size, other.size);
  return smaller < fewestPairs ? 0 : [...one].filter((pair) => other.has(pair)).length / smaller;
}

/** Neighbouring letters and characters: the same for Chinese and English, and for a word that was put elsewhere. */
function pairsOf(text: string): ReadonlySet<string> {
  const plain = text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');
  const characters = [...plain];
  return new Set(characters.slice(1).map((character, place) => `${characters[place] ?? ''}${character}`));
}
