import { z } from 'zod';
import { holds, isOperator, reportsFor, zonesAs, type Actor, type Role } from '#accounts/actor.ts';
import { isDay } from '#language/dates.ts';
import type { TwoText } from '#language/lang.ts';
import { slipVerbWords as words } from '#language/words/slip-verbs.ts';
import type { Problem } from '#platform/outcome.ts';

export const slipCauses = ['task', 'indicator', 'project', 'blocker', 'instruction', 'hand'] as const;
export type SlipCause = (typeof slipCauses)[number];

/** Ordinary matters are solved in seven days, hard ones in a month or given a dated plan. */
export const difficulties = ['ordinary', 'hard'] as const;
export type Difficulty = (typeof difficulties)[number];

export const slipStates = ['raised', 'assigned', 'answered', 'solved', 'closed'] as const;
export type SlipState = (typeof slipStates)[number];

export const slipColours = ['blue', 'yellow', 'red'] as const;
export type SlipColour = (typeof slipColours)[number];

export const slipEventKinds = [
  'raised',
  'assigned',
  'answered',
  'dated-plan',
  'solved',
  'recheck-failed',
  'closed',
  'instructed',
  'coloured',
  'escalated',
] as const;
export type SlipEventKind = (typeof slipEventKinds)[number];

/** What somebody does to a slip, from where. */
export const slipSteps = {
  assign: ['raised', 'assigned', 'answered'],
  answer: ['assigned', 'answered'],
  plan: ['assigned', 'answered'],
  solve: ['assigned', 'answered'],
  recheck: ['solved'],
  instruct: ['raised', 'assigned', 'answered', 'solved'],
} as const satisfies Readonly<Record<string, readonly SlipState[]>>;
export type SlipStep = keyof typeof slipSteps;

export function isStepFrom(state: SlipState, step: SlipStep): boolean {
  const from: readonly SlipState[] = slipSteps[step];
  return from.includes(state);
}

/** Whose a slip is. */
export interface SlipOf {
  readonly zoneCode: string;
  readonly unitId: number | null;
}

/** What a rule said is there in both languages; what a person wrote stands for both. */
export function inBoth(zh: string, en: string): TwoText {
  return { zh, en: en === '' ? zh : en };
}

const readers: readonly Role[] = ['publisher', 'leader', 'officer', 'broker', 'editor'];

/** All people of its zone read what it owes. */
export function canSeeSlips(actor: Actor, zone: string): boolean {
  return holds(actor, readers, zone);
}

/** The zones whose slips somebody reads; undefined means all. */
export function zonesOfSlips(actor: Actor): string[] | undefined {
  if (isOperator(actor)) return undefined;
  return zonesAs(actor, readers);
}

/** Its zone's publishers and leaders raise slips, assign them and close them. */
export function canDirect(actor: Actor, zone: string): boolean {
  return !actor.viewedBy && holds(actor, ['publisher', 'leader'], zone);
}

/** Those, and the officers of the unit it is assigned to: no other unit's. */
export function canAnswer(actor: Actor, { zoneCode, unitId }: SlipOf): boolean {
  const isOfficer = !actor.viewedBy && unitId !== null && reportsFor(actor, zoneCode, [unitId]);
  return isOfficer || canDirect(actor, zoneCode);
}

/** Whoever reported it as solved does not recheck it. */
export function canRecheck(actor: Actor, { zoneCode }: SlipOf, solvedBy: string | undefined): boolean {
  return canDirect(actor, zoneCode) && actor.id !== solvedBy;
}

export function canTakeStep(actor: Actor, slip: SlipOf, step: SlipStep): boolean {
  const isOfUnit = step === 'answer' || step === 'plan' || step === 'solve';
  return isOfUnit ? canAnswer(actor, slip) : canDirect(actor, slip.zoneCode);
}

const isClean = (text: string) => !text.includes('\u0000') && text.isWellFormed();
const text = (longest: number) => z.string().trim().max(longest).refine(isClean);
export const day = z.string().refine(isDay);

/** Whom a slip is for. */
const assigned = {
  unitId: z.number().int().positive(),
  personName: text(80).default(''),
  personEmail: z.union([z.literal(''), z.email().max(254)]).default(''),
};

export const assignInput = z.strictObject(assigned);

export const raiseInput = z.strictObject({
  zone: z.string().regex(/^\d{8}$/),
  title: text(500).min(1),
  demand: text(4000).default(''),
  difficulty: z.enum(difficulties),
  ...assigned,
  unitId: assigned.unitId.nullable().default(null),
});
export type RaiseInput = z.input<typeof raiseInput>;

/** How a blocker is taken on: as what, by whom, and what its enterprise is told. */
export const takeOnInput = z.strictObject({
  difficulty: z.enum(difficulties),
  ...assigned,
  unitId: assigned.unitId.nullable().default(null),
  note: text(4000).default(''),
  /** The project it turns out to be about; left out, it stays what its enterprise said. */
  projectId: z.number().int().positive().nullable().optional(),
});

export const noteInput = text(4000).min(1);
export const planInput = z.strictObject({ until: day, note: noteInput });

/** What a leader's instruction changes of a slip; what it leaves alone is null or empty. */
export const changeInput = z.strictObject({
  until: day.nullable().default(null),
  unitId: z.number().int().positive().nullable().default(null),
  demand: text(4000).default(''),
  difficulty: z.enum(difficulties).nullable().default(null),
});

/** The slip that an instruction starts. */
export const startInput = z.strictObject({
  title: text(500).min(1),
  difficulty: z.enum(difficulties),
  ...assigned,
  unitId: assigned.unitId.nullable().default(null),
  until: day.nullable().default(null),
});

/** What is wrong with a form, beside its fields. */
export function slipProblems(error: z.ZodError): Problem[] {
  const fields = new Set(error.issues.map(({ path }) => String(path[0] ?? 'note')));
  return [...fields].map((field) => ({ field, says: words.wrong[field] ?? words.wrongForm }));
}

/** `DB-20260911-004`: the fourth slip of that day. */
export function slipReference(onDay: string, number: number): string {
  return `DB-${onDay.replaceAll('-', '')}-${String(number).padStart(3, '0')}`;
}
