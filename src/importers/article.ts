import { createHash } from 'node:crypto';
import type { ImportedArticle, Question } from '#news/article.ts';
import type { ColumnName } from './columns.ts';
import type { ImportedPage } from './page.ts';
import type { Placement } from './resolve.server.ts';

/** What the person who imports says for pages that do not say it themselves. */
export interface Defaults {
  readonly zoneCode?: string | undefined;
  readonly columnSlug?: string | undefined;
  readonly source?: string | undefined;
  readonly publishedAt?: Date | undefined;
  /** Everything goes to this zone. A page that names another becomes a draft that asks. */
  readonly onlyZone?: string | undefined;
  /** A later time is a mistake of the page: it is asked, not believed. */
  readonly notAfter?: Date | undefined;
  /** Keep everything as a draft. */
  readonly draft?: boolean | undefined;
}

export interface Decision {
  readonly page: ImportedPage;
  readonly placement: Placement;
  readonly defaults: Defaults;
  readonly columns: readonly ColumnName[];
}

/** The article as the news takes it: what is known, and a question for each thing that is not. */
export function articleFrom(decision: Decision): ImportedArticle {
  const { page, placement } = decision;
  const { lang, title, summary, author, keywords, body } = page;
  const { source, ...known } = knownOf(decision);
  return {
    ...known,
    sourceAddress: page.sourceAddress || null,
    contentHash: contentHash(page),
    cityCode: placement.cityCode ?? null,
    edition: { lang, title, summary, source: source.slice(0, 200), author, keywords: [...keywords], body },
    attachments: page.attachments.filter(({ address }) => isWebAddress(address)).map((one) => ({ ...one })),
    questions: questionsFor(decision, { source, ...known }),
    publish: !decision.defaults.draft,
  };
}

/** A relative address would lead into this site. */
export function isWebAddress(address: string): boolean {
  return /^https?:\/\//i.test(address);
}

type Known = Pick<ImportedArticle, 'zoneCode' | 'columnSlug' | 'publishedAt'> & { readonly source: string };

/** What the page says; else what the person said for pages that do not say it. */
function knownOf({ page, placement, defaults }: Decision): Known {
  return {
    zoneCode: orNull(defaults.onlyZone ?? placement.zoneCode ?? defaults.zoneCode),
    columnSlug: orNull(placement.columnSlug ?? defaults.columnSlug),
    publishedAt: orNull(timeOf(page, defaults) ?? defaults.publishedAt),
    source: page.source || (defaults.source ?? ''),
  };
}

function orNull<T>(value: T | undefined): T | null {
  return value ?? null;
}

function timeOf({ publishedAt }: ImportedPage, { notAfter }: Defaults): Date | undefined {
  const at = publishedAt ? new Date(publishedAt.at) : undefined;
  return at && notAfter && at > notAfter ? undefined : at;
}

/** Whether the page says that it is another zone's, while everything goes to one. */
export function namesOtherZone(placement: Placement, { onlyZone }: Defaults): boolean {
  return onlyZone !== undefined && placement.zoneCode !== undefined && placement.zoneCode !== onlyZone;
}

/** Days that may be meant: other marks of the page, or the one it says itself that cannot be. */
function possibleDays({ possibleDays: days, publishedAt }: ImportedPage): readonly string[] {
  return publishedAt ? [publishedAt.at.slice(0, 10), ...days] : days;
}

function questionsFor({ page, placement, defaults, columns }: Decision, known: Known): Question[] {
  const leaves = columns.filter((column) => !columns.some((other) => other.parent === column.slug));
  const zones = placement.zoneCandidates.map((zone) => ({ value: zone.code, label: zone.name.zh }));
  const all: [missing: boolean, question: Question][] = [
    [
      known.zoneCode === null || namesOtherZone(placement, defaults),
      { field: 'zone', found: page.zoneText || page.siteName, candidates: unique(zones) },
    ],
    [
      known.columnSlug === null,
      {
        field: 'column',
        found: page.columnText,
        candidates: leaves.map((column) => ({ value: column.slug, label: column.name.zh })),
      },
    ],
    [known.publishedAt === null, { field: 'published_at', found: '', candidates: possibleDays(page).map(asCandidate) }],
    [
      known.source === '',
      { field: 'source', found: '', candidates: page.siteName ? [asCandidate(page.siteName)] : [] },
    ],
  ];
  return all.filter(([missing]) => missing).map(([, question]) => question);
}

function asCandidate(value: string) {
  return { value, label: value };
}

function unique<T extends { value: string }>(candidates: readonly T[]): T[] {
  return [...new Map(candidates.map((one) => [one.value, one])).values()];
}

/** The same for two copies of an article, whatever the page around it looked like. */
export function contentHash(page: ImportedPage): string {
  const { lang, title, publishedAt, source, body } = page;
  return hashOf([lang, title, publishedAt?.at ?? '', source, body]);
}

/**
 * The name by which a page without an address is known again: its title, day and source. The text is not part of it, so
 * that a corrected text is a new revision.
 */
export function nameOfPage(page: ImportedPage): string {
  return `file:${hashOf([page.lang, page.title, page.publishedAt?.at.slice(0, 10) ?? '', page.source]).slice(0, 32)}`;
}

function hashOf(parts: readonly unknown[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex');
}
