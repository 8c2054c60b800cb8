import { canonicalInlines } from './canonical.ts';
import { isSafeLink, type Inline, type Mark } from './document.ts';

const signs = [
  ['bold', '**'],
  ['italic', '*'],
  ['superscript', '^'],
  ['subscript', '~'],
] as const;
/** What a backslash makes plain text again. */
const special = /[\\*^~[\]<]/g;

/** A run of text in the notation of the plain form. Marks close and open again at each change. */
export function writeInline(content: readonly Inline[]): string {
  return content.map((part) => (part.type === 'hardBreak' ? '<br>' : writeText(part.text, part.marks ?? []))).join('');
}

function writeText(text: string, marks: readonly Mark[]): string {
  const escaped = text.replace(special, (sign) => `\\${sign}`);
  const signed = signs.reduceRight(
    (inner, [type, sign]) => (marks.some((mark) => mark.type === type) ? `${sign}${inner}${sign}` : inner),
    escaped,
  );
  const link = marks.find((mark) => mark.type === 'link');
  return link ? `[${signed}](${link.attrs.href.replace(/[()]/g, (sign) => (sign === '(' ? '%28' : '%29'))})` : signed;
}

type Sign = (typeof signs)[number];

interface Reading {
  readonly parts: Inline[];
  readonly marks: readonly Mark[];
  /** Signs that do not come again in this run: looked for once, or a line of them would take for ever. */
  readonly over: Set<string>;
}

/** The same back. What does not end, or leads nowhere that may be followed, is read as the text it is. */
export function readInline(line: string): Inline[] {
  const parts: Inline[] = [];
  readInto({ parts, marks: [], over: new Set() }, line);
  return canonicalInlines(parts);
}

function readInto(reading: Reading, line: string): void {
  let rest = line;
  while (rest !== '') rest = rest.slice(readOne(reading, rest));
}

/** Reads what stands at the start, and says how long it was. */
function readOne(reading: Reading, rest: string): number {
  if (rest.startsWith('\\') && rest.length > 1) return plain(reading, rest.charAt(1), 2);
  if (rest.startsWith('<br>')) {
    reading.parts.push({ type: 'hardBreak' });
    return 4;
  }
  return readLink(reading, rest) ?? readSigned(reading, rest) ?? readPlain(reading, rest);
}

function readPlain(reading: Reading, rest: string): number {
  // At least one character, so that a sign which means nothing here is text.
  const length = /^[\s\S][^\\*^~[<]*/.exec(rest)?.[0].length ?? 1;
  return plain(reading, rest.slice(0, length), length);
}

function plain({ parts, marks }: Reading, text: string, length: number): number {
  parts.push({ type: 'text', text, ...(marks.length > 0 && { marks: [...marks] }) });
  return length;
}

function readLink(reading: Reading, rest: string): number | undefined {
  if (!rest.startsWith('[') || has(reading, 'link')) return undefined;
  const length = closing(reading, rest.slice(1), '](') ?? 0;
  const address = addressAt(rest, length + 1);
  if (length === 0 || address === undefined) return undefined;
  const marks = [...reading.marks, { type: 'link', attrs: { href: address } } as const];
  readInto({ parts: reading.parts, marks, over: new Set() }, rest.slice(1, length + 1));
  return length + address.length + 4;
}

/** The address in `](address)` at that place, if it may be followed. */
function addressAt(text: string, at: number): string | undefined {
  const address = /^\]\(([^()\s]{1,2000})\)/.exec(text.slice(at))?.[1];
  return address !== undefined && isSafeLink(address) ? address : undefined;
}

function readSigned(reading: Reading, rest: string): number | undefined {
  const found = signs.find(([type, sign]) => rest.startsWith(sign) && !has(reading, type));
  const length = found && closing(reading, rest.slice(found[1].length), found[1]);
  if (!found || !length) return undefined;
  const end = found[1].length + length;
  const marks = [...reading.marks, markOf(found)];
  readInto({ parts: reading.parts, marks, over: new Set() }, rest.slice(found[1].length, end));
  return end + found[1].length;
}

function markOf([type]: Sign): Mark {
  return { type };
}

function has({ marks }: Reading, type: Mark['type']): boolean {
  return marks.some((mark) => mark.type === type);
}

/** Where `sign` stands next, beyond what is escaped; a bold sign is not two italic ones. */
function closing({ over }: Reading, text: string, sign: string): number | undefined {
  if (over.has(sign)) return undefined;
  for (let at = 0; at < text.length; at += 1) {
    if (text.charAt(at) === '\\') at += 1;
    else if (sign === '*' && text.startsWith('**', at)) at += 1;
    else if (text.startsWith(sign, at)) return at;
  }
  over.add(sign);
  return undefined;
}
