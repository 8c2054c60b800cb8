import { z } from 'zod';
import { langs } from '#language/lang.ts';
import { writingWords as words } from '#language/words/writing.ts';
import { done, refused, type Outcome } from '#platform/outcome.ts';
import { madeHows } from '#publishing/freshness.ts';
import { richDocument, type RichDocument } from '#text/document.ts';
import { fromNotation } from '#text/notation.ts';
import { timeFrom } from './draft-form.ts';
import { problemsOf, workingText, type DraftInput } from './working-copy.ts';

const number = z.coerce.number().int().min(0);

/**
 * The article's form as it comes. The body is either the editor's document or, without script, text in the plain notation
 * (src/text/notation.ts).
 */
export const articleForm = z.object({
  lang: z.enum(langs),
  version: number,
  revision: number,
  title: z.string().default(''),
  summary: z.string().default(''),
  source: z.string().default(''),
  author: z.string().default(''),
  keywords: z.string().max(5000).default(''),
  madeHow: z.enum(madeHows).default('human'),
  body: z.string().max(4_000_000).optional(),
  plain: z.string().max(1_000_000).optional(),
  drop: z.string().optional(),
  upToDate: z.string().optional(),
  /** Why personal data in it may be public. */
  confirmed: z.string().max(500).optional(),
  zone: z.string().trim().max(8).optional(),
  column: z.string().trim().max(40).optional(),
  published: z.string().trim().max(40).optional(),
});
export type ArticleForm = z.output<typeof articleForm>;

export function keywordsFrom(text: string): string[] {
  return [...new Set(text.split(/[,，、;；\n]+/).map((word) => word.trim()))].filter(Boolean);
}

/** The fields beside the text: as they were sent last, else as they are kept. */
export function fieldsFrom(text: DraftInput['text'], sent: ArticleForm | undefined) {
  const { title, summary, source, author, keywords, madeHow } = sent ?? { ...text, keywords: text.keywords.join(', ') };
  return { title, summary, source, author, keywords, madeHow };
}
export type TextFields = ReturnType<typeof fieldsFrom>;

/** The text as it would be kept. */
export function textOfFields(fields: TextFields, body: RichDocument): DraftInput['text'] {
  const [title, summary] = [fields.title.trim(), fields.summary.trim()];
  const [source, author] = [fields.source.trim(), fields.author.trim()];
  return { title, summary, source, author, madeHow: fields.madeHow, keywords: keywordsFrom(fields.keywords), body };
}

/** What the form says of the text; `before` is the body that the plain form was made from. */
export function textFrom(form: ArticleForm, before: RichDocument): Outcome<DraftInput['text']> {
  const body = bodyFrom(form, before);
  if (!body.ok) return body;
  const { title, summary, source, author, madeHow } = form;
  const fields = { title, summary, source, author, madeHow, keywords: keywordsFrom(form.keywords) };
  const text = workingText.safeParse({ ...fields, body: body.value });
  return text.success ? done(text.data) : refused(...problemsOf(text.error));
}

function bodyFrom({ body, plain, drop }: ArticleForm, before: RichDocument): Outcome<RichDocument> {
  if (body !== undefined && body !== '') return documentFrom(body);
  const { document, missing } = fromNotation(plain ?? '', before);
  const isLost = missing.length > 0 && drop === undefined;
  const names = missing.map((name) => `[[${name}]]`).join(' ');
  return isLost ? refused({ field: 'body', says: words.keptMissing(names) }) : done(document);
}

function documentFrom(json: string): Outcome<RichDocument> {
  try {
    const parsed = richDocument.safeParse(JSON.parse(json));
    return parsed.success ? done(parsed.data) : refused({ field: 'body', says: words.bodyWrong });
  } catch {
    // No JSON at all: what the editor sends always is.
    return refused({ field: 'body', says: words.bodyWrong });
  }
}

/** Where the form says that the article belongs; undefined where it did not ask. */
export function placementFrom({ zone, column, published }: ArticleForm): Outcome<PlacementFields | undefined> {
  if (column === undefined) return done(undefined);
  const publishedAt = published ? timeFrom(published.replace('T', ' ')) : null;
  if (publishedAt === undefined) return refused({ field: 'published_at', says: words.timeWrong });
  if (!/^(\d{8})?$/.test(zone ?? '')) return refused({ field: 'zone', says: words.zoneNotOne });
  return done({ zoneCode: zone || null, columnSlug: column || null, publishedAt });
}

export interface PlacementFields {
  readonly zoneCode: string | null;
  readonly columnSlug: string | null;
  readonly publishedAt: Date | null;
}
