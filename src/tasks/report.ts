import { z } from 'zod';
import type { Actor } from '#accounts/actor.ts';
import { isDay } from '#language/dates.ts';
import { reportWords as words } from '#language/words/reports.ts';
import type { Problem } from '#platform/outcome.ts';
import { canReport, type ReportVia, type TaskState } from './task.ts';

/** As much of a task as decides who says how it goes. */
export interface Reported {
  readonly zoneCode: string;
  readonly leadUnitId: number | null;
  /** The units that work on it beside the one that leads. */
  readonly units: readonly number[];
  readonly state: TaskState;
}

/** Who reports, by which way, and on which day. */
export interface Reporter {
  readonly actor: Actor;
  readonly via: ReportVia;
  readonly today: string;
  /** The one task that a signed letter lets its reader report on. */
  readonly letterTask?: number;
}

export const longestReport = 500;

const id = z.number().int().positive().max(Number.MAX_SAFE_INTEGER);
/** Text that a database keeps: without a NUL and without half a character. */
const line = (most: number) =>
  z
    .string()
    .trim()
    .max(most)
    .refine((text) => !text.includes('\0') && text.isWellFormed());

export const isWebAddress = (text: string): boolean => {
  const url = URL.parse(text);
  return url !== null && /^https?:$/.test(url.protocol) && url.username === '' && url.password === '';
};

const evidence = z.strictObject({
  title: line(256).default(''),
  address: line(2000).refine(isWebAddress).optional(),
  fileId: z.uuid().optional(),
});

export const reportInput = z.strictObject({
  task: id,
  body: line(longestReport).min(1),
  /** Milestones that are done, each with its day. */
  ticked: z.array(z.strictObject({ milestone: id, doneOn: z.string().refine(isDay) })).max(200),
  evidence: z.array(evidence).max(20),
});
export type ReportInput = z.input<typeof reportInput>;

/** Why this reporter cannot report on the task now; undefined where nothing stands in the way. */
export function whyNotReport({ actor, letterTask }: Reporter, task: Reported & { id: number }): Problem | undefined {
  if (actor.viewedBy) return { says: words.onlyLooking };
  if (letterTask !== task.id && !canReport(actor, { ...task, units: [task.leadUnitId, ...task.units] }))
    return { says: isAtHome(actor, task.zoneCode) ? words.notYours : words.noTask };
  if (task.state === 'done') return { says: words.isDone };
  return task.state === 'cancelled' ? { says: words.isCancelled } : undefined;
}

/** Another zone's people are not told that there is such a task. */
function isAtHome(actor: Actor, zone: string): boolean {
  return actor.memberships.some((one) => one.zone === zone);
}

/** What is wrong with what was typed, each beside its field. */
export function problemsOf(error: z.ZodError): Problem[] {
  const says = { body: words.bodyWrong, ticked: words.tickWrong, evidence: words.evidenceWrong };
  const fields = new Set(error.issues.map(({ path }) => String(path[0])));
  return [...fields].map((field) => ({ field, says: says[field as keyof typeof says] ?? words.formWrong }));
}
