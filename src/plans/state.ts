import { planVerbWords as words } from '#language/words/plan-verbs.ts';
import type { Problem } from '#platform/outcome.ts';

export const planStates = ['draft', 'in-force', 'closed'] as const;
export type PlanState = (typeof planStates)[number];

export const planSteps = ['enforce', 'close'] as const;
export type PlanStep = (typeof planSteps)[number];

/** Which step leads from where to where; there is no other way. */
export const planMoves: Readonly<Record<PlanStep, { readonly from: PlanState; readonly to: PlanState }>> = {
  enforce: { from: 'draft', to: 'in-force' },
  close: { from: 'in-force', to: 'closed' },
};

/** The state after a step, or undefined where the step cannot be taken. */
export function afterStep(state: PlanState, step: PlanStep): PlanState | undefined {
  const move = planMoves[step];
  return move.from === state ? move.to : undefined;
}

/** As much of a plan as decides whether it may come into force. */
export interface Readiness {
  readonly issuerZh: string;
  readonly issuedOn: string | null;
  readonly document: string | null;
  readonly articleId: number | null;
  readonly goals: number;
  readonly indicators: number;
  readonly tasks: number;
  readonly tasksWithoutUnit: number;
  readonly indicatorsWithoutTarget: number;
}

const needs: readonly { readonly field: string; readonly lacks: (plan: Readiness) => boolean; readonly says: Says }[] =
  [
    { field: 'issuerZh', lacks: ({ issuerZh }) => issuerZh === '', says: () => words.lacks.issuer },
    { field: 'issuedOn', lacks: ({ issuedOn }) => issuedOn === null, says: () => words.lacks.issuedOn },
    {
      field: 'document',
      lacks: ({ document, articleId }) => document === null && articleId === null,
      says: () => words.lacks.document,
    },
    { field: 'goals', lacks: ({ goals }) => goals === 0, says: () => words.lacks.goals },
    { field: 'parts', lacks: ({ indicators, tasks }) => indicators + tasks === 0, says: () => words.lacks.parts },
    {
      field: 'tasks',
      lacks: ({ tasksWithoutUnit }) => tasksWithoutUnit > 0,
      says: ({ tasksWithoutUnit }) => words.lacks.units(tasksWithoutUnit),
    },
    {
      field: 'indicators',
      lacks: ({ indicatorsWithoutTarget }) => indicatorsWithoutTarget > 0,
      says: ({ indicatorsWithoutTarget }) => words.lacks.targets(indicatorsWithoutTarget),
    },
  ];
type Says = (plan: Readiness) => Problem['says'];

/** What a plan lacks before it can come into force. */
export function missingBeforeForce(plan: Readiness): Problem[] {
  return needs.filter(({ lacks }) => lacks(plan)).map(({ field, says }) => ({ field, says: says(plan) }));
}

type Texts = Readonly<Record<'titleEn' | 'summaryZh' | 'summaryEn' | 'issuerEn', string>>;

/** What a plan lacks before the public may read it: both languages. */
export function missingBeforePublic(plan: Texts): Problem[] {
  return (['titleEn', 'summaryZh', 'summaryEn', 'issuerEn'] as const)
    .filter((field) => plan[field] === '')
    .map((field) => ({ field, says: words.missing(words.field[field] ?? words.aField) }));
}
