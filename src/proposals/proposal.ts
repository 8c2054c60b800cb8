import { z } from 'zod';
import { tiers } from '#clusters/cluster.ts';
import { cleanText, namedProblems } from '#events/said.ts';
import type { Found, FoundValues } from '#extraction/plan-found.ts';
import { unitNamed, type KnownUnit } from '#extraction/plan-units.ts';
import { isDay } from '#language/dates.ts';
import { proposalWords as words } from '#language/words/proposals.ts';
import { directions } from '#indicators/indicator.ts';
import type { Problem } from '#platform/outcome.ts';

export const proposalKinds = ['goal', 'indicator', 'cluster', 'task'] as const;
export type ProposalKind = (typeof proposalKinds)[number];

export const proposalStates = ['open', 'accepted', 'declined'] as const;
export type ProposalState = (typeof proposalStates)[number];

export const readingOrigins = ['document', 'text', 'sheet'] as const;
export type ReadingOrigin = (typeof readingOrigins)[number];

/** As a person types them. */
export type ProposalFields = Readonly<Record<string, string>>;

const day = z.string().refine(isDay);
const unit = z.union([
  z.literal('').transform(() => null),
  z
    .string()
    .regex(/^\d{1,15}$/)
    .transform(Number),
]);
const amount = z
  .string()
  .transform((text) => text.normalize('NFKC').replace(/[,\s]/g, ''))
  .pipe(
    z
      .string()
      .regex(/^-?\d{1,15}(\.\d{1,4})?$/)
      .transform(Number),
  );

export const goalFields = z.strictObject({ title: cleanText(500, 1), number: cleanText(20) });
export const indicatorFields = z.strictObject({
  name: cleanText(120, 1),
  value: amount,
  measure: cleanText(40),
  on: day,
  direction: z.enum(directions),
});
export const clusterFields = z.strictObject({ name: cleanText(120, 1), tier: z.enum(tiers) });
export const taskFields = z.strictObject({
  title: cleanText(500, 1),
  number: cleanText(40),
  beginsOn: day,
  dueOn: day,
  lead: unit,
  // Ids, in a line.
  co: z.string().regex(/^(\d{1,15}( \d{1,15})*)?$/),
});

const forms = { goal: goalFields, indicator: indicatorFields, cluster: clusterFields, task: taskFields };

/** What of a proposal has to be put right before it can be accepted. */
export function fieldProblems(kind: ProposalKind, fields: ProposalFields): Problem[] {
  const said = forms[kind].safeParse(fields);
  return said.success ? [] : namedProblems(said.error, words.field);
}

/** Whether what was typed are the fields of that kind, each not too long; what is still missing may be missing. */
export function isTyped(kind: ProposalKind, fields: ProposalFields): boolean {
  const keys = Object.keys(forms[kind].shape);
  const sent = Object.entries(fields);
  return (
    sent.length === keys.length &&
    sent.every(([key, text]) => keys.includes(key) && cleanText(500).safeParse(text).success)
  );
}

interface Around {
  readonly units: readonly KnownUnit[];
  readonly plan: { readonly beginsOn: string; readonly endsOn: string };
}

/** What was found, as the form that a person looks through. */
export function fieldsFrom(
  { values, number }: Pick<Found, 'values' | 'number'>,
  { units, plan }: Around,
): ProposalFields {
  if (values.kind === 'goal') return { title: values.title, number: number.slice(0, 20) };
  if (values.kind === 'cluster') return { name: values.name, tier: values.tier };
  if (values.kind === 'task') return taskTyped(values, { units, plan });
  const { name, measure, value, on, direction } = values;
  return { name, value: String(value), measure, on: on || `${plan.endsOn.slice(0, 4)}-12-31`, direction };
}

function taskTyped({ title, dueOn, lead, co }: Extract<FoundValues, { kind: 'task' }>, { units, plan }: Around) {
  const ids = co.flatMap((name) => unitNamed(units, name) ?? []);
  const led = unitNamed(units, lead);
  return {
    ...{ title, number: '', beginsOn: dueOn !== '' && dueOn < plan.beginsOn ? dueOn : plan.beginsOn },
    dueOn: dueOn || plan.endsOn,
    lead: led === undefined ? '' : String(led),
    co: [...new Set(ids)].filter((id) => id !== led).join(' '),
  };
}
