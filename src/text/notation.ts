import { canonical, canonicalBlock } from './canonical.ts';
import type { Block, RichDocument } from './document.ts';
import { readInline, writeInline } from './notation-inline.ts';

/**
 * The text of an article for a form without script. A line is a paragraph; `## ` and `### ` make headings, `- ` and `1. `
 * lists, `> ` a quotation, two spaces go on with the item above; `**bold**`, `*italic*`, `^high^`, `~low~`,
 * `[words](address)`, `<br>`. A backslash makes the next sign plain. A blank line parts two lists. What it cannot say, such
 * as a table or a picture, stands in it as `[[table 1]]` and is put back unchanged.
 */
type Paragraph = Extract<Block, { type: 'paragraph' }>;
type List = Extract<Block, { type: 'bulletList' | 'orderedList' }>;

const keptLine = /^\[\[([a-z]+) (\d{1,4})\]\]$/;
const listLine = /^(-|\d{1,4}\.) (.*)$/s;
const headingLine = /^(##|###) (.*)$/s;

/** The text in the notation. */
export function toNotation(document: RichDocument): string {
  const kept = keptIn(document);
  const written = canonical(document).content.map((block) => {
    const name = [...kept].find(([, one]) => one === JSON.stringify(block))?.[0];
    return name ? `[[${name}]]` : writeBlock(block);
  });
  return written.join('\n\n');
}

export interface FromNotation {
  readonly document: RichDocument;
  /** What was kept out of the text, and is not in it any more. */
  readonly missing: readonly string[];
}

/** The document that a text in the notation means; `before` is the one it was made from. */
export function fromNotation(text: string, before: RichDocument): FromNotation {
  const kept = keptIn(before);
  const used = new Set<string>();
  const content = readBlocks(text, (name) => {
    const block = kept.get(name);
    if (block === undefined) return undefined;
    used.add(name);
    return JSON.parse(block) as Block;
  });
  const missing = [...kept.keys()].filter((name) => !used.has(name));
  return { document: canonical({ type: 'doc', content }), missing };
}

/** What the notation cannot say, by the name it has in it. The test is the notation itself: it cannot lose anything. */
function keptIn(document: RichDocument): Map<string, string> {
  const kept = new Map<string, string>();
  const counts: Record<string, number> = {};
  for (const block of canonical(document).content) {
    const form = JSON.stringify(block);
    if (survives(block, form) || [...kept.values()].includes(form)) continue;
    const number = (counts[block.type] ?? 0) + 1;
    counts[block.type] = number;
    kept.set(`${names[block.type]} ${number}`, form);
  }
  return kept;
}

const names: Readonly<Record<Block['type'], string>> = {
  paragraph: 'text',
  heading: 'heading',
  bulletList: 'list',
  orderedList: 'numbers',
  blockquote: 'quote',
  table: 'table',
  figure: 'figure',
};

function survives(block: Block, form: string): boolean {
  const read = readBlocks(writeBlock(block), () => undefined);
  return read.length === 1 && read[0] !== undefined && JSON.stringify(canonicalBlock(read[0])) === form;
}

function writeBlock(block: Block): string {
  switch (block.type) {
    case 'paragraph':
      return writeParagraph(block);
    case 'heading':
      return `${'#'.repeat(block.attrs.level)} ${writeInline(block.content)}`;
    case 'bulletList':
      return block.content.map((item) => writeItem('-', item.content)).join('\n');
    case 'orderedList':
      return block.content.map((item, at) => writeItem(`${at + 1}.`, item.content)).join('\n');
    case 'blockquote':
      return block.content.map(({ content }) => `> ${writeInline(content)}`).join('\n');
    default:
      return '';
  }
}

function writeItem(sign: string, [first, ...more]: readonly Paragraph[]): string {
  return [`${sign} ${writeInline(first?.content ?? [])}`, ...more.map((one) => `  ${writeInline(one.content)}`)].join(
    '\n',
  );
}

/** A paragraph that looks like something else begins with a backslash; one without words is nothing but that. */
function writeParagraph({ content }: Paragraph): string {
  const line = writeInline(content);
  const looksElse = line === '' || /^(\s|#|-|>|\d{1,4}\.)/.test(line);
  return looksElse ? `\\${line}` : line;
}

function readBlocks(text: string, kept: (name: string) => Block | undefined): Block[] {
  const blocks: Block[] = [];
  let isApart = true;
  for (const line of text.split(/\r\n|[\n\r]/)) {
    if (line.trim() === '') {
      isApart = true;
      continue;
    }
    const last = isApart ? undefined : blocks.at(-1);
    const [, name, number] = keptLine.exec(line.trim()) ?? [];
    const block = (name && kept(`${name} ${number}`)) || readLine(line, last);
    if (block) blocks.push(block);
    isApart = false;
  }
  return blocks;
}

/** The block that a line begins; undefined where it goes on with the one above. */
function readLine(line: string, last: Block | undefined): Block | undefined {
  const [, sign, rest = ''] = headingLine.exec(line) ?? listLine.exec(line) ?? [];
  if (sign !== undefined) return readSigned(sign, rest, last);
  if (line.startsWith('> ')) return readQuote(paragraphOf(line.slice(2)), last);
  if (line.startsWith('  ') && goesOn(paragraphOf(line.slice(2)), last)) return undefined;
  return paragraphOf(withoutEscape(line));
}

/** A backslash before a sign that means something only at the start of a line. */
function withoutEscape(line: string): string {
  return /^\\(?:$|[\s#>-]|\d)/.test(line) ? line.slice(1) : line;
}

function readSigned(sign: string, rest: string, last: Block | undefined): Block | undefined {
  const content = readInline(rest);
  if (sign.startsWith('#')) return { type: 'heading', attrs: { level: sign === '##' ? 2 : 3 }, content };
  return readItem(sign === '-' ? 'bulletList' : 'orderedList', content, last);
}

/** Adds a paragraph to the item above, where there is one. */
function goesOn(paragraph: Paragraph, last: Block | undefined): boolean {
  const above = isList(last) ? last.content.at(-1) : undefined;
  above?.content.push(paragraph);
  return above !== undefined;
}

function readItem(type: List['type'], content: Paragraph['content'], last: Block | undefined): Block | undefined {
  const item = { type: 'listItem' as const, content: [{ type: 'paragraph' as const, content }] };
  if (last?.type !== type) return { type, content: [item] };
  last.content.push(item);
  return undefined;
}

function readQuote(paragraph: Paragraph, last: Block | undefined): Block | undefined {
  if (last?.type !== 'blockquote') return { type: 'blockquote', content: [paragraph] };
  last.content.push(paragraph);
  return undefined;
}

function isList(block: Block | undefined): block is List {
  return block?.type === 'bulletList' || block?.type === 'orderedList';
}

function paragraphOf(line: string): Paragraph {
  return { type: 'paragraph', content: readInline(line) };
}
