import type { Filters } from '#search/filter.ts';
import { pinyinOf, initialsOf } from '#text/pinyin.ts';
import { segment } from '#text/segment.server.ts';
import { isStopWord } from '#text/stop-words.ts';
import { entries, seeded, zoneCount, type Texts } from './search-data.ts';

export interface BenchQuery {
  readonly kind: string;
  readonly text: string;
  readonly filters?: Filters;
}

/** What people type, in equal parts: common and rare words, several words, phrases, names, pinyin, English, questions. */
export function queriesFor(texts: Texts, each: number): BenchQuery[] {
  const random = seeded(42);
  const pick = <T>(list: readonly T[]): T | undefined => list[Math.floor(random() * list.length)];
  const counts = new Map<string, number>();
  const titles = texts.titles.filter((_, place) => place % 7 === 0);
  for (const title of titles) for (const word of new Set(segment(title))) counts.set(word, (counts.get(word) ?? 0) + 1);
  const words = [...counts]
    .filter(([word]) => word.length > 1 && !isStopWord(word))
    .sort(([, one], [, other]) => other - one);
  const common = words.slice(0, 60).map(([word]) => word);
  const middle = words.slice(200, 2000).map(([word]) => word);
  const rare = words.filter(([, count]) => count <= 2).map(([word]) => word);
  const zones = [...entries(texts, 0, zoneCount)].map((zone) => zone.title);
  const title = () => pick(texts.titles) ?? '';
  const wordsOf = (count: number) =>
    segment(title())
      .filter((word) => word.length > 1 && !isStopWord(word))
      .slice(0, count)
      .join(' ');
  const makers: Readonly<Record<string, () => Omit<BenchQuery, 'kind'>>> = {
    'common word': () => ({ text: pick(common) ?? '' }),
    'middling word': () => ({ text: pick(middle) ?? '' }),
    'rare word': () => ({ text: pick(rare) ?? '' }),
    'two words of a title': () => ({ text: wordsOf(2) }),
    'two common words': () => ({ text: `${pick(common)} ${pick(common)}` }),
    'three common words': () => ({ text: `${pick(common)} ${pick(middle)} ${pick(common)}` }),
    'whole title': () => ({ text: title().slice(0, 60) }),
    phrase: () => ({ text: `"${title().slice(2, 8)}"` }),
    'common without common': () => ({ text: `${pick(common)} -${pick(common)}` }),
    'common word in a zone': () => ({
      text: pick(common) ?? '',
      filters: { zone: String(32_000_000 + Math.floor(random() * 50)) },
    }),
    'common word in a province and year': () => ({
      text: pick(common) ?? '',
      filters: { province: '320000', year: '2019' },
    }),
    'zone name': () => ({ text: pick(zones) ?? '' }),
    pinyin: () => ({
      text: random() < 0.5 ? initialsOf(pick(zones) ?? '') : pinyinOf((pick(zones) ?? '').slice(0, 2)),
    }),
    english: () => ({
      text:
        pick([
          'semiconductor',
          'new materials',
          'automobile',
          'investment',
          'artificial intelligence',
          'bank loan',
          'electronics',
          'medicine',
        ]) ?? '',
    }),
    question: () => ({ text: `${title().slice(0, 16)}是什么时候开始的？` }),
  };
  return Object.entries(makers).flatMap(([kind, make]) => Array.from({ length: each }, () => ({ kind, ...make() })));
}
