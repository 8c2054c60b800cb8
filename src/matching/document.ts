import type { Lang } from '#language/lang.ts';

/** Where a word can stand in a document; a word of the title says more than one deep in the text. */
export const fields = ['title', 'keywords', 'summary', 'targets', 'body', 'background'] as const;
export type Field = (typeof fields)[number];

/** The texts of one language. `background` holds what was tried, the proof, the team: it helps, it never decides. */
export type Texts = { readonly lang: Lang } & { readonly [field in Field]?: string | readonly string[] };

/** From an idea to something that is sold. */
export const stages = ['concept', 'development', 'laboratory', 'demonstration', 'market'] as const;
export type Stage = (typeof stages)[number];

/** Codes and names as the caller has them; they are only compared with each other. */
export interface Region {
  readonly province?: string | null;
  readonly city?: string | null;
  readonly zone?: string | null;
}

/** Yuan. Of a need what may be spent, of an offer what is asked. */
export interface Budget {
  readonly low?: number | null;
  readonly high?: number | null;
}

export type Role = 'need' | 'offer' | 'institute';

/** A need, an offer, or an institute with what it can do: all that matching knows of it. */
export interface MatchDocument {
  readonly id: string;
  readonly role: Role;
  /** The organisation behind it: nobody is matched with themselves, and outcomes and declines are counted by it. */
  readonly organisation: string;
  readonly texts: readonly Texts[];
  readonly kind?: string | null;
  readonly industries?: readonly string[];
  /** Codes of GB/T 13745: the longer the common beginning, the nearer. */
  readonly disciplines?: readonly string[];
  readonly stage?: Stage | null;
  /** Of a need, `2026-09-30`. */
  readonly deadline?: string | null;
  readonly budget?: Budget;
  readonly region?: Region;
  readonly cooperation?: readonly string[];
  /** Who owns, or shall own, the result: need-side, offer-side, shared, to-agree. */
  readonly rights?: string | null;
  /** Organisations that a need asks for by name. */
  readonly wanted?: readonly string[];
}
