import { join } from 'node:path';
import { readCsv } from './csv.ts';

export interface JudgedOffer {
  readonly id: string;
  readonly title: string;
  /** 1 none, 2 weak, 3 fairly strong, 4 strong; between two where equal pairs were judged differently. */
  readonly level: number;
}

export interface JudgedNeed {
  readonly id: string;
  readonly title: string;
  readonly text: string;
  readonly offers: readonly JudgedOffer[];
}

/**
 * Needs with their judged offers. A need and an achievement title that were judged more than once become one pair with
 * the median of the levels; pairs of unknown needs and without a title are left out.
 */
export async function readJudged(dir: string): Promise<{ needs: JudgedNeed[]; merged: number; contradicting: number }> {
  const needs = await readCsv(join(dir, 'needs.csv'));
  const pairs = (await readCsv(join(dir, 'pairs.csv'))).filter(({ achievement_title_keywords: title }) =>
    title?.trim(),
  );
  const byNeed = Map.groupBy(pairs, ({ rid = '' }) => rid);
  const counted = { merged: 0, contradicting: 0 };
  const judged = needs.map(({ rid = '', title = '', text = '' }): JudgedNeed => {
    const equal = Map.groupBy(byNeed.get(rid) ?? [], ({ achievement_title_keywords: name = '' }) => name);
    const offers = [...equal].map(([name, same]): JudgedOffer => {
      const levels = same.map(({ level }) => Number(level));
      counted.merged += same.length - 1;
      counted.contradicting += new Set(levels).size > 1 ? 1 : 0;
      return { id: same[0]?.['aid'] ?? '', title: name, level: median(levels) };
    });
    return { id: rid, title, text, offers };
  });
  return { needs: judged.filter(({ offers }) => offers.length > 0), ...counted };
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((one, other) => one - other);
  const middle = (sorted.length - 1) / 2;
  return ((sorted[Math.floor(middle)] ?? 0) + (sorted[Math.ceil(middle)] ?? 0)) / 2;
}

/** Needs of the same title stand in the same fold: a need is unseen only when its twin is. */
export function foldsOf(needs: readonly JudgedNeed[], count: number): JudgedNeed[][] {
  const byTitle = [...Map.groupBy(needs, ({ title }) => title)].sort(([one], [other]) => spread(one) - spread(other));
  return Array.from({ length: count }, (_, fold) =>
    byTitle.filter((_, place) => place % count === fold).flatMap(([, same]) => same),
  );
}

/** A number that looks drawn by chance and is the same every time. */
export function spread(text: string): number {
  let hash = 2_166_136_261;
  for (const character of text) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 16_777_619);
  hash = Math.imul(hash ^ (hash >>> 15), 2_246_822_519);
  return (hash ^ (hash >>> 13)) >>> 0;
}
