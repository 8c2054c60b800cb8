import iconv from 'iconv-lite';

/** A file's bytes as text. The declaration is a hint: pages lie about it, bytes do not. */
export function decode(bytes: Uint8Array): { text: string; encoding: string } {
  const marked = byMark(bytes) ?? wideWithoutMark(bytes);
  if (marked) return read(bytes, marked);
  const strict = asUtf8(bytes);
  if (strict !== undefined) return { text: strict, encoding: 'utf-8' };
  return best(bytes, declared(bytes));
}

const marks: readonly [encoding: string, bytes: readonly number[]][] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
];

function byMark(bytes: Uint8Array): string | undefined {
  return marks.find(([, mark]) => mark.every((byte, at) => bytes[at] === byte))?.[0];
}

/** Markup in two-byte units shows a zero beside nearly every character of its tags. */
function wideWithoutMark(bytes: Uint8Array): string | undefined {
  const size = Math.min(bytes.length, 4096) & ~1;
  if (size < 8) return undefined;
  if (!bytes.subarray(0, size).includes(0)) return undefined;
  const sample = Array.from(bytes.subarray(0, size));
  const even = sample.filter((byte, at) => byte === 0 && at % 2 === 0).length;
  const odd = sample.filter((byte, at) => byte === 0 && at % 2 === 1).length;
  if (odd > size / 8 && odd > even * 4) return 'utf-16le';
  return even > size / 8 && even > odd * 4 ? 'utf-16be' : undefined;
}

/** Text in another encoding is practically never well-formed UTF-8 by accident. */
function asUtf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** GB2312 and GBK are declared where GB18030 is meant: it holds both, and the rare characters of names. */
const meant: Readonly<Record<string, string>> = {
  gb2312: 'gb18030',
  gbk: 'gb18030',
  'x-gbk': 'gb18030',
  cp936: 'gb18030',
  'euc-cn': 'gb18030',
  utf8: 'utf-8',
  'big5-hkscs': 'big5',
  'iso-8859-1': 'windows-1252',
  latin1: 'windows-1252',
  ascii: 'windows-1252',
  'us-ascii': 'windows-1252',
};

function declared(bytes: Uint8Array): string | undefined {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 4096)).toString('latin1');
  const name = /(?:charset|encoding)\s*=\s*["']?\s*([a-z0-9_-]+)/i.exec(head)?.[1]?.toLowerCase();
  if (!name) return undefined;
  const encoding = meant[name] ?? name;
  return iconv.encodingExists(encoding) ? encoding : undefined;
}

/** The reading with the most everyday characters and the fewest that cannot be; the declared one wins a draw. */
function best(bytes: Uint8Array, hint: string | undefined) {
  const candidates = [...new Set([...(hint ? [hint] : []), 'gb18030', 'utf-8', 'big5', 'windows-1252'])];
  const sample = bytes.subarray(0, 256 * 1024);
  const scores = candidates.map((encoding) => scoreOf(read(sample, encoding).text));
  const winner = candidates[scores.indexOf(Math.max(...scores))] ?? 'gb18030';
  return read(bytes, winner);
}

const everyday = /[的一是在了和有大中人上为地会发国不个到以工年业新区开主要市经产我他们这来時這個們業產區]/g;
const impossible = /[\ufffd\ue000-\uf8ff\u0080-\u009f]/g;

function scoreOf(text: string): number {
  const good = text.match(everyday)?.length ?? 0;
  const bad = text.match(impossible)?.length ?? 0;
  return good - bad * 4;
}

function read(bytes: Uint8Array, encoding: string): { text: string; encoding: string } {
  if (encoding === 'utf-8') return { text: new TextDecoder().decode(bytes), encoding };
  return { text: iconv.decode(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length), encoding), encoding };
}
