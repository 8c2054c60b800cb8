import { z } from 'zod';
import { holds, reportsFor, zonesWhere, type Actor, type Role } from '#accounts/actor.ts';
import { isDay } from '#language/dates.ts';
import { adjustmentSaid } from '#plans/adjustment.ts';
import { isClean } from '#profiles/field.ts';

export const taskStates = ['planned', 'under-way', 'done', 'cancelled'] as const;
export type TaskState = (typeof taskStates)[number];

/** Blue is near its limit, yellow behind, red overdue; none is not begun or ended. */
export const taskLights = ['none', 'green', 'blue', 'yellow', 'red'] as const;
export type TaskLight = (typeof taskLights)[number];

export const reportRhythms = ['week', 'month', 'quarter', 'none'] as const;
export type ReportRhythm = (typeof reportRhythms)[number];

export const reportVias = ['desk', 'letter', 'import'] as const;
export type ReportVia = (typeof reportVias)[number];

export const longest = {
  number: 40,
  titleZh: 500,
  titleEn: 1000,
  detailZh: 5000,
  detailEn: 10_000,
  personName: 80,
  personEmail: 254,
  milestoneZh: 256,
  milestoneEn: 512,
} as const;

export const mostMilestones = 40;
export const mostCoUnits = 60;
export const mostNeeds = 40;
export const heaviest = 100;

const tidy = z.string().transform((text) => text.normalize('NFC').replace(/\r\n?/g, '\n').trim());
const text = (most: number) => tidy.pipe(z.string().max(most).refine(isClean));
const line = (most: number) =>
  tidy.pipe(
    z
      .string()
      .max(most)
      .refine(isClean)
      .regex(/^[^\p{Cc}\p{Cf}]*$/u),
  );
const filled = (most: number) => line(most).refine((said) => said !== '');
export const day = z.string().refine(isDay);
export const recordId = z.number().int().positive().max(Number.MAX_SAFE_INTEGER);

export const milestoneInput = z.strictObject({
  /** Null for a new one. */
  id: recordId.nullable().default(null),
  titleZh: filled(longest.milestoneZh),
  titleEn: line(longest.milestoneEn).default(''),
  dueOn: day,
  weight: z.number().int().min(1).max(heaviest).default(1),
});
export type MilestoneInput = z.output<typeof milestoneInput>;

/** What a task says, as a form, a file or a program says it. */
export const taskInput = z.strictObject({
  planId: recordId.nullable().default(null),
  goalId: recordId.nullable().default(null),
  number: line(longest.number).default(''),
  titleZh: filled(longest.titleZh),
  titleEn: line(longest.titleEn).default(''),
  detailZh: text(longest.detailZh).default(''),
  detailEn: text(longest.detailEn).default(''),
  leadUnitId: recordId.nullable().default(null),
  coUnits: z
    .array(recordId)
    .max(mostCoUnits)
    .default([])
    .transform((ids) => [...new Set(ids)].sort((one, other) => one - other)),
  personName: line(longest.personName).default(''),
  personEmail: tidy.pipe(z.union([z.literal(''), z.email().max(longest.personEmail)])).default(''),
  personAccountId: recordId.nullable().default(null),
  beginsOn: day,
  dueOn: day,
  reportEvery: z.enum(reportRhythms).default('month'),
  isPublic: z.boolean().default(false),
  /** The instruction it was taken on by. */
  instructionId: recordId.nullable().default(null),
  milestones: z.array(milestoneInput).max(mostMilestones).default([]),
});
export type TaskInput = z.output<typeof taskInput>;

export const newTask = taskInput.extend({
  zone: z.string().regex(/^\d{8}$/),
  sample: z.boolean().default(false),
  needs: z.array(recordId).max(mostNeeds).default([]),
  /** What adding it to a plan in force rests on. */
  adjustment: adjustmentSaid,
});
export type NewTask = z.input<typeof newTask>;

/** Whose it is: all that a question of permission needs to know of a task. */
export interface OwedTask {
  readonly zoneCode: string;
  /** The units that owe it: the one that leads and those beside it. */
  readonly units: readonly (number | null)[];
}

const staff: readonly Role[] = ['editor', 'publisher', 'broker', 'officer', 'leader'];

/** Who reads what a zone owes: its people. */
export function canReadTasks(actor: Actor, zone: string): boolean {
  return holds(actor, staff, zone);
}

/** Who says what is owed, by whom and by when. */
export function canKeepTasks(actor: Actor, zone: string): boolean {
  return holds(actor, ['publisher', 'leader'], zone);
}

export function canKeepTask(actor: Actor, { zoneCode }: OwedTask): boolean {
  return canKeepTasks(actor, zoneCode);
}

/** Who reports on a task: those who keep it, and the officers of the units that owe it. */
export function canReport(actor: Actor, task: OwedTask): boolean {
  return canKeepTask(actor, task) || reportsFor(actor, task.zoneCode, task.units);
}

/** Who looks whether it is done: somebody who keeps it, and never the one who said so. */
export function canRecheck(actor: Actor, task: OwedTask & { readonly doneAskedBy: string | null }): boolean {
  return canKeepTask(actor, task) && actor.id !== task.doneAskedBy;
}

/** Zones whose tasks this person keeps; undefined means all of them. */
export function zonesOfTasks(actor: Actor, may: (actor: Actor, zone: string) => boolean): string[] | undefined {
  return zonesWhere(actor, (zone) => may(actor, zone));
}
