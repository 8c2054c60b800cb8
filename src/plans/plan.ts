import { z } from 'zod';
import { holds, type Actor } from '#accounts/actor.ts';
import { cleanText, namedProblems } from '#events/said.ts';
import { isDay } from '#language/dates.ts';
import { planVerbWords as words } from '#language/words/plan-verbs.ts';
import type { Problem } from '#platform/outcome.ts';
import type { PlanState } from './state.ts';

/** Who writes a plan and adjusts it. */
export function canKeepPlans(actor: Actor, zone: string): boolean {
  return holds(actor, ['publisher', 'leader'], zone);
}

/** Who reads the plans of a zone before the public does: all its people. */
export function canReadPlans(actor: Actor, zone: string): boolean {
  return holds(actor, ['publisher', 'leader', 'officer', 'broker', 'editor'], zone);
}

const day = z.string().refine(isDay);
const noDay = z.literal('').transform(() => null);
const none = z.literal('').transform(() => null);

/** The form of a plan, as it is sent. */
export const planForm = z.strictObject({
  titleZh: cleanText(256, 1),
  titleEn: cleanText(400),
  summaryZh: cleanText(2000),
  summaryEn: cleanText(4000),
  issuerZh: cleanText(120),
  issuerEn: cleanText(240),
  documentNumber: cleanText(60),
  issuedOn: z.union([noDay, day]),
  beginsOn: day,
  endsOn: day,
  // Left out, it stays as it is: the document comes as a file, in a form of its own.
  document: z.union([none, z.uuid()]).optional(),
  articleId: z
    .union([
      none,
      z
        .string()
        .regex(/^\d{1,15}$/)
        .transform(Number),
    ])
    .optional(),
});
export type PlanFields = z.output<typeof planForm>;
export type TypedPlan = Readonly<Record<keyof PlanFields, string>>;

/** What the public was promised: in force, these change only by an adjustment. */
export const promisedFields = [
  ...(['titleZh', 'summaryZh', 'issuerZh', 'documentNumber', 'issuedOn', 'beginsOn', 'endsOn'] as const),
];

/** What is wrong with a form of a plan, each sentence beside its field. */
export function planProblems(error: z.ZodError): Problem[] {
  return namedProblems(error, words.field);
}

export function spanProblems({ beginsOn, endsOn }: Pick<PlanFields, 'beginsOn' | 'endsOn'>): Problem[] {
  return endsOn > beginsOn ? [] : [{ field: 'endsOn', says: words.endsBeforeBegin }];
}

export function planPath(id: number): string {
  return `/plans/${id}`;
}

/** Whether everybody may read it. */
export function isOpenPlan(plan: { readonly isPublic: boolean; readonly state: PlanState }): boolean {
  return plan.isPublic && plan.state !== 'draft';
}
