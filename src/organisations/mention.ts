import { z } from 'zod';
import { holds, isOperator, zonesAs, type Actor } from '#accounts/actor.ts';
import type { Lang, TwoText } from '#language/lang.ts';

export const mentionStates = ['proposed', 'accepted', 'declined'] as const;
export type MentionState = (typeof mentionStates)[number];

/** An organisation named in an article, with the sentence it stands in. */
export interface MentionView {
  readonly id: number;
  readonly article: { readonly id: number; readonly title: string; readonly lang: Lang };
  readonly organisation: { readonly id: number; readonly name: TwoText; readonly zone: string };
  readonly text: string;
  readonly before: string;
  readonly after: string;
}

const judges = ['editor', 'publisher', 'broker'] as const;

/** Whoever works on the articles or the organisations of the article's zone says whether a mention is one. */
export function canJudgeMention(actor: Actor, articleZone: string | null): boolean {
  return !actor.viewedBy && articleZone !== null && holds(actor, judges, articleZone);
}

/** The zones whose proposals the actor sees; undefined means all. */
export function zonesOfMentions(actor: Actor): string[] | undefined {
  if (isOperator(actor)) return undefined;
  return zonesAs(actor, judges);
}

export const mentionAnswers = ['accept', 'decline', 'undo'] as const;
export type MentionAnswer = (typeof mentionAnswers)[number];

/** Most of one go: a page of the list. */
export const mentionsAtOnce = 50;

export const mentionForm = z.strictObject({
  answer: z.enum(mentionAnswers),
  ids: z.array(z.coerce.number().int().positive().max(Number.MAX_SAFE_INTEGER)).min(1).max(mentionsAtOnce),
});
