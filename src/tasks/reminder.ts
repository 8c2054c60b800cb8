import {
  addDays,
  addWorkdays,
  isWorkday,
  nextWorkday,
  previousWorkday,
  type WorkCalendar,
} from '#calendar/workdays.ts';
import type { ReportRhythm, TaskState } from './task.ts';

/** What is owed on a day: a milestone, the task itself, or word of how it goes. */
export const occasionKinds = ['milestone', 'due', 'report'] as const;
export type OccasionKind = (typeof occasionKinds)[number];

export interface Occasion {
  readonly kind: OccasionKind;
  /** 0 where it is about the task itself. */
  readonly milestone: number;
  readonly owedOn: string;
}

/** Rungs in their order: three before, and three that climb when nothing came. */
export const reminderSteps = ['soon', 'near', 'today', 'person', 'head', 'leaders'] as const;
export type ReminderStep = (typeof reminderSteps)[number];

/** A rung that was told, and when. */
export interface ToldStep extends Occasion {
  readonly step: ReminderStep;
  readonly toldOn: string;
}

export interface OwingTask {
  readonly state: TaskState;
  readonly beginsOn: string;
  readonly dueOn: string;
  readonly reportEvery: ReportRhythm;
  readonly reportedOn: string | null;
  /** The day somebody said that it is done, as long as nobody else has looked. */
  readonly doneAskedOn: string | null;
  /** Those that are not done. */
  readonly milestones: readonly { readonly id: number; readonly dueOn: string }[];
}

export interface DueReminder extends Occasion {
  readonly step: ReminderStep;
}

/** So many working days before its day. */
const before: Readonly<Record<'soon' | 'near' | 'today', number>> = { soon: 7, near: 2, today: 0 };
/** So many working days after its day, and at least so many after the rung beneath. */
const after = [
  { step: 'person', days: 2, since: undefined, wait: 0 },
  { step: 'head', days: 5, since: 'person', wait: 3 },
  { step: 'leaders', days: 8, since: 'head', wait: 3 },
] as const;

/** How far ahead a regular report is spoken of: a week's own reminder would otherwise come before the last report. */
const aheadOfReport: Readonly<Record<Exclude<ReportRhythm, 'none'>, readonly ReminderStep[]>> = {
  week: ['today'],
  month: ['near', 'today'],
  quarter: ['soon', 'near', 'today'],
};
const daysOfRhythm = { week: 7, month: 31, quarter: 92 } as const;

/**
 * Whom a task's dates let us speak to today, and of what. Pure: the same dates, the same calendar and the same rungs told give the
 * same answer. Nothing on a day off, nothing twice; a rung that was missed because the site was down is made up for by the
 * next one before the day, and never skipped after it.
 */
export function remindersOf(
  task: OwingTask,
  told: readonly ToldStep[],
  { today, calendar }: { readonly today: string; readonly calendar: WorkCalendar },
): DueReminder[] {
  if (!isWorkday(calendar, today)) return [];
  return occasionsOf(task, today).flatMap((occasion) => {
    const steps = told.filter((one) => isSame(one, occasion));
    const step =
      ahead(occasion, steps, { today, calendar, reportEvery: task.reportEvery }) ??
      climbing(occasion, steps, { today, calendar, reportedOn: task.reportedOn });
    return step ? [{ ...occasion, step }] : [];
  });
}

/** What is still owed. A task that has not begun, has ended or waits for its recheck owes nothing. */
export function occasionsOf(task: OwingTask, today: string): Occasion[] {
  const isOpen = task.state === 'planned' || task.state === 'under-way';
  if (!isOpen || task.doneAskedOn !== null) return [];
  const milestones = task.milestones
    .filter(({ dueOn }) => dueOn !== task.dueOn)
    .map(({ id, dueOn }) => ({ kind: 'milestone' as const, milestone: id, owedOn: dueOn }));
  const owed = [...milestones, { kind: 'due' as const, milestone: 0, owedOn: task.dueOn }];
  const next = nextReportOn(task);
  // Whoever is asked for the whole is not also asked for a word about it.
  if (today < task.beginsOn || next === undefined || next >= task.dueOn) return owed;
  return [...owed, { kind: 'report', milestone: 0, owedOn: next }];
}

/** When the next regular report is owed; undefined where none is. */
export function nextReportOn({
  reportEvery,
  reportedOn,
  beginsOn,
}: Pick<OwingTask, 'reportEvery' | 'reportedOn' | 'beginsOn'>) {
  if (reportEvery === 'none') return undefined;
  const last = reportedOn !== null && reportedOn > beginsOn ? reportedOn : beginsOn;
  return addDays(last, daysOfRhythm[reportEvery]);
}

interface On {
  readonly today: string;
  readonly calendar: WorkCalendar;
}

/** The latest rung before the day that is reached and not yet told. What is owed on a day off is spoken of on the last worked day before. */
function ahead(
  { kind, owedOn }: Occasion,
  told: readonly ToldStep[],
  { today, calendar, reportEvery }: On & { readonly reportEvery: ReportRhythm },
): ReminderStep | undefined {
  const last = previousWorkday(calendar, owedOn);
  if (today > last) return undefined;
  const steps =
    kind === 'report' && reportEvery !== 'none' ? aheadOfReport[reportEvery] : (['soon', 'near', 'today'] as const);
  const reached = (['today', 'near', 'soon'] as const).find(
    (step) => steps.includes(step) && today >= workdaysBefore(calendar, last, before[step]),
  );
  return reached && told.every(({ step }) => rung(step) < rung(reached)) ? reached : undefined;
}

/** One rung at a time, and only as long as nothing came since the day itself. */
function climbing(
  { owedOn }: Occasion,
  told: readonly ToldStep[],
  { today, calendar, reportedOn }: On & { readonly reportedOn: string | null },
): ReminderStep | undefined {
  if (reportedOn !== null && reportedOn >= previousWorkday(calendar, owedOn)) return undefined;
  const next = after.find(({ step }) => told.every((one) => one.step !== step));
  if (!next) return undefined;
  const beneath = told.find(({ step }) => step === next.since);
  const isReached = today >= addWorkdays(calendar, nextWorkday(calendar, owedOn), next.days);
  const hasWaited = next.since === undefined || (beneath && today >= addWorkdays(calendar, beneath.toldOn, next.wait));
  return isReached && hasWaited ? next.step : undefined;
}

function workdaysBefore(calendar: WorkCalendar, day: string, count: number): string {
  let found = day;
  for (let left = count; left > 0; left -= 1) found = previousWorkday(calendar, addDays(found, -1));
  return found;
}

function rung(step: ReminderStep): number {
  return reminderSteps.indexOf(step);
}

function isSame(one: Occasion, other: Occasion): boolean {
  return one.kind === other.kind && one.milestone === other.milestone && one.owedOn === other.owedOn;
}
