import { normalise } from '#text/normalise.ts';
import { initialsOf, pinyinOf } from '#text/pinyin.ts';
import { segmenter } from '#text/segment.server.ts';
import type { Entry } from './entry.ts';
import { namesOf } from './lexemes.server.ts';

/** One way to begin typing a name. */
export interface NameKey {
  readonly key: string;
  readonly name: string;
  readonly distance: number;
}

const longestKey = 80;
const isChinese = /[\u3400-\u9fff]/u;

/** Every way to begin the names of a record: in characters, pinyin and initials, also from its second word on. */
export function keysOf(entry: Entry): NameKey[] {
  // News is found by searching; what is offered while typing are names.
  if (entry.kind === 'article') return [];
  const keys = new Map<string, NameKey>();
  // The Chinese names are the same in both languages: once is enough, the reader is shown the title in the right one.
  const names = namesOf(entry).filter((name) => entry.lang === 'zh' || !isChinese.test(name));
  names.forEach((name, order) => {
    for (const { key, distance } of keysOfName(name)) {
      const short = key.slice(0, longestKey);
      const found = { key: short, name, distance: Math.min(order, 3) * 2 + distance };
      if (short !== '' && (keys.get(short)?.distance ?? Infinity) > found.distance) keys.set(short, found);
    }
  });
  return [...keys.values()];
}

function keysOfName(name: string): { key: string; distance: number }[] {
  const plain = normalise(name);
  const later = suffixesOf(plain);
  const begun = [plain, ...later].map((key, order) => ({ key, distance: order === 0 ? 0 : 1 }));
  if (!isChinese.test(plain)) return begun;
  return [
    ...begun,
    ...begun.map(({ key, distance }) => ({ key: pinyinOf(key), distance })),
    ...begun.map(({ key, distance }) => ({ key: initialsOf(key), distance })),
  ];
}

/** 江苏相城经开区 can be begun with 相城; beginning with the type of the zone would name a thousand. */
function suffixesOf(plain: string): string[] {
  const words = segmenter().words(plain);
  const separator = plain.includes(' ') ? ' ' : '';
  const later = words.slice(1, 3).map((_, place) => words.slice(place + 1).join(separator));
  return later.filter((suffix) => !typeOfZone.test(suffix));
}

const typeOfZone =
  /^(经济|技术|高新|工业|产业|综合|出口|保税|开发区|园区|边境|跨境|旅游|海关|国家|economic|high|industrial|comprehensive|development|export|zone|park|and )/;
