import { createPostings, mostDocuments, type Postings } from './postings.ts';
import type { Prepared } from './prepare.ts';
import { measured } from './measured.ts';
import { rarity, themeKey, type Statistics } from './statistics.ts';
import { isCharacter } from './terms.ts';
import { weights } from './text-fit.ts';

/**
 * All documents of one side by their words, in memory: whom `rank` should look at. About a kilobyte for each document; it
 * belongs to the one process that computes suggestions. It is made for the statistics of a moment, so it is made anew when
 * the collection has grown by a tenth or so.
 */
export interface Shortlist {
  /** Adds a document, or puts it in the place of its former self. */
  put(prepared: Prepared): void;
  remove(id: string): void;
  /** The ids of those whose text fits best, best first. */
  best(asked: Prepared, count: number): string[];
  readonly size: number;
}

export function createShortlist(statistics: Statistics): Shortlist {
  const postings = new Map<string, Postings>();
  const placeOf = new Map<string, number>();
  const ids: (string | undefined)[] = [];
  let scores = new Float32Array(1024);

  function remove(id: string): void {
    const place = placeOf.get(id);
    if (place === undefined) return;
    ids[place] = undefined;
    placeOf.delete(id);
  }

  function put(prepared: Prepared): void {
    remove(prepared.document.id);
    const place = ids.push(prepared.document.id) - 1;
    if (place >= mostDocuments) throw new Error('A shortlist is full: make it anew.');
    placeOf.set(prepared.document.id, place);
    for (const { key, weight } of vectorOf(prepared, statistics)) {
      let list = postings.get(key);
      if (list === undefined) postings.set(key, (list = createPostings()));
      list.add(place, weight);
    }
  }

  function best(asked: Prepared, count: number): string[] {
    if (scores.length < ids.length) scores = new Float32Array(Math.ceil(ids.length * 1.2));
    scores.fill(0);
    for (const { key, weight, counts } of vectorOf(asked, statistics))
      postings.get(key)?.addTo(scores, weight * counts);
    return weightiest({ scores, ids, count });
  }

  return {
    put,
    remove,
    best,
    get size() {
      return placeOf.size;
    },
  };
}

interface Component {
  readonly key: string;
  /** Of a vector of length 1. */
  readonly weight: number;
  readonly counts: number;
}

/** In natural logarithms, as rarity is: a character that every fortieth document has would find little and cost much. */
const leastRarityOfCharacter = Math.log(40);

function vectorOf(prepared: Prepared, statistics: Statistics): Component[] {
  const { terms, lengths, themes } = measured(prepared, statistics);
  const words = [...terms].flatMap(([key, { weight }]): Component[] => {
    const worth = statistics.holding.has(key) ? rarity(key, statistics) : 0;
    if (worth === 0 || (isCharacter(key) && worth < leastRarityOfCharacter)) return [];
    const view = isCharacter(key) ? 'characters' : 'words';
    return [{ key, weight: (weight * worth) / lengths[view], counts: weights[view] }];
  });
  const fields = [...themes].map(([theme, weight]) => ({ key: themeKey(theme), weight, counts: weights.themes }));
  return [...words, ...fields];
}

interface Scored {
  readonly scores: Float32Array;
  readonly ids: readonly (string | undefined)[];
  readonly count: number;
}

/** The best `count`, found with a bar that rises: sorting a hundred thousand would take longer than scoring them. */
function weightiest({ scores, ids, count }: Scored): string[] {
  let kept: { id: string; score: number }[] = [];
  let bar = 0;
  const better = (one: { id: string; score: number }, other: { id: string; score: number }) =>
    other.score - one.score || (one.id < other.id ? -1 : 1);
  for (let place = 0; place < ids.length; place += 1) {
    const score = scores[place] ?? 0;
    const id = ids[place];
    if (score <= bar || id === undefined) continue;
    kept.push({ id, score });
    if (kept.length < count * 4) continue;
    kept = kept.sort(better).slice(0, count);
    bar = kept.at(-1)?.score ?? 0;
  }
  return kept
    .sort(better)
    .slice(0, count)
    .map(({ id }) => id);
}
