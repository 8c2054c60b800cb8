import type { Entries } from '../entry.ts';
import type { Recognition } from '../page.ts';
import type { Listing } from './archive.server.ts';

/** One thing to read: a file, or an entry of a ZIP by its place in the list. */
export interface Item {
  readonly path: string;
  readonly entry?: number;
  /** What the report calls it. */
  readonly name: string;
  /** Where it was fetched from; what a page says of itself does not count then. */
  readonly address?: string;
}

/** What the importing process asks a reader. Answers come in the order of the items, one by one. */
export type Ask =
  | { readonly kind: 'read'; readonly items: readonly Item[] }
  | { readonly kind: 'list'; readonly path: string }
  | { readonly kind: 'entries'; readonly path: string; readonly address: string };

export type Answer =
  | { readonly kind: 'ready' }
  | { readonly kind: 'read'; readonly recognition: Recognition }
  | { readonly kind: 'list'; readonly listing: Listing }
  | { readonly kind: 'entries'; readonly entries: Entries };
