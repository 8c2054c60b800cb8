import type { TwoText } from '#language/lang.ts';

/** How somebody wants notifications of a kind by mail. In the desk they always are. */
export const mailWishes = ['at-once', 'daily', 'off'] as const;
export type MailWish = (typeof mailWishes)[number];

/** What is told, to whom. */
export interface Telling {
  readonly accounts: readonly number[];
  readonly kind: string;
  readonly text: TwoText;
  /** Where it leads: a path of the site without its language. */
  readonly path: string;
}
