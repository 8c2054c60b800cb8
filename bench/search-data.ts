import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Entry } from '#search/entry.ts';
import { sentencesOf } from '#text/sentences.ts';
import { readCsv } from './csv.ts';

/** The same numbers at every run (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

export interface Texts {
  readonly titles: readonly string[];
  readonly sentences: readonly string[];
}

/** Real titles and sentences from the folder; without one, texts put together from a few words. */
export async function readTexts(dir: string | undefined): Promise<Texts> {
  if (dir === undefined) return inventedTexts();
  const bulk = (await readFile(join(dir, 'bulk_short_texts.txt'), 'utf8')).split('\n').filter(Boolean);
  const news = await readCsv(join(dir, 'thucnews_titles.csv'));
  const papers = await readCsv(join(dir, 'csl_2000.csv'));
  const articles = await readCsv(join(dir, 'cnews_articles_1000.csv'));
  const long = [...papers.map((row) => row['abstract'] ?? ''), ...articles.map((row) => row['text'] ?? '')];
  const sentences = long.flatMap((text) => sentencesOf(text).map(({ start, end }) => text.slice(start, end)));
  return {
    titles: [...news.map((row) => row['title'] ?? ''), ...bulk],
    sentences: sentences.filter((one) => one.length > 8),
  };
}

function inventedTexts(): Texts {
  const words =
    '开发区 半导体 签约 新材料 项目 苏州 企业 生物医药 发展 科创平台 产业 集群 开工 园区 招商 人才 光伏 储能 物流 创新'.split(
      ' ',
    );
  const random = seeded(1);
  const text = (count: number) =>
    Array.from({ length: count }, () => words[Math.floor(random() * words.length)]).join('');
  return {
    titles: Array.from({ length: 20_000 }, () => text(8)),
    sentences: Array.from({ length: 5_000 }, () => `${text(14)}。`),
  };
}

/** How many of the first entries are zones; the rest is news. */
export const zoneCount = 2_600;

/** Entries numbered from `from`: zones first, then news over twelve years, growing year by year. */
export function* entries({ titles, sentences }: Texts, from: number, until: number): Generator<Entry> {
  for (let number = from; number < until; number += 1) {
    const random = seeded(number * 7919 + 13);
    const pick = (list: readonly string[]) => list[Math.floor(random() * list.length)] ?? '';
    // Few zones publish much, most publish little.
    const zone = Math.floor(random() ** 3 * zoneCount);
    const place = {
      zone: String(32_000_000 + zone),
      province: `${11 + (zone % 31)}0000`,
      city: `${11 + (zone % 31)}${String((zone % 12) + 1).padStart(2, '0')}00`,
    };
    if (number < zoneCount) {
      const title = `${pick(titles)
        .replace(/[^\u4e00-\u9fff]/g, '')
        .slice(0, 2)}${pick(['经济技术开发区', '高新技术产业开发区', '综合保税区', '工业园区'])}`;
      yield {
        kind: 'zone',
        id: String(32_000_000 + number),
        lang: 'zh',
        path: `/zones/${number}`,
        title,
        names: [],
        body: pick(sentences),
        ...place,
      };
      continue;
    }
    // The real titles once each, then new ones out of the halves of two.
    const known = titles[number - zoneCount];
    const [one, other] = [pick(titles), pick(titles)];
    const title = known ?? one.slice(0, one.length >> 1) + other.slice(other.length >> 1);
    const lines = random() < 0.01 ? 20 : 1 + Math.floor(random() * 3);
    const body = Array.from({ length: lines }, () => pick(sentences)).join('');
    const date = new Date(Date.UTC(2013, 0, 1) + Math.sqrt(random()) * 13 * 365 * 86_400_000);
    yield {
      kind: 'article',
      id: String(number),
      lang: 'zh',
      path: `/news/${number}`,
      title,
      names: [],
      body,
      column: pick(['text', 'picture', 'notices']),
      date,
      ...place,
    };
  }
}
