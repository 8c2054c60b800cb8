import { childrenOf, isElement, type Node } from './tree.ts';

/** Elements whose text is never read. */
export const silent: ReadonlySet<string> = new Set(
  'script style noscript template svg math canvas object embed iframe frame select option textarea button input xml head title map'.split(
    ' ',
  ),
);

// Not the joiners: families of emoji and several scripts are written with them.
const invisible = /[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]/g;
const control = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g;

/** Only characters that the steps of `clean` would leave as they are: nearly every text. */
const cleanAlready =
  /^[\t\n\r -~\u00a0-\u00ac\u00ae-\u02ff\u2010-\u2029\u2030-\u205f\u3000-\u3029\u3041-\u3096\u30a0-\u30ff\u3400-\u9fff\uff01-\uff5e]*$/;

/** Without invisible and control characters, in composed form: what a reader sees, and what a search finds. */
export function clean(text: string): string {
  if (cleanAlready.test(text)) return text;
  return text.replace(invisible, '').replace(control, '').toWellFormed().normalize('NFC');
}

/** One line: every run of white space, the ideographic kind too, is one space. */
export function oneLine(text: string): string {
  return clean(text).replace(/\s+/g, ' ').trim();
}

/** All text under a node as one line, in reading order. */
export function textOf(node: Node): string {
  const parts: string[] = [];
  collect(node, parts);
  return oneLine(parts.join(''));
}

function collect(node: Node, parts: string[]): void {
  if (node.nodeName === '#text' && 'value' in node) parts.push(node.value);
  if (isElement(node) && silent.has(node.tagName)) return;
  if (node.nodeName === 'br') parts.push(' ');
  for (const child of childrenOf(node)) collect(child, parts);
}

/** For comparing: letters and digits of any script only, full and half width alike, without case. */
export function bare(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}

/** Cuts to a length as strings count it, at a whole character. */
export function shorten(text: string, length: number): string {
  return text.length <= length ? text : `${text.slice(0, length - 1).replace(/[\ud800-\udbff]$/, '')}…`;
}

/** Chinese when a tenth of the letters is Han: English pages quote names, Chinese ones quote brands. */
export function languageOf(text: string): 'zh' | 'en' {
  const han = text.match(/\p{Script=Han}/gu)?.length ?? 0;
  const latin = text.match(/[A-Za-z]+/g)?.length ?? 0;
  return han * 9 >= latin ? 'zh' : 'en';
}
