import type { Lang } from '#language/lang.ts';
import type { MailWish } from '#notifications/notification.ts';

/** As whom somebody is asked how a task goes. */
export type ReaderRole = 'person' | 'head' | 'officer';

/** Somebody who answers for a task and can be written to. */
export interface Reader {
  readonly role: ReaderRole;
  readonly name: string;
  readonly email: string;
  /** Null where only an address is known. */
  readonly accountId: number | null;
  readonly lang: Lang;
  readonly wish: MailWish;
}

/** Days for which a letter lets its reader report. */
export const letterDays = 30;

/** Why a letter opens nothing any more; open where it does. */
export const letterStates = ['open', 'unknown', 'ended', 'handed-over', 'replaced', 'expired'] as const;
export type LetterState = (typeof letterStates)[number];

export interface LetterFacts {
  readonly expiresAt: Date;
  readonly replacedAt: Date | null;
  readonly isTaskOpen: boolean;
  /** Its reader still answers for the task. */
  readonly isTheirs: boolean;
}

/** What a letter still is. That it was too late is said last: the other reasons say what to do instead. */
export function stateOfLetter(facts: LetterFacts | undefined, now: Date): LetterState {
  if (!facts) return 'unknown';
  if (!facts.isTaskOpen) return 'ended';
  if (!facts.isTheirs) return 'handed-over';
  if (facts.replacedAt) return 'replaced';
  return facts.expiresAt <= now ? 'expired' : 'open';
}

/** Whether the same person may ask for a fresh letter with an old one. */
export function mayRenew(state: LetterState): boolean {
  return state === 'replaced' || state === 'expired';
}
