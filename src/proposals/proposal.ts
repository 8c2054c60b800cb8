import { z } from 'zod';
import { tiers } from '#clusters/cluster.ts';
import { cleanText, namedProblems } from '#events/said.ts';
import type { Found, FoundValues } from '#extraction/plan-found.ts';
import { unitNamed, type KnownUnit } from '#extraction/plan-units.ts';
import { isDay } from '#language/dates.ts';
import type { Lang } from '#language/lang.ts';
import { proposalWords as words } from '#language/words/proposals.ts';
import { directions } from '#indicators/indicator.ts';
import type { Problem } from '#platform/outcome.ts';
import { inOne, measuredIn } from './said-in.ts';

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

const title = { titleZh: cleanText(500, 1), titleEn: cleanText(1000) };
const name = { nameZh: cleanText(120, 1), nameEn: cleanText(240) };

export const goalFields = z.strictObject({ ...title, number: cleanText(20) });
export const indicatorFields = z.strictObject({
  ...name,
  value: amount,
  measureZh: cleanText(40),
  measureEn: cleanText(80),
  on: day,
  direction: z.enum(directions),
});
export const clusterFields = z.strictObject({ ...name, tier: z.enum(tiers) });
export const taskFields = z.strictObject({
  ...title,
  number: cleanText(40),
  beginsOn: day,
  dueOn: day,
  lead: unit,
  // Ids, in a line.
  co: z.string().regex(/^(\d{1,15}( \d{1,15})*)?$/),
});

const forms = { goal: goalFields, indicator: indicatorFields, cluster: clusterFields, task: taskFields };

/** The fields of a kind, in the order in which a person reads them. */
export function fieldKeys(kind: ProposalKind): string[] {
  return Object.keys(forms[kind].shape);
}

/** What of a proposal has to be put right before it can be accepted. */
export function fieldProblems(kind: ProposalKind, fields: ProposalFields): Problem[] {
  const said = forms[kind].safeParse(fields);
  const wrong = said.success ? [] : namedProblems(said.error, words.field);
  const untranslated = untranslatedIn(fields).map((field) => ({
    field,
    says: words.needsChinese[field] ?? words.aField,
  }));
  return [...untranslated, ...wrong.filter(({ field }) => untranslated.every((one) => one.field !== field))];
}

/** What is known in English alone, though a record has it in Chinese: nobody but a person says it in Chinese. */
export function untranslatedIn(fields: ProposalFields): string[] {
  return ['title', 'name', 'measure'].flatMap((key) => {
    const [zh, en] = [fields[`${key}Zh`], fields[`${key}En`]];
    return zh?.trim() === '' && en?.trim() ? [`${key}Zh`] : [];
  });
}

/** Whether what was typed are the fields of that kind, each not too long; what is still missing may be missing. */
export function isTyped(kind: ProposalKind, fields: ProposalFields): boolean {
  const keys = fieldKeys(kind);
  const sent = Object.entries(fields);
  return (
    sent.length === keys.length &&
    sent.every(([key, text]) => keys.includes(key) && cleanText(1000).safeParse(text).success)
  );
}

interface Around {
  readonly lang: Lang;
  readonly units: readonly KnownUnit[];
  readonly plan: { readonly beginsOn: string; readonly endsOn: string };
  /** What a task's own number becomes; in a document, where numbers begin anew with each heading, none. */
  readonly numberOf: (number: string) => string;
}

/** What was found, as the form that a person looks through. */
export function fieldsFrom({ values, number }: Pick<Found, 'values' | 'number'>, around: Around): ProposalFields {
  const { lang, plan } = around;
  if (values.kind === 'goal') return { ...inOne('title', values.title, lang), number: number.slice(0, 20) };
  if (values.kind === 'cluster') return { ...inOne('name', values.name, lang), tier: values.tier };
  if (values.kind === 'task') return taskTyped(values, number, around);
  const { on, direction } = values;
  const named = { ...inOne('name', values.name, lang), ...measuredIn(values, lang) };
  return { ...named, on: on || `${plan.endsOn.slice(0, 4)}-12-31`, direction };
}

type FoundTask = Extract<FoundValues, { kind: 'task' }>;

function taskTyped(
  { title, dueOn, lead, co }: FoundTask,
  number: string,
  { units, plan, lang, numberOf }: Around,
): ProposalFields {
  const ids = co.flatMap((name) => unitNamed(units, name) ?? []);
  const led = unitNamed(units, lead);
  return {
    ...{ ...inOne('title', title, lang), number: numberOf(number.slice(0, 40)) },
    ...{ beginsOn: dueOn !== '' && dueOn < plan.beginsOn ? dueOn : plan.beginsOn, dueOn: dueOn || plan.endsOn },
    lead: led === undefined ? '' : String(led),
    co: [...new Set(ids)].filter((id) => id !== led).join(' '),
  };
}
