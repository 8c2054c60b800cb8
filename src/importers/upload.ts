import { z } from 'zod';
import { holds, type Actor } from '#accounts/actor.ts';
import type { ImportedArticle } from '#news/article.ts';

/** What one import from the desk may bring; a larger one belongs to the command line. */
export const uploadLimits = { files: 50, bytes: 30 * 1024 * 1024 } as const;

/** Who may bring articles into a zone. */
export function canImport(actor: Actor, zone: string): boolean {
  return holds(actor, ['editor', 'publisher'], zone);
}

/** What a person says of a page that was recognised; what is left out stays as the page says it. */
export const answers = z.strictObject({
  title: z.string().trim().max(300).refine(isClean).optional(),
  source: z.string().trim().max(200).refine(isClean).optional(),
  column: z
    .string()
    .regex(/^[a-z][a-z0-9-]{0,39}$/)
    .optional(),
  publishedAt: z.date().optional(),
  /** “Ours all the same”, of a page that names another zone. */
  inOwnZone: z.boolean().default(false),
});
export type Answers = z.infer<typeof answers>;

/** PostgreSQL keeps neither NUL nor half a character. */
export function isClean(text: string): boolean {
  return !text.includes('\u0000') && text.isWellFormed();
}

/** The article with a person's answers in it, and without the questions that they settle. */
export function answered(article: ImportedArticle, said: Answers): ImportedArticle {
  const settled: Readonly<Record<string, boolean>> = {
    title: said.title !== undefined,
    source: Boolean(said.source),
    column: said.column !== undefined,
    published_at: said.publishedAt !== undefined,
    zone: said.inOwnZone,
  };
  const { edition } = article;
  return {
    ...article,
    columnSlug: said.column ?? article.columnSlug,
    publishedAt: said.publishedAt ?? article.publishedAt,
    edition: { ...edition, title: said.title || edition.title, source: said.source || (edition.source ?? '') },
    questions: (article.questions ?? []).filter(({ field }) => !settled[field]),
  };
}
