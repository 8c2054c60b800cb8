import { z } from 'zod';
import { langs, type Lang } from '#language/lang.ts';
import { writingWords as words } from '#language/words/writing.ts';
import type { Problem } from '#platform/outcome.ts';
import { madeHows, type Freshness, type MadeHow } from '#publishing/freshness.ts';
import type { State } from '#publishing/state.ts';
import { sameText } from '#text/canonical.ts';
import { richDocument, type RichDocument } from '#text/document.ts';

/** Text that the database can hold: whole characters, none of them nothing. */
const line = (most: number) =>
  z
    .string()
    .trim()
    .max(most)
    .refine((text) => text.isWellFormed() && !text.includes('\0'));

/** What is being written in one language. It may be incomplete: what is missing is said when it is published. */
export const workingText = z.strictObject({
  title: line(300),
  summary: line(1000),
  source: line(200),
  author: line(100),
  keywords: z.array(line(60).min(1)).max(30),
  madeHow: z.enum(madeHows),
  body: richDocument.refine((body) => storable(body)),
});
export type WorkingText = z.output<typeof workingText>;

/**
 * One keeping of the text: `version` and `revision` are those the writer began from (0 where there were none). Where
 * either has moved on, somebody else has written since.
 */
export const draftInput = z.strictObject({
  lang: z.enum(langs),
  version: z.number().int().min(0).max(2_147_483_647),
  revision: z.number().int().min(0).max(2_147_483_647),
  text: workingText,
});
export type DraftInput = z.output<typeof draftInput>;

/** The text of somebody else, who was first. */
export const theirsAnswer = z.object({
  version: z.number(),
  revision: z.number(),
  text: workingText,
  by: z.string(),
  at: z.string(),
});
export type Theirs = Readonly<z.output<typeof theirsAnswer>>;

/** What became of a keeping. A conflict is no mistake of anybody: both texts are there. */
export type Kept =
  | { readonly kept: true; readonly version: number; readonly revision: number; readonly at: string }
  | { readonly kept: false; readonly theirs: Theirs };

/** One language of an article, as its writer finds it. */
export interface Writing {
  readonly lang: Lang;
  readonly original: boolean;
  readonly version: number;
  readonly revision: number;
  readonly text: WorkingText;
  /** Whether something is written that is not saved as a revision yet. */
  readonly pending: boolean;
  readonly by: string;
  readonly at: string;
  readonly freshness: Freshness;
}

/** An article on the desk, with all that is written of it. */
export interface ArticleInWriting {
  readonly id: number;
  readonly state: State;
  readonly zoneCode: string | null;
  readonly columnSlug: string | null;
  readonly publishedAt: Date | null;
  readonly firstPublishedAt: Date | null;
  readonly writings: readonly Writing[];
}

const closed: readonly State[] = ['withdrawn', 'removed'];

/** What was withdrawn or removed is brought back before anybody writes in it. */
export function isClosed(state: State): boolean {
  return closed.includes(state);
}

export function emptyText(source: string, madeHow: MadeHow = 'human'): WorkingText {
  const body: RichDocument = { type: 'doc', content: [{ type: 'paragraph', content: [] }] };
  return { title: '', summary: '', source, author: '', keywords: [], madeHow, body };
}

export function sameWriting(one: WorkingText, other: WorkingText): boolean {
  const { body, ...rest } = one;
  const { body: otherBody, ...otherRest } = other;
  const fields = Object.keys(rest) as (keyof typeof rest)[];
  return (
    fields.every((field) => JSON.stringify(rest[field]) === JSON.stringify(otherRest[field])) &&
    sameText(body, otherBody)
  );
}

/** What is wrong with a text that may not be kept, beside its field. */
export function problemsOf(error: z.ZodError): Problem[] {
  const fields = new Set(error.issues.map(({ path }) => String(path[path[0] === 'text' ? 1 : 0] ?? 'body')));
  return [...fields].map((field) => ({ field, says: sentences[field] ?? words.fieldWrong }));
}

const sentences: Readonly<Record<string, Problem['says']>> = { title: words.titleLong, body: words.bodyWrong };

/** A megabyte of text is more than any article; and PostgreSQL holds neither NUL nor half a character. */
function storable(body: unknown): boolean {
  const text = JSON.stringify(body);
  return text.length <= 1_000_000 && !/\\u0000|\\ud[89a-f][0-9a-f]{2}/.test(text.replaceAll('\\\\', ''));
}
