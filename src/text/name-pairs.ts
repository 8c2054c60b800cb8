import { normalise } from './normalise.ts';
import type { Signature } from './similarity.ts';

/** What stands in the name of nearly every project and company, and tells none from another. */
const common =
  /项目|有限责任公司|股份有限公司|有限公司|公司|集团|建设|年产|产业化|基地|投资|project|co\.?,?\s*ltd\.?|inc\.?|[\s\p{P}]/giu;

/** A name as its neighbouring characters: the same for Chinese and English, and for a word that was put elsewhere. */
export function namePairs(name: string): Signature {
  const plain = normalise(name).replace(common, '');
  const characters = [...(plain === '' ? normalise(name) : plain)];
  const pairs = characters.slice(1).map((character, place) => `${characters[place] ?? ''}${character}`);
  const counts = new Map<string, number>();
  for (const pair of pairs.length > 0 ? pairs : characters) counts.set(pair, (counts.get(pair) ?? 0) + 1);
  return [...counts].map(([word, weight]) => ({ word, weight }));
}
