import type { Refusal } from './page.ts';

/** An article that a feed or a list page points to. Its text is on the page behind the address. */
export interface Entry {
  readonly address: string;
  readonly title: string;
  /** When the feed says it was last changed, as it says it; empty where it does not. */
  readonly changed: string;
}

export type EntriesRefusal = Refusal | 'doctype' | 'brokenFeed' | 'noEntries';

export type Entries =
  | { readonly ok: true; readonly kind: 'feed' | 'list'; readonly name: string; readonly entries: readonly Entry[] }
  | { readonly ok: false; readonly refusal: EntriesRefusal };

/** More than this is an archive, not news: the first ones are the newest. */
export const mostEntries = 200;
