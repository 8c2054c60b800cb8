import type { Lang } from '#language/lang.ts';

/** The kinds of record that can be found; a later noun adds its word here and one function that makes its entry. */
export const kinds = ['zone', 'place', 'article', 'organisation', 'need', 'offer', 'event', 'plan'] as const;
export type Kind = (typeof kinds)[number];

/** Kinds whose titles are sentences: no words for the dictionary. */
export const inSentences: readonly Kind[] = ['article', 'need', 'offer', 'event', 'plan'];

/** What search knows of a record in one language. The noun makes it; search stores and ranks it. */
export interface Entry {
  readonly kind: Kind;
  readonly id: string;
  readonly lang: Lang;
  /** Address without the language, such as `/zones/32101026`. */
  readonly path: string;
  readonly title: string;
  /** Other names by which it is looked for: aliases, short names, the name in the other language, codes. */
  readonly names: readonly string[];
  readonly body: string;
  readonly zone?: string | undefined;
  readonly province?: string | undefined;
  readonly city?: string | undefined;
  readonly column?: string | undefined;
  readonly industries?: readonly string[] | undefined;
  /** For news: the time it carries. Undefined for records that do not age. */
  readonly date?: Date | undefined;
  readonly sample?: boolean | undefined;
  /** 0 to 1: which of two that fit alike is more likely meant, such as a province before a district. Left out, 0.5. */
  readonly standing?: number | undefined;
}
