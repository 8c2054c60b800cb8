import { z } from 'zod';
import { planPath } from './plan.ts';
import type { GoalView } from './read-goals.server.ts';
import type { PlanCard } from './read-public.server.ts';
import type { AdjustmentView } from './read-versions.server.ts';

/** What the public may have of plans, decided here once; the schema is what OpenAPI prints. */
const two = z.object({ zh: z.string(), en: z.string() });
const day = z.iso.date();

export const publicPlanCard = z.object({
  id: z.number().int(),
  state: z.enum(['in-force', 'closed']),
  title: two,
  summary: two,
  issuer: two,
  documentNumber: z.string(),
  issuedOn: day.nullable(),
  begins: day,
  ends: day,
  version: z.number().int().describe('Counts up with every adjustment after it came into force'),
  zone: z.object({ code: z.string(), name: two }),
  progress: z
    .object({ tasks: z.number().int(), done: z.number().int(), percent: z.number().int(), red: z.number().int() })
    .describe('Computed from its public tasks'),
  sample: z.boolean().describe('True for content that comes with the software and was published by no zone'),
  url: z.url(),
});

export const publicPlan = publicPlanCard.extend({
  document: z.url().nullable(),
  goals: z.array(
    z.object({ id: z.number().int(), parent: z.number().int().nullable(), number: z.string(), title: two }),
  ),
  adjustments: z.array(
    z.object({
      version: z.number().int(),
      leader: z.string(),
      instructed: day,
      reason: z.string(),
      adjusted: day,
    }),
  ),
});

export function toPublicPlanCard(card: PlanCard, origin: string): z.input<typeof publicPlanCard> {
  const { id, title, summary, issuer, documentNumber, issuedOn, version, zone, sample } = card;
  const { tasks, done, percent, red } = card.progress;
  return {
    ...{ id, title, summary, issuer, documentNumber, issuedOn, version, zone, sample },
    progress: { tasks, done, percent, red },
    state: card.state === 'closed' ? 'closed' : 'in-force',
    begins: card.beginsOn,
    ends: card.endsOn,
    url: `${origin}/zh${planPath(id)}`,
  };
}

interface Whole {
  readonly plan: PlanCard;
  readonly goals: readonly GoalView[];
  readonly adjustments: readonly AdjustmentView[];
}

export function toPublicPlan({ plan, goals, adjustments }: Whole, origin: string): z.input<typeof publicPlan> {
  return {
    ...toPublicPlanCard(plan, origin),
    document: plan.document === null ? null : `${origin}/files/${plan.document}/original`,
    goals: goals.map(({ id, parentId, number, title }) => ({ id, parent: parentId, number, title })),
    adjustments: adjustments.map(({ version, leader, instructedOn, reason, adjustedOn }) => ({
      ...{ version, leader, reason, instructed: instructedOn, adjusted: adjustedOn },
    })),
  };
}
