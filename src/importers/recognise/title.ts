import type { How } from '../page.ts';
import type { Line } from './lines.ts';
import { commonTags, officialTags, valueOf, type Meta } from './meta.ts';
import type { System } from './systems.ts';
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
  /** Where the body starts, in the order of the page. */
  readonly bodyPlace: number;
  readonly lines: readonly Line[];
}

/** The title of the article, without the name of the site. */
export function findTitle(clues: TitleClues): FoundTitle | undefined {
  const printed = printedTitles(clues.page);
  const official = valueOf(clues.meta, officialTags.title);
  if (official) return spoken(official, 'official tags', printed);
  const known = (clues.system?.title ?? [])
    .flatMap((one) => select(clues.page, one))
    .find((one) => textOf(one).length > 1);
  if (known) return { text: textOf(known), how: 'known container', element: known };
  return fromMetadata(clues, printed) ?? fromPosition(clues, printed) ?? fromDocumentTitle(clues.page, printed);
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

/** The heading that stands right before the body; a heading of the frame stands far above it. */
function fromPosition(clues: TitleClues, printed: readonly Printed[]): FoundTitle | undefined {
  const place = (one: Printed) => clues.page.place.get(one.element) ?? 0;
  const sites = siteNames(clues.meta);
  const above = printed.filter(
    (one) => place(one) < clues.bodyPlace && one.text.length >= 4 && !sites.includes(bare(one.text)),
  );
  const distance = (one: Printed) =>
    clues.lines.filter((line) => line.place > place(one) && line.place < clues.bodyPlace).length;
  const nearest = above.filter((one) => distance(one) <= 12);
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
