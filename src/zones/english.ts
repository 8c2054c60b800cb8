import { romanise } from '#places/english.ts';
import { nameWords, nameEndings } from './name-words.ts';

/**
 * The English name of a zone by rule: what kind of zone it is from a table, words that mean something translated,
 * places as they are known in English, everything else in pinyin. 相城经济技术开发区 → Xiangcheng Economic and
 * Technological Development Zone. `places` are the names of the places around it, as spoken.
 */
export function zoneNameEn(nameZh: string, places: ReadonlySet<string>): string {
  const plain = nameZh.replaceAll('－', '—').replaceAll('-', '—').replace(/省(?=.)/u, '').replaceAll('自治区级', '');
  const dash = plain.indexOf('（含');
  if (dash > 0) return `${zoneNameEn(plain.slice(0, dash), places)} (including ${insideBrackets(plain, dash, places)})`;
  const [body, ending] = splitEnding(plain);
  return [...wordsOf(body, places), ending].filter((word) => word !== '').join(' ').replaceAll(' – ', '–');
}

function insideBrackets(plain: string, from: number, places: ReadonlySet<string>): string {
  return zoneNameEn(plain.slice(from + 2, -1), places);
}

/** Cuts off what the zone is, the longest ending that fits. */
function splitEnding(name: string): [body: string, ending: string] {
  for (const [zh, en] of nameEndings) if (name.endsWith(zh)) return [name.slice(0, name.length - zh.length), en];
  return [name, ''];
}

function wordsOf(body: string, places: ReadonlySet<string>): string[] {
  const words: string[] = [];
  let unknown = '';
  const flush = () => {
    if (unknown !== '') words.push(romanise(unknown));
    unknown = '';
  };
  for (let at = 0; at < body.length; ) {
    const found = longestAt(body, at, places);
    if (found) flush();
    if (found && found.en !== '') words.push(found.en);
    unknown += found ? '' : (body[at] ?? '');
    at += found?.length ?? 1;
  }
  flush();
  return words;
}

interface Found {
  readonly length: number;
  readonly en: string;
}

/** The longest place or word that begins here. A place takes 市 or 区 behind it along, and 县 only where it must. */
function longestAt(body: string, at: number, places: ReadonlySet<string>): Found | undefined {
  for (let length = Math.min(12, body.length - at); length >= 1; length--) {
    const piece = body.slice(at, at + length);
    const word = nameWords.get(piece);
    if (word !== undefined) return { length, en: word };
    if (length >= 2 && places.has(piece)) return { length: length + suffixAfter(body, at + length), en: romanise(piece) };
  }
  return undefined;
}

function suffixAfter(body: string, at: number): number {
  return /[市区县]/.test(body[at] ?? '') ? 1 : 0;
}
