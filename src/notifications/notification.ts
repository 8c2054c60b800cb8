import { z } from 'zod';
import { langs, type Lang, type TwoText } from '#language/lang.ts';

/** What notifications are about. A new one is added here, with its name in `words/notifications.ts`. */
export const kinds = [
  'review',
  'publishing',
  'import',
  'source',
  'health',
  'listing',
  'connection',
  'plan',
  'task',
  'slip',
  'project',
  'account',
  'organisation',
  'platform',
] as const;
export type Kind = (typeof kinds)[number];

/** How somebody wants notifications of a kind by mail. In the desk they always are. */
export const mailWishes = ['at-once', 'daily', 'off'] as const;
export type MailWish = (typeof mailWishes)[number];

/** What counts until somebody says otherwise: at once where another person waits, once a day for the rest. */
export const usualWish: Readonly<Record<Kind, MailWish>> = {
  review: 'at-once',
  publishing: 'daily',
  import: 'daily',
  source: 'daily',
  health: 'daily',
  listing: 'at-once',
  connection: 'at-once',
  plan: 'daily',
  task: 'at-once',
  slip: 'at-once',
  project: 'daily',
  account: 'at-once',
  organisation: 'at-once',
  platform: 'at-once',
};

/** What is told, to whom. */
export interface Telling {
  readonly accounts: readonly number[];
  readonly kind: Kind;
  readonly text: TwoText;
  /** Where it leads: a path of the site without its language. */
  readonly path: string;
  /** A letter of its own tells the same by mail: no second one is sent. */
  readonly hasLetter?: boolean;
}

export interface Notification {
  readonly id: number;
  readonly kind: Kind;
  readonly text: TwoText;
  readonly path: string;
  readonly at: Date;
  readonly isRead: boolean;
}

export interface MailSettings {
  readonly lang: Lang;
  readonly wishes: Readonly<Record<Kind, MailWish>>;
}

/** The form of the settings. */
export const settingsSchema = z.strictObject({
  lang: z.enum(langs),
  ...(Object.fromEntries(kinds.map((kind) => [kind, z.enum(mailWishes)])) as Record<
    Kind,
    z.ZodEnum<{ [Wish in MailWish]: Wish }>
  >),
});

/** Where a list goes on: unread ones come first, the newest of each on top. */
export interface Cursor {
  readonly isUnread: boolean;
  readonly id: number;
}

export function cursorFrom(text: string | null): Cursor | undefined {
  const [, state, id] = /^([ur])(\d{1,15})$/.exec(text ?? '') ?? [];
  return id === undefined ? undefined : { isUnread: state === 'u', id: Number(id) };
}

export function cursorTo({ isRead, id }: Notification): string {
  return `${isRead ? 'r' : 'u'}${id}`;
}
