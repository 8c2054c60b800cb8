import type { Lang, TwoText } from '#language/lang.ts';
import type { RichDocument } from '#text/document.ts';

export type FindingKind = 'missing' | 'personal' | 'link' | 'name' | 'word';

/** `must` stops publishing, `should` ought to be looked at, `note` is good to know. */
export type Severity = 'must' | 'should' | 'note';

/** Where in the text it is; a field is named where it is in no block. */
export interface Place {
  readonly lang: Lang;
  readonly field?: 'title' | 'summary' | 'source' | 'body';
  readonly block?: number;
  readonly offset: number;
  readonly excerpt: string;
}

export interface Finding {
  readonly kind: FindingKind;
  readonly severity: Severity;
  readonly where?: Place;
  readonly says: TwoText;
  readonly fix: TwoText;
  /** Whether a publisher may say that it is meant so, with a reason. */
  readonly confirmable: boolean;
}

export interface CheckedEdition {
  readonly lang: Lang;
  readonly original: boolean;
  readonly title: string;
  readonly summary: string;
  readonly source: string;
  readonly body: RichDocument;
}

export interface Checked {
  readonly columnSlug: string | null;
  readonly zoneCode: string | null;
  readonly publishedAt: Date | null;
  readonly openQuestions: number;
  readonly englishWanted: boolean;
  readonly editions: readonly CheckedEdition[];
}

/** What a text is held against beside itself. */
export interface Against {
  readonly now: Date;
  readonly words: readonly WatchWord[];
  /** Left out where the names of the directory are not at hand, as in a browser. */
  readonly directory?: Directory;
}

/** A run of text that a reader sees, with its place. */
export interface Passage {
  readonly lang: Lang;
  readonly field?: Place['field'];
  readonly block?: number;
  readonly text: string;
}

/** A word on the operator's list. */
export interface WatchWord {
  readonly word: string;
  readonly severity: 'forbid' | 'warn';
  readonly reason: string;
  readonly replacement: string;
}

/** The names that zones are known by: full names, short names, aliases. */
export type Directory = ReadonlySet<string>;

const around = 12;

/** The place of a passage's `start` to `end`, with some words on both sides; `shown` stands for what must not be repeated. */
export function placeOf(passage: Passage, span: { start: number; end: number }, shown?: string): Place {
  const { lang, field, block, text } = passage;
  const before = text.slice(Math.max(0, span.start - around), span.start);
  const after = text.slice(span.end, span.end + around);
  const excerpt = `${before}${shown ?? text.slice(span.start, span.end)}${after}`.toWellFormed();
  return { lang, ...(field && { field }), ...(block !== undefined && { block }), offset: span.start, excerpt };
}

/** What stops publishing: `hard` always, `confirmable` unless a publisher says that it is meant so. */
export function stopping(findings: readonly Finding[]): { hard: Finding[]; confirmable: Finding[] } {
  const must = findings.filter(({ severity }) => severity === 'must');
  return {
    hard: must.filter(({ confirmable }) => !confirmable),
    confirmable: must.filter(({ confirmable }) => confirmable),
  };
}
