import { z } from 'zod';
import { actsFor, holds, type Actor } from '#accounts/actor.ts';
import { slipVerbWords as words } from '#language/words/slip-verbs.ts';
import type { Problem } from '#platform/outcome.ts';

export const blockerKinds = ['land', 'permit', 'utility', 'labour', 'finance', 'logistics', 'other'] as const;
export type BlockerKind = (typeof blockerKinds)[number];

export const blockerStates = ['filed', 'taken', 'declined', 'solved', 'withdrawn'] as const;
export type BlockerState = (typeof blockerStates)[number];

/** What its enterprise says of it once the unit reports it as solved; nothing yet is empty. */
export type BlockerSaid = '' | 'solved' | 'not-solved';

export interface BlockerOf {
  readonly zoneCode: string;
  readonly organisationId: number;
}

export const mostBlockerFiles = 8;

/** After so many days without a word of the enterprise its slip is closed without one. */
export const daysForWord = 7;

/** Its organisation's members and its zone's people; for anybody else it is not there. */
export function canSeeBlocker(actor: Actor, { zoneCode, organisationId }: BlockerOf): boolean {
  const isStaff = holds(actor, ['publisher', 'leader', 'officer', 'broker', 'editor'], zoneCode);
  return isStaff || actsFor(actor, organisationId);
}

/** A member files one for the own organisation, takes it back, and says whether it is solved. */
export function canSpeakFor(actor: Actor, organisationId: number): boolean {
  return !actor.viewedBy && actsFor(actor, organisationId);
}

/** The zone's publishers, leaders and brokers take it on, decline it or answer it. */
export function canSettleBlockers(actor: Actor, zone: string): boolean {
  return !actor.viewedBy && holds(actor, ['publisher', 'leader', 'broker'], zone);
}

const isClean = (text: string) => !text.includes('\u0000') && text.isWellFormed();

export const blockerInput = z.strictObject({
  organisationId: z.number().int().positive(),
  /** The investment of its own that it stops, where it is about one. */
  projectId: z.number().int().positive().nullable().default(null),
  kind: z.enum(blockerKinds),
  title: z.string().trim().min(1).max(256).refine(isClean),
  body: z.string().trim().min(1).max(4000).refine(isClean),
});

export const answerInput = z.string().trim().min(1).max(4000).refine(isClean);

export function blockerProblems(error: z.ZodError): Problem[] {
  const fields = new Set(error.issues.map(({ path }) => String(path[0] ?? 'note')));
  return [...fields].map((field) => ({ field, says: words.wrong[field] ?? words.wrongForm }));
}
