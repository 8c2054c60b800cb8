import { plainText, type RichDocument } from '#text/document.ts';
import type { ImportedPage, Recognition, Refusal } from '../page.ts';
import { refuse } from '../page.ts';
import { baseOf, sourceAddressOf } from './address.ts';
import { assemble } from './assemble.ts';
import { attachmentsIn } from './attachments.ts';
import { written } from './body.ts';
import type { Clues } from './clues.ts';
import { findContainer, type Container } from './container.ts';
import { firstProse } from './start.ts';
import { findBreadcrumb } from './crumbs.ts';
import { linesOf, type Line } from './lines.ts';
import { isListing } from './listing.ts';
import { readMeta, officialTags, valueOf } from './meta.ts';
import { neighboursIn } from './neighbours.ts';
import { scriptTimeOf } from './script-time.ts';
import { findTitle, type FoundTitle } from './title.ts';
import { attribute, isInside, openPage, select, type PageTree } from './tree.ts';
import { trim } from './trim.ts';
import { bare, shorten, textOf } from './words.ts';

/** Recognises the article of a page. */
export function recogniseHtml(html: string, encoding: string, fetchedFrom?: string): Recognition {
  const page = openPage(html);
  if (!page) return refuse('tooDeep');
  const lines = linesOf(page);
  const meta = readMeta(page);
  const container = findContainer(page, lines);
  const listing = !isSurelyArticle(meta, container) && isListing(lines, container?.element);
  if (listing || !container) return refuse(listing ? 'listPage' : nothingIn(page));
  return recogniseIn({ page, lines, meta, container, encoding, fetchedFrom });
}

function isSurelyArticle(meta: Clues['meta'], container: Container | undefined): boolean {
  return valueOf(meta, officialTags.title) !== '' || container?.system !== undefined;
}

function nothingIn(page: PageTree): Refusal {
  return page.byTag.has('frame') || page.byTag.has('iframe') ? 'frames' : 'empty';
}

function recogniseIn(parts: Omit<Parts, 'title' | 'bodyStart'>): Recognition {
  const { page, lines, meta, container } = parts;
  const bodyStart = firstProse(lines, container.element);
  const title = findTitle({ page, meta, system: container.system, bodyStart, lines });
  if (!title) return refuse('noTitle');
  return put({ ...parts, title, bodyStart });
}

interface Parts {
  readonly page: PageTree;
  readonly lines: readonly Line[];
  readonly container: Container;
  readonly title: FoundTitle;
  readonly bodyStart: number;
  readonly encoding: string;
  readonly meta: Clues['meta'];
  readonly fetchedFrom: string | undefined;
}

function put(parts: Parts): Recognition {
  const { page, lines, container, title, meta } = parts;
  // Where it was found is known; where it says it belongs may be another site's address.
  const address = parts.fetchedFrom ?? sourceAddressOf(page, meta);
  const base = baseOf(page) || address;
  const dropped: string[] = [];
  const raw = written(container.element, {
    base,
    drop: new Set((container.system?.drop ?? []).flatMap((selector) => select(page, selector))),
    size: textOf(container.element).length,
    left: (what) => dropped.push(what),
  });
  const { blocks, cut } = trim(raw, { title: title.text, left: dropped });
  const attachments = attachmentsIn(page, container.element, base);
  const body = { type: 'doc' as const, content: blocks };
  if (isEmpty(body) && attachments.length === 0) return refuse('empty');
  const texts = lines.map((line) => line.text);
  const found: Partial<ImportedPage['found']> = {
    title: title.how,
    body: container.how,
    ...(address && { address: 'page metadata' }),
  };
  return assemble({
    title: title.text,
    body,
    clues: cluesOf(parts, cut),
    breadcrumb: findBreadcrumb(page, lines, { meta, title: title.text }),
    neighbours: neighboursIn(texts),
    attachments,
    sourceAddress: address,
    encoding: parts.encoding,
    dropped: [...dropped, ...cut].map((line) => shorten(line, 80)),
    found,
  });
}

function isEmpty(body: RichDocument): boolean {
  return plainText(body).trim() === '' && !body.content.some((block) => block.type === 'figure');
}

/** How many lines around the body may hold its facts. */
const reach = 30;

function cluesOf(parts: Parts, cut: readonly string[]): Clues {
  const { page, lines, container, title, bodyStart, meta } = parts;
  const titleAt = lines.findIndex((line, at) => at < bodyStart && isTitleLine(line, title));
  const spaced = lines.map((line) => line.spaced);
  const near = spaced.slice(titleAt >= 0 ? titleAt + 1 : Math.max(0, bodyStart - reach / 2), bodyStart);
  const bodyEnd = lines.findLastIndex((line) => isInside(line.element, container.element));
  const system = container.system;
  const inSystem = (selectors: readonly string[] = []) => selectors.flatMap((selector) => linesIn(parts, selector));
  return {
    meta,
    system: {
      time: inSystem(system?.time),
      source: inSystem(system?.source).filter((line) => line.length <= 80),
      author: inSystem(system?.author),
      byline: inSystem(system?.byline),
    },
    markedTime: markedTimeOf(parts, bodyEnd),
    scriptTime: system ? scriptTimeOf(page, system) : '',
    near: near.length > reach * 2 ? [...near.slice(0, reach), ...near.slice(-reach)] : near,
    below: [
      ...spaced.slice(Math.max(0, titleAt - reach / 2), Math.max(0, titleAt)),
      ...cut,
      ...spaced.slice(Math.max(bodyStart, bodyEnd - 5), bodyEnd + reach / 2),
    ],
  };
}

/** The `time` element, or the one marked as date of publication, that stands no later than the text. */
function markedTimeOf({ page, lines }: Parts, bodyEnd: number): string {
  const end = lines[bodyEnd]?.place ?? 0;
  const marked = [...select(page, '[itemprop=datepublished]'), ...select(page, 'time')];
  const times = marked.filter((element) => (page.place.get(element) ?? 0) <= end);
  return times.map((element) => attribute(element, 'datetime') || attribute(element, 'content')).find(Boolean) ?? '';
}

function linesIn({ page, lines }: Parts, selector: string): string[] {
  return select(page, selector).flatMap((element) => [
    ...lines.filter((line) => isInside(line.element, element)).map((line) => line.spaced),
    textOf(element),
  ]);
}

function isTitleLine(line: Line, title: FoundTitle): boolean {
  if (title.element) return isInside(line.element, title.element);
  return bare(line.text) === bare(title.text);
}
