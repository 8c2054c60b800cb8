import { mostEntries, type Entries, type Entry } from '../entry.ts';
import { baseOf } from './address.ts';
import { linesOf, type Line } from './lines.ts';
import { findTimes, isDateLine } from './times.ts';
import { attribute, isInside, openPage, parentOf, textOfRaw, type Element, type PageTree } from './tree.ts';
import { oneLine, shorten, textOf } from './words.ts';

/** The articles of a list page: the links in rows of “title, date”; where there are none, the links that look like articles. */
export function entriesOfList(html: string, address: string): Entries {
  const page = openPage(html);
  if (!page) return { ok: false, refusal: 'tooDeep' };
  const lines = linesOf(page);
  const base = baseOf(page) || address;
  const inRows = unique(
    rowsOf(lines).flatMap((line) => linksOf(page, line)),
    base,
  );
  const entries = inRows.length >= 2 ? inRows : unique(articleLinks(page, base), base);
  if (entries.length === 0) return { ok: false, refusal: 'noEntries' };
  return { ok: true, kind: 'list', name: nameOf(page), entries: entries.slice(0, mostEntries) };
}

const shortDate = /(?<!\d)\d{1,2}[-/.月]\d{1,2}日?(?!\d)/;

/** Lines with a link and its date: in the line itself, or alone on the line before or after. */
function rowsOf(lines: readonly Line[]): Line[] {
  return lines.filter((line, at) => {
    if (line.linked < 5) return false;
    const beside = [lines[at - 1], lines[at + 1], lines[at + 2]];
    return isDated(line.text) || beside.some((one) => one !== undefined && one.linked === 0 && isOnlyDate(one.text));
  });
}

function isDated(text: string): boolean {
  return findTimes(text).length > 0 || shortDate.test(text);
}

function isOnlyDate(text: string): boolean {
  return isDateLine(text) || (text.length <= 8 && shortDate.test(text));
}

function nameOf(page: PageTree): string {
  const title = page.byTag.get('title')?.[0];
  return title ? shorten(oneLine(textOfRaw(title)), 200) : '';
}

/** The links of a line: inside its element, or around it where a whole card is one link. */
function linksOf(page: PageTree, line: Line): Element[] {
  for (let at: Element | undefined = line.element; at; at = parentOf(at)) if (at.tagName === 'a') return [at];
  const anchors = (page.byTag.get('a') ?? []).filter((anchor) => isInside(anchor, line.element));
  // More than two are a navigation that happens to stand above a date.
  return anchors.length > 2 ? [] : anchors;
}

/** Numbered or dated addresses with a text as long as a title. */
function articleLinks(page: PageTree, base: string): Element[] {
  return (page.byTag.get('a') ?? []).filter((anchor) => {
    const url = URL.parse(attribute(anchor, 'href'), base);
    return url !== null && /\d{4}/.test(url.pathname + url.search) && titleOf(anchor).length >= 8;
  });
}

/** Lists cut long titles and keep the whole one in an attribute. */
function titleOf(anchor: Element): string {
  const text = textOf(anchor);
  const whole = oneLine(attribute(anchor, 'title'));
  return whole.length > text.length || text === '' ? whole : text;
}

function unique(anchors: readonly Element[], base: string): Entry[] {
  const found = new Map<string, Entry>();
  for (const anchor of anchors) {
    const url = URL.parse(attribute(anchor, 'href').trim(), base);
    const title = titleOf(anchor);
    if (!url || !isPage(url, base) || title.length < 5) continue;
    url.hash = '';
    if (!found.has(url.href)) found.set(url.href, { address: url.href, title: shorten(title, 300), changed: '' });
  }
  return [...found.values()];
}

function isPage(url: URL, base: string): boolean {
  return /^https?:$/.test(url.protocol) && url.username === '' && url.href.length <= 2000 && url.href !== base;
}
