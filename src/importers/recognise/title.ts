import type { How } from '../page.ts';
import { isFactLine } from './facts.ts';
import type { Line } from './lines.ts';
import { commonTags, officialTags, valueOf, type Meta } from './meta.ts';
import type { System } from './systems.ts';
import { isDateLine } from './times.ts';
import { namesOf, select, textOfRaw, type Element, type PageTree } from './tree.ts';
import { bare, oneLine, textOf } from './words.ts';

export interface FoundTitle {
  readonly text: string;
  readonly how: How;
  /** Where it is printed, if it is. */
  readonly element: Element | undefined;
}

interface Printed {
  readonly text: string;
  readonly element: Element;
}

export interface TitleClues {
  readonly page: PageTree;
  readonly meta: Meta;
  readonly system: System | undefined;
  readonly lines: readonly Line[];
  /** Which line the text begins with. */
  readonly bodyStart: number;
}

/** The title of the article, without the name of the site. */
export function findTitle(clues: TitleClues): FoundTitle | undefined {
  const printed = printedTitles(clues.page);
  const official = valueOf(clues.meta, officialTags.title);
  if (official) return spoken(official, 'official tags', printed);
  return (
    fromSystem(clues) ??
    fromMetadata(clues, printed) ??
    fromLines(clues) ??
    fromPosition(clues, printed) ??
    aboveFacts(clues) ??
    fromDocumentTitle(clues.page, printed)
  );
}

function fromSystem({ page, system }: TitleClues): FoundTitle | undefined {
  const places = (system?.title ?? []).flatMap((selector) => select(page, selector));
  const element = places.find((one) => textOf(one).length > 1);
  return element && { text: textOf(element), how: 'known container', element };
}

function fromMetadata(clues: TitleClues, printed: readonly Printed[]): FoundTitle | undefined {
  const documentTitle = documentTitleOf(clues.page);
  const matching = headingWithin(documentTitle, printed, siteNames(clues.meta));
  const said = clues.meta.linked.title || valueOf(clues.meta, commonTags.title);
  const isSite = siteNames(clues.meta).includes(bare(said));
  if (said && !isSite)
    return spoken(withoutSite(said, printed), 'page metadata', matching ? [matching, ...printed] : printed);
  return matching && { ...matching, how: 'position' };
}

/** What a tag says; the printed heading where it says more, since a quotation mark inside cuts a tag short. */
function spoken(said: string, how: How, printed: readonly Printed[]): FoundTitle {
  const key = bare(said);
  const same = printed.find((one) => bare(one.text) === key);
  if (same) return { text: said, how, element: same.element };
  const longer = printed.find((one) => key.length > 3 && bare(one.text).startsWith(key) && one.text.length <= 150);
  return longer ? { text: longer.text, how, element: longer.element } : { text: said, how, element: undefined };
}

/** Everything that is set like a title, in reading order. */
function printedTitles(page: PageTree): Printed[] {
  return page.elements
    .filter(
      (element) =>
        /^h[1-6]$/.test(element.tagName) || /(^|[\s_-])(title|tit|bt|biaoti|headline)/i.test(namesOf(element)),
    )
    .map((element) => ({ element, text: textOf(element) }))
    .filter((one) => one.text.length > 1 && one.text.length <= 200);
}

/** The longest heading that the document's title repeats. */
function headingWithin(
  documentTitle: string,
  printed: readonly Printed[],
  sites: readonly string[],
): Printed | undefined {
  const whole = bare(documentTitle);
  const matching = printed.filter((one) => {
    const key = bare(one.text);
    return key.length >= 4 && whole.includes(key) && !sites.includes(key) && !isTail(one.text, documentTitle);
  });
  return matching.sort((one, other) => other.text.length - one.text.length)[0];
}

/** The last part of “title - column - site” names the site. */
function isTail(text: string, documentTitle: string): boolean {
  const parts = splitDocumentTitle(documentTitle);
  return parts.length > 1 && bare(parts.at(-1) ?? '') === bare(text);
}

/** A line above the text that the document's title begins with: titles are not always set as headings. */
function fromLines({ page, lines, bodyStart, meta }: TitleClues): FoundTitle | undefined {
  const whole = bare(documentTitleOf(page));
  const sites = siteNames(meta);
  const line = lines.slice(0, bodyStart).find(({ text, linked }) => {
    const key = bare(text);
    return linked === 0 && key.length >= 4 && whole.startsWith(key) && !sites.includes(key);
  });
  return line && { text: line.text, how: 'position', element: undefined };
}

/** The line above the facts, on pages whose document title only names the site. */
function aboveFacts({ lines, bodyStart }: TitleClues): FoundTitle | undefined {
  const factsAt = lines.findLastIndex(
    (line, at) => at < bodyStart && at >= bodyStart - 6 && (isFactLine(line.spaced) || isDateLine(line.text)),
  );
  const above = lines.slice(Math.max(0, factsAt - 3), Math.max(0, factsAt)).reverse();
  const title = above.find(
    ({ text, linked }) => linked === 0 && text.length >= 4 && text.length <= 100 && !/^[—(（]/.test(text),
  );
  return title && { text: title.text, how: 'position', element: undefined };
}

/** The heading that stands right before the body; a heading of the frame stands far above it. */
function fromPosition(clues: TitleClues, printed: readonly Printed[]): FoundTitle | undefined {
  const place = (one: Printed) => clues.page.place.get(one.element) ?? 0;
  const start = clues.lines[clues.bodyStart]?.place ?? 0;
  const sites = siteNames(clues.meta);
  const above = printed.filter((one) => place(one) < start && one.text.length >= 4 && !sites.includes(bare(one.text)));
  const reached = clues.lines[Math.max(0, clues.bodyStart - 13)]?.place ?? 0;
  const nearest = above.filter((one) => place(one) >= reached);
  const best = nearest.find((one) => /^h[1-3]$/.test(one.element.tagName)) ?? nearest.at(-1);
  return best && { ...best, how: 'position' };
}

function fromDocumentTitle(page: PageTree, printed: readonly Printed[]): FoundTitle | undefined {
  const text = withoutSite(documentTitleOf(page), printed);
  return text ? { text, how: 'position', element: undefined } : undefined;
}

function documentTitleOf(page: PageTree): string {
  const head = (page.byTag.get('title') ?? []).find((element) => element.parentNode?.nodeName === 'head');
  return head ? oneLine(textOfRaw(head)) : '';
}

function splitDocumentTitle(text: string): string[] {
  return text
    .split(
      /\s*[_|｜]+\s*|\s+[-–—]+\s+|--+|\s*[-–—]\s*(?=\p{Script=Han}{2,20}(?:网|政府|委员会|门户|开发区|频道|中心)\S{0,8}$)/u,
    )
    .map((part) => part.trim())
    .filter(Boolean);
}

/** Without “_column_site”. A printed heading says how much of it is the title. */
function withoutSite(text: string, printed: readonly Printed[]): string {
  const whole = bare(text);
  const longest = printed.filter(
    (one) => bare(one.text).length >= 4 && whole.startsWith(bare(one.text)) && one.text.length <= text.length,
  );
  const heading = longest.sort((one, other) => other.text.length - one.text.length)[0];
  return heading?.text ?? splitDocumentTitle(text)[0] ?? '';
}

function siteNames(meta: Meta): string[] {
  return (commonTags.site ?? []).map((name) => bare(meta.tags.get(name) ?? '')).filter(Boolean);
}
