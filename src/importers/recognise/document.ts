import { plainText } from '#text/document.ts';
import { refuse, type Recognition } from '../page.ts';
import { assemble } from './assemble.ts';
import type { Clues } from './clues.ts';
import { crumbsInText, isCrumbLine } from './crumbs.ts';
import { isFactLine, readFacts } from './facts.ts';
import { neighboursIn } from './neighbours.ts';
import { findTimes } from './times.ts';
import { textOfBlock, trim, type Written } from './trim.ts';
import { oneLine, shorten } from './words.ts';

/** How many lines above the text may be head: site name, breadcrumb, title, facts. */
const headLines = 14;

/** Recognises an article in a text or Word file: no markup says what is what, only the order and the words do. */
export function recogniseDocument(written: Written, encoding: string): Recognition {
  const texts = written.blocks.map((block) => oneLine(textOfBlock(block)));
  const head = readHead(texts, written);
  if (!head) return texts.some((text) => text.length > 0) ? refuse('noTitle') : refuse('empty');
  const rest = { blocks: written.blocks.slice(head.end), linkOnly: written.linkOnly };
  const { blocks, cut } = trim(rest, { title: head.title, left: [], everyClosing: true });
  const body = { type: 'doc' as const, content: blocks };
  if (plainText(body).trim() === '' && !blocks.some((block) => block.type === 'figure')) return refuse('empty');
  return assemble({
    title: head.title,
    body,
    clues: { ...noClues, near: texts.slice(0, head.end).map(spaced), below: cut },
    breadcrumb: head.breadcrumb,
    neighbours: neighboursIn(texts),
    attachments: [],
    sourceAddress: addressIn([...texts.slice(0, head.end), ...cut]),
    encoding,
    dropped: [...texts.slice(0, head.end).filter((text) => text !== head.title), ...cut].map((line) =>
      shorten(line, 80),
    ),
    found: { title: 'position', body: 'position' },
  });
}

const noClues: Clues = {
  meta: {
    tags: new Map(),
    blank: new Set(),
    linked: { title: '', time: '', source: '', author: '', address: '', keywords: '', summary: '', breadcrumb: [] },
  },
  system: { time: [], source: [], author: [], byline: [] },
  scriptTime: '',
  markedTime: '',
  near: [],
  below: [],
};

/** Facts in a text file stand side by side with one space or a tab between them. */
function spaced(text: string): string {
  return text.replace(/\s+(?=\p{Script=Han}{2,8}\s*[:：])/gu, '  ');
}

interface Head {
  readonly title: string;
  readonly breadcrumb: readonly string[];
  /** Where the text begins. */
  readonly end: number;
}

function readHead(texts: readonly string[], written: Written): Head | undefined {
  const crumbAt = texts.findIndex((text, at) => at < headLines && isCrumbLine(text));
  const factsAt = texts.findIndex((text, at) => at < headLines && isFacts(text));
  const labelled = readFacts(texts.slice(0, headLines)).find((fact) => fact.kind === 'title' && fact.value.length > 1);
  const titleAt = factsAt > 0 ? titleAbove(texts, factsAt, crumbAt) : firstTitle(texts, written, crumbAt);
  const title = labelled?.value ?? texts[titleAt];
  if (!title) return undefined;
  const end = Math.max(lastFactLine(texts, factsAt), titleAt, crumbAt) + 1;
  return { title, breadcrumb: crumbsInText(texts[crumbAt] ?? '', title), end };
}

function isFacts(text: string): boolean {
  if (isCrumbLine(text)) return false;
  const kinds = readFacts([spaced(text)]).map((fact) => fact.kind);
  if (
    isFactLine(spaced(text)) &&
    kinds.some((kind) => kind === 'time' || kind === 'source' || kind === 'zone' || kind === 'author')
  )
    return true;
  return text.length <= 40 && findTimes(text).length === 1 && text.replace(/[\d\s年月日时分:：./-]/g, '').length <= 3;
}

/** Facts may take several lines, one for each. */
function lastFactLine(texts: readonly string[], factsAt: number): number {
  if (factsAt < 0) return -1;
  let at = factsAt;
  while (at + 1 < texts.length && (isFacts(texts[at + 1] ?? '') || isFactLine(spaced(texts[at + 1] ?? '')))) at += 1;
  return at;
}

/** The line above the facts; a subtitle between them begins with a dash. */
function titleAbove(texts: readonly string[], factsAt: number, crumbAt: number): number {
  for (let at = factsAt - 1; at >= 0 && at > crumbAt; at -= 1) {
    const text = texts[at] ?? '';
    if (text.length > 1 && text.length <= 150 && !/^(?:—|--|（|\()/.test(text)) return at;
  }
  return -1;
}

/** A heading with its number is one of the text, and not what all of it is called. */
const sectionNumber =
  /^(?:第?[一二三四五六七八九十]{1,3}[、章节]|[（(][一二三四五六七八九十]{1,3}[)）]|\d{1,2}[.、]\s)/;

/** Without a line of facts: the first heading, else the first line that is short and no sentence. */
function firstTitle(texts: readonly string[], written: Written, crumbAt: number): number {
  const isHead = (at: number) => at < headLines && at > crumbAt && !sectionNumber.test(texts[at] ?? '');
  const heading = written.blocks.findIndex((block, at) => isHead(at) && block.type === 'heading');
  if (heading >= 0) return heading;
  return texts.findIndex(
    (text, at) =>
      at < headLines &&
      at > crumbAt &&
      text.length > 1 &&
      text.length <= 100 &&
      !/[。；;：:，,]$/.test(text) &&
      !isFactLine(text),
  );
}

/** An address that stands alone, or after 原文链接, says where the text is from. */
function addressIn(lines: readonly string[]): string {
  for (const line of lines) {
    const found = /^(?:\S{0,6}(?:链接|网址|地址|URL|Source|Link)\s*[:：]\s*)?(https?:\/\/[^\s<>"']+)$/i.exec(line)?.[1];
    if (found && URL.canParse(found)) return found;
  }
  return '';
}
