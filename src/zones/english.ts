import { romanise } from '#places/english.ts';
import { nameWords, nameEndings } from './name-words.ts';

/**
 * The English name of a zone by rule: what kind of zone it is from a table, words that mean something translated,
 * places as they are known in English, everything else in pinyin. 相城经济技术开发区 → Xiangcheng Economic and
 * Technological Development Zone. `places` are the names of the places around it, as spoken.
 */
export function zoneNameEn(nameZh: string, places: ReadonlySet<string>): string {
  const plain = nameZh
    .replaceAll('－', '—')
    .replaceAll('-', '—')
    .replace(/省(?=.)/u, '')
    .replaceAll('自治区级', '');
  const dash = plain.indexOf('（含');
  if (dash > 0) return `${zoneNameEn(plain.slice(0, dash), places)} (including ${insideBrackets(plain, dash, places)})`;
  const [body, ending] = splitEnding(plain);
  return [...wordsOf(body, places), ending]
    .filter((word) => word !== '')
    .join(' ')
    .replaceAll(/ ?– ?/g, '–')
    .replaceAll('( ', '(')
    .replaceAll(' )', ')');
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
  for (let at = 0; at < body.length;) {
    const found = longestAt(body, at, places) ?? { length: 1, en: undefined };
    const piece = body.slice(at, at + found.length);
    at += found.length;
    // 县 behind a single character belongs to the name: 滦县 is Luanxian.
    if (found.en === undefined || (found.en === '' && unknown.length === 1)) {
      unknown += piece;
      continue;
    }
    words.push(romanise(unknown), found.en);
    unknown = '';
  }
  return [...words, romanise(unknown)].filter((word) => word !== '');
}

interface Found {
  readonly length: number;
  readonly en: string;
}

/** The longest place or word that begins here; a place takes what kind of place it is along. */
function longestAt(body: string, at: number, places: ReadonlySet<string>): Found | undefined {
  for (let length = Math.min(12, body.length - at); length >= 1; length--) {
    const piece = body.slice(at, at + length);
    const word = nameWords.get(piece);
    if (word !== undefined) return { length, en: word };
    if (length >= 2 && places.has(piece)) return withKind(body, at, piece);
  }
  return undefined;
}

const kinds: readonly (readonly [RegExp, string])[] = [
  [/^旗/u, ' Banner'],
  [/^港$/u, ' Port'],
  [/^湾/u, ' Bay'],
];

/** 市, 区 and 县 are not said in English; a banner is, and so is the port of a city. */
function withKind(body: string, at: number, piece: string): Found {
  const rest = body.slice(at + piece.length);
  const kept = kinds.find(([zh]) => zh.test(rest))?.[1] ?? '';
  const dropped = /^([市区县](?!北)|(?:[\u4e00-\u9fff]{1,3}族)*自治[县旗])/u.exec(rest)?.[0] ?? '';
  return { length: piece.length + Math.sign(kept.length) + dropped.length, en: romanise(piece) + kept };
}
