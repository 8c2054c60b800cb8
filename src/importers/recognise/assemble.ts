import { plainText, richDocument, type Block, type RichDocument } from '#text/document.ts';
import type { Attachment, ImportedPage, PublishedAt, Recognition } from '../page.ts';
import { refuse } from '../page.ts';
import { authorOf, columnOf, publishedAt, sourceOf, zoneOf, type Clues, type Found } from './clues.ts';
import { commonTags, officialTags, valueOf, type Meta } from './meta.ts';
import { pictureMark } from './pictures.ts';
import { bare, languageOf, oneLine, shorten } from './words.ts';

export interface Findings {
  readonly title: string;
  readonly body: RichDocument;
  readonly clues: Clues;
  readonly breadcrumb: readonly string[];
  readonly neighbours: { readonly previous: string; readonly next: string };
  readonly attachments: readonly Attachment[];
  readonly sourceAddress: string;
  readonly encoding: string;
  readonly dropped: readonly string[];
  readonly found: ImportedPage['found'];
}

/** Puts the findings together as an article, and checks the body against the schema it will be stored by. */
export function assemble(findings: Findings): Recognition {
  const { clues, breadcrumb, neighbours, title } = findings;
  const checked = richDocument.safeParse(findings.body);
  if (!checked.success) return refuse('notStored');
  if (oneLine(title) === '') return refuse('noTitle');
  const told = tellings(clues, breadcrumb);
  const siteName = valueOf(clues.meta, commonTags.site);
  const text = plainText(checked.data);
  const page: ImportedPage = {
    lang: languageOf(`${title}\n${text}`),
    title: shorten(oneLine(title), 300),
    ...whenOf(told.publishedAt?.value, findings),
    source: ownSource(wordsOf(told.source), siteName),
    siteName,
    author: shorten(wordsOf(told.author), 100),
    summary: summaryOf(clues.meta, text, title),
    keywords: keywordsOf(clues.meta),
    zoneText: wordsOf(told.zone),
    breadcrumb,
    columnText: wordsOf(told.column),
    body: checked.data,
    pictures: checked.data.content.flatMap(pictureAddress),
    picturesLeft: findings.dropped.filter((what) => what.startsWith(pictureMark)).length,
    attachments: findings.attachments,
    ...neighbours,
    sourceAddress: findings.sourceAddress,
    encoding: findings.encoding,
    dropped: findings.dropped.slice(0, 50),
    found: { ...findings.found, ...hows(told) },
  };
  return { ok: true, page };
}

function tellings(clues: Clues, breadcrumb: readonly string[]) {
  const source = sourceOf(clues);
  return {
    publishedAt: publishedAt(clues),
    source,
    author: authorOf(clues, wordsOf(source)),
    zone: zoneOf(clues),
    column: columnOf(clues, breadcrumb),
  };
}

function wordsOf(found: Found<string> | undefined): string {
  return found?.value ?? '';
}

function whenOf(time: PublishedAt | undefined, { sourceAddress, clues }: Findings) {
  if (time) return { publishedAt: time, possibleDays: [] };
  return { publishedAt: null, possibleDays: daysInAddress(sourceAddress || valueOf(clues.meta, officialTags.address)) };
}

function pictureAddress(block: Block): string[] {
  return block.type === 'figure' && block.attrs.source ? [block.attrs.source] : [];
}

function hows(found: Readonly<Record<string, Found<unknown> | undefined>>): ImportedPage['found'] {
  return Object.fromEntries(Object.entries(found).flatMap(([field, one]) => (one ? [[field, one.how]] : [])));
}

/** 本站 means the site itself. */
function ownSource(source: string, siteName: string): string {
  return /^(?:本站|本站原创|本网|本网站|原创|本站讯)$/.test(source) && siteName ? siteName : source;
}

function keywordsOf(meta: Meta): string[] {
  const said = meta.linked.keywords || (meta.blank.has('keywords') ? '' : valueOf(meta, commonTags.keywords));
  const words = said.split(/[;；,，、|]+|\s{1,}(?=\p{Script=Han})|(?<=\p{Script=Han})\s+/u).map((word) => word.trim());
  return [...new Set(words)].filter((word) => word.length > 1 && word.length <= 60).slice(0, 30);
}

/** A description counts when it is about this article: sites put the same one on every page. */
function summaryOf(meta: Meta, text: string, title: string): string {
  const said = meta.linked.summary || valueOf(meta, commonTags.summary);
  const key = bare(said).slice(0, 16);
  if (key.length < 8 || bare(title).startsWith(key)) return '';
  return bare(text.slice(0, 20_000)).includes(key) ? shorten(said, 300) : '';
}

const dayForms = [
  /[/_t](20\d{2})(\d{2})(\d{2})[_/.]/,
  /\/(20\d{2})[-/](\d{1,2})[-/](\d{1,2})[/_.-]/,
  /\/(20\d{2})-(\d{2})\/(\d{2})\//,
];

/** Days that an address carries: `t20240201_123.shtml` is usually the day of publication, and a person can tell. */
function daysInAddress(address: string): string[] {
  const days = dayForms.flatMap((form) => {
    const [, year, month = '', day = ''] = form.exec(address) ?? [];
    return year ? [`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`] : [];
  });
  return [...new Set(days)].filter((day) => !Number.isNaN(Date.parse(day)));
}
