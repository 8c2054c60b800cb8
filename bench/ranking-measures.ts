import type { JudgedNeed } from './judged-pairs.ts';

/** A score for each judged offer of a need, in their order. */
export type Scores = ReadonlyMap<JudgedNeed, readonly number[]>;

/** Gains of the two usual forms; with `base` 1 what is judged "none" gains nothing. */
const gain = (level: number, base: 0 | 1) => 2 ** (level - base) - 1;

/** Mean over the needs that have anything to gain; offers of equal score share the gains of their places. */
export function ndcgAt10(scores: Scores, base: 0 | 1): number {
  const each = [...scores].flatMap(([{ offers }, of]) => {
    const gains = offers.map(({ level }) => gain(level, base));
    const equal = [...Map.groupBy(gains.keys(), (place) => of[place] ?? 0)].sort(([one], [other]) => other - one);
    const expected = equal.flatMap(([, places]) => {
      const average = mean(places.map((place) => gains[place] ?? 0));
      return places.map(() => average);
    });
    const ideal = discounted([...gains].sort((one, other) => other - one));
    return gains.length < 2 || ideal === 0 ? [] : [discounted(expected) / ideal];
  });
  return mean(each);
}

function discounted(gains: readonly number[]): number {
  return gains.slice(0, 10).reduce((sum, one, place) => sum + one / Math.log2(place + 2), 0);
}

/** How often a pair of level 3 or more scores above one of level 1, over all needs together. */
export function auc(scores: Scores): number {
  const all = [...scores].flatMap(([{ offers }, of]) =>
    offers.map(({ level }, place) => ({ level, score: of[place] ?? 0 })),
  );
  return share(all);
}

/** The same within each need, averaged over the needs that have both. */
export function aucWithin(scores: Scores): number {
  const each = [...scores].map(([{ offers }, of]) =>
    share(offers.map(({ level }, place) => ({ level, score: of[place] ?? 0 }))),
  );
  return mean(each.filter((one) => !Number.isNaN(one)));
}

function share(all: readonly { readonly level: number; readonly score: number }[]): number {
  const low = all
    .filter(({ level }) => level <= 1)
    .map(({ score }) => score)
    .sort((one, other) => one - other);
  const high = all.filter(({ level }) => level >= 3);
  const won = high.reduce((sum, { score }) => sum + (below(low, score, false) + below(low, score, true)) / 2, 0);
  return won / (low.length * high.length);
}

/** How many of the sorted values are below, or with `reached` not above. */
function below(sorted: readonly number[], value: number, reached: boolean): number {
  let [from, to] = [0, sorted.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    const here = sorted[middle] ?? 0;
    if (here < value || (reached && here === value)) from = middle + 1;
    else to = middle;
  }
  return from;
}

/** 1/(1+MAE) of the levels told by thresholds on the score; those for one fold are fitted on the others. */
export function closeness(scores: Scores, folds: readonly (readonly JudgedNeed[])[]): number {
  const errors = folds.flatMap((fold) => {
    const held = new Set(fold);
    const cuts = fitted(told(scores, (need) => !held.has(need)));
    return told(scores, (need) => held.has(need)).map(({ level, score }) => Math.abs(level - levelFor(score, cuts)));
  });
  return 1 / (1 + mean(errors));
}

interface Told {
  readonly level: number;
  readonly score: number;
}

function told(scores: Scores, wanted: (need: JudgedNeed) => boolean): Told[] {
  return [...scores].flatMap(([need, of]) =>
    wanted(need) ? need.offers.map(({ level }, place) => ({ level, score: of[place] ?? 0 })) : [],
  );
}

const levelFor = (score: number, cuts: readonly number[]) => 1 + cuts.filter((cut) => score >= cut).length;

/** Each cut lies where the fewest pairs stand on the wrong side: for absolute errors the cuts can be fitted one by one. */
function fitted(all: readonly Told[]): number[] {
  const sorted = [...all].sort((one, other) => other.score - one.score);
  return [2, 3, 4].map((level) => {
    let [gained, best, cut] = [0, 0, Infinity];
    sorted.forEach((one, place) => {
      gained += one.level > level - 0.5 ? 1 : -1;
      if (gained > best && sorted[place + 1]?.score !== one.score) [best, cut] = [gained, one.score];
    });
    return cut;
  });
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
