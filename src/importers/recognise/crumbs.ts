import type { Line } from './lines.ts';
import type { Meta } from './meta.ts';
import { namesOf, type Element, type PageTree } from './tree.ts';
import { bare, oneLine, textOf } from './words.ts';

const label =
  /(?:您?现?在?的?(?:当前)?位置(?:是|为)?|您(?:现)?在(?:这里|的位置)|所在位置|当前(?:页面|所在)?(?:位置)?|You are here|Location)\s*[:：]?\s*/i;
const separator = /\s*(?:>>|[>›»→＞≫／]|\s\/\s|\s[|·-]\s|&gt;|::)\s*/;
const names =
  /(?:^|[\s_-])(?:crumbs?|breadcrumbs?|crumbwrap|bread|position|path|navpath|location|locate|weizhi|wz|dqwz|curpos|channel-path|post_crumb|mianbao|news_path)(?:$|[\s_-])|rwb_navpath/i;
const nothing = /^(?:首页|网站首页|主页|正文|文章正文|详情|内容|Home|Index|[^\p{L}\p{N}]*)$/iu;

/** The way from the front page to this one, without the front page and without the title. */
export function findBreadcrumb(page: PageTree, lines: readonly Line[], clues: { meta: Meta; title: string }): string[] {
  const fromData = tidyCrumbs(clues.meta.linked.breadcrumb, clues.title);
  if (fromData.length > 0) return fromData;
  for (const line of lines) {
    const parts = crumbsInText(line.text, clues.title);
    if (parts.length > 0) return parts;
  }
  return crumbsInElements(page, clues.title);
}

/** The parts of a line that says where the reader is; empty when it is another line. */
export function crumbsInText(text: string, title: string): string[] {
  if (text.length > 300 || !isCrumbLine(text)) return [];
  return tidyCrumbs(text.replace(label, '').split(separator), title);
}

export function isCrumbLine(text: string): boolean {
  const said = label.exec(text);
  if (said && said.index <= 4 && (separator.test(text) || /首页/.test(text))) return true;
  return /^(?:网站)?(?:首页|主页|Home)\s*(?:>>|[>›»→＞≫／/])/i.test(text);
}

function crumbsInElements(page: PageTree, title: string): string[] {
  const candidates = page.elements
    .filter((element) => names.test(namesOf(element)))
    .map((element) => ({ element, text: textOf(element) }))
    .filter(({ text }) => text.length > 0 && text.length <= 200)
    // A box around the breadcrumb carries such a name too: the shortest one is the breadcrumb itself.
    .sort((one, other) => one.text.length - other.text.length);
  for (const { element, text } of candidates) {
    const parts = separator.test(text) ? text.replace(label, '').split(separator) : linksIn(page, element);
    const tidy = tidyCrumbs(parts, title);
    if (tidy.length > 0 && parts.length > 1) return tidy;
  }
  return [];
}

function linksIn(page: PageTree, element: Element): string[] {
  const start = page.place.get(element) ?? 0;
  const inside: string[] = [];
  for (let at = start + 1; at < page.elements.length && inside.length < 8; at += 1) {
    const one = page.elements[at];
    if (!one || !isWithin(one, element)) break;
    if (one.tagName === 'a') inside.push(textOf(one));
  }
  return inside;
}

function isWithin(inner: Element, outer: Element): boolean {
  for (let at = inner.parentNode; at; at = 'parentNode' in at ? at.parentNode : null) if (at === outer) return true;
  return false;
}

function tidyCrumbs(parts: readonly string[], title: string): string[] {
  return parts
    .map((part) => oneLine(part))
    .filter((part) => part.length > 0 && part.length <= 40 && !nothing.test(part) && bare(part) !== bare(title))
    .slice(0, 8);
}
