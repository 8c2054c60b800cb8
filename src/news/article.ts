import { z } from 'zod';
import { holds, type Actor } from '#accounts/actor.ts';
import { langs } from '#language/lang.ts';
import { newsWords as words } from '#language/words/news.ts';
import type { Problem } from '#platform/outcome.ts';
import { madeHows } from '#publishing/freshness.ts';
import { richDocument } from '#text/document.ts';

/** What an import could not decide. `found` is what the page said; a candidate is what it might mean. */
export interface Question {
  readonly field: 'title' | 'published_at' | 'zone' | 'column' | 'source';
  readonly found: string;
  readonly candidates: readonly { readonly value: string; readonly label: string }[];
}

const word = z.string().trim().min(1).max(60);

export const editionInput = z.strictObject({
  lang: z.enum(langs),
  title: z.string().trim().min(1).max(300),
  summary: z.string().trim().max(1000).default(''),
  source: z.string().trim().max(200).default(''),
  author: z.string().trim().max(100).default(''),
  keywords: z.array(word).max(30).default([]),
  madeHow: z.enum(madeHows).default('human'),
  body: richDocument,
});
export type EditionInput = z.input<typeof editionInput>;

export const attachmentInput = z.strictObject({
  name: z.string().trim().min(1).max(300),
  address: z.string().max(2000),
  mediaType: z.string().max(100).default(''),
  bytes: z.number().int().nonnegative().nullable().default(null),
});

/** An article as it comes from a file: placed as far as it could be, with the questions that are left. */
export const importedArticle = z.strictObject({
  sourceAddress: z.string().max(2000).nullable(),
  contentHash: z.string().max(128),
  columnSlug: z.string().nullable(),
  zoneCode: z.string().nullable(),
  cityCode: z.string().nullable(),
  publishedAt: z.date().nullable(),
  edition: editionInput,
  attachments: z.array(attachmentInput).max(200).default([]),
  questions: z.array(z.custom<Question>()).default([]),
  sample: z.boolean().default(false),
  /** False keeps a complete article as a draft. */
  publish: z.boolean().default(true),
});
export type ImportedArticle = z.input<typeof importedArticle>;

/** What must be there before the public may read it. */
export interface Publishable {
  readonly columnSlug: string | null;
  readonly zoneCode: string | null;
  readonly publishedAt: Date | null;
  readonly openQuestions: number;
  readonly source: string;
}

/** What is still missing before publishing, each in words beside its field; empty means ready. */
export function missingBeforePublishing(article: Publishable): Problem[] {
  const checks: [boolean, Problem][] = [
    [article.columnSlug === null, { field: 'column', says: words.columnMissing }],
    [article.zoneCode === null, { field: 'zone', says: words.zoneMissing }],
    [article.publishedAt === null, { field: 'published_at', says: words.timeMissing }],
    [article.source === '', { field: 'source', says: words.sourceMissing }],
    [article.openQuestions > 0, { field: 'questions', says: words.questionsOpen(article.openQuestions) }],
  ];
  return checks.filter(([missing]) => missing).map(([, problem]) => problem);
}

/** An editor or publisher of the zone may write there; an article without a zone yet is the operator's. */
export function canEdit(actor: Actor, zoneCode: string | null): boolean {
  return holds(actor, ['editor', 'publisher'], zoneCode ?? undefined);
}

/** Only a publisher of the zone puts it before the public, or takes it back. */
export function canPublish(actor: Actor, zoneCode: string | null): boolean {
  return holds(actor, ['publisher'], zoneCode ?? undefined);
}

/** The pages that an article shows on: the site's lists, its zone, its place, itself. */
export function tagsOf(article: { id: number; zoneCode: string | null; provinceCode: string | null }): string[] {
  const zone = article.zoneCode === null ? [] : [`zone-news:${article.zoneCode}`];
  return ['news-list', `news:${article.id}`, ...zone];
}

export function articlePath(id: number): string {
  return `/news/${id}`;
}
