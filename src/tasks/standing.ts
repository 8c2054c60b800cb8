import { addDays, addWorkdays, daysBetween, nextWorkday, type WorkCalendar } from '#calendar/workdays.ts';
import type { ReportRhythm, TaskLight, TaskState } from './task.ts';

export interface StandingMilestone {
  readonly id: number;
  readonly dueOn: string;
  readonly weight: number;
  readonly doneOn: string | null;
}

export interface NeededTask {
  readonly id: number;
  readonly state: TaskState;
}

/** All that a task's light and percentage hang on, besides the day and the calendar. */
export interface TaskFacts {
  readonly state: TaskState;
  readonly beginsOn: string;
  readonly dueOn: string;
  readonly reportEvery: ReportRhythm;
  readonly reportedOn: string | null;
  /** The day somebody said that it is done, as long as nobody else has looked. */
  readonly doneAskedOn: string | null;
  readonly milestones: readonly StandingMilestone[];
  readonly needs: readonly NeededTask[];
}

export const reasonKinds = [
  'done',
  'cancelled',
  'not-begun',
  'overdue',
  'milestone-missed',
  'milestone-near',
  'due-near',
  'unreported',
  'in-time',
  'waits-for-recheck',
  'waits-for-task',
] as const;
export type ReasonKind = (typeof reasonKinds)[number];

/** Why a light is as it is; the page says it in words. */
export interface StandingReason {
  readonly is: ReasonKind;
  /** The day it speaks of. */
  readonly on: string | null;
  /** How many days from that day to today; negative ahead of it. */
  readonly days: number;
  /** The milestone or the task it speaks of. */
  readonly of: number | null;
}

export interface Standing {
  readonly light: TaskLight;
  readonly percent: number;
  readonly reasons: readonly StandingReason[];
}

/** So many working days before its limit, who is behind the even path is near it. */
export const nearWorkdays = 10;

/** After so many days without a report, the next one is late. */
export const rhythmDays: Readonly<Record<Exclude<ReportRhythm, 'none'>, number>> = { week: 7, month: 31, quarter: 92 };

/** How a task stands on a day. Nothing of it is ever typed: dates, milestones and reports decide. */
export function standingOf(task: TaskFacts, today: string, calendar: WorkCalendar): Standing {
  const percent = percentOf(task);
  const ended = whyNoLight(task, today);
  if (ended) return { light: 'none', percent, reasons: [ended] };
  // Who said in time that it is done does not fall behind while somebody else has yet to look.
  const day = task.doneAskedOn !== null && task.doneAskedOn < today ? task.doneAskedOn : today;
  const { light, reasons } = lightOf(task, day, calendar);
  return { light, percent, reasons: [...reasons, ...waitingOf(task, today)] };
}

/** The weight of the milestones reached, of all; never rounded up to the whole. Without milestones nothing counts before the end. */
export function percentOf({ state, milestones }: Pick<TaskFacts, 'state' | 'milestones'>): number {
  if (state === 'done') return 100;
  const { reached, whole } = weights(milestones);
  return whole === 0 ? 0 : Math.floor((reached * 100) / whole);
}

/** How far it would be on that day if the work went evenly from its first day to its last. */
export function evenPercent({ beginsOn, dueOn }: Pick<TaskFacts, 'beginsOn' | 'dueOn'>, day: string): number {
  const whole = daysBetween(beginsOn, dueOn);
  const gone = Math.max(0, daysBetween(beginsOn, day));
  return gone >= whole ? 100 : (gone * 100) / whole;
}

function weights(milestones: readonly StandingMilestone[]) {
  const sum = (of: readonly StandingMilestone[]) => of.reduce((all, { weight }) => all + weight, 0);
  return { reached: sum(milestones.filter(({ doneOn }) => doneOn !== null)), whole: sum(milestones) };
}

function whyNoLight({ state, beginsOn }: TaskFacts, today: string): StandingReason | undefined {
  if (state === 'done' || state === 'cancelled') return { is: state, on: null, days: 0, of: null };
  return today < beginsOn ? dated('not-begun', beginsOn, { today }) : undefined;
}

function lightOf(task: TaskFacts, day: string, calendar: WorkCalendar): Pick<Standing, 'light' | 'reasons'> {
  const tiers = [
    ['red', overdue(task, day, calendar)],
    ['yellow', missed(task, day, calendar)],
    ['blue', [...near(task, day, calendar), ...unreported(task, day, calendar)]],
  ] as const;
  const reasons = tiers.flatMap(([, found]) => found);
  const light = tiers.find(([, found]) => found.length > 0)?.[0];
  return light ? { light, reasons } : { light: 'green', reasons: [{ is: 'in-time', on: null, days: 0, of: null }] };
}

/** A limit that falls on a day off is the next worked day. */
function isOver(limit: string, day: string, calendar: WorkCalendar): boolean {
  return day > limit && day > nextWorkday(calendar, limit);
}

function overdue({ dueOn }: TaskFacts, day: string, calendar: WorkCalendar): StandingReason[] {
  return isOver(dueOn, day, calendar) ? [dated('overdue', dueOn, { today: day })] : [];
}

function missed({ milestones }: TaskFacts, day: string, calendar: WorkCalendar): StandingReason[] {
  return inOrder(milestones)
    .filter(({ dueOn }) => isOver(dueOn, day, calendar))
    .map(({ id, dueOn }) => dated('milestone-missed', dueOn, { today: day, of: id }));
}

/** The next limit that is close, as long as the work is behind the even path to its end. */
function near(task: TaskFacts, day: string, calendar: WorkCalendar): StandingReason[] {
  const { reached, whole } = weights(task.milestones);
  const share = whole === 0 ? 0 : (reached * 100) / whole;
  if (share >= evenPercent(task, day) || isOver(task.dueOn, day, calendar)) return [];
  const horizon = addWorkdays(calendar, day, nearWorkdays);
  const next = inOrder(task.milestones).find(({ dueOn }) => !isOver(dueOn, day, calendar));
  if (next && next.dueOn <= horizon && next.dueOn < task.dueOn)
    return [dated('milestone-near', next.dueOn, { today: day, of: next.id })];
  return task.dueOn <= horizon ? [dated('due-near', task.dueOn, { today: day })] : [];
}

function unreported(task: TaskFacts, day: string, calendar: WorkCalendar): StandingReason[] {
  if (task.reportEvery === 'none') return [];
  const last = task.reportedOn !== null && task.reportedOn > task.beginsOn ? task.reportedOn : task.beginsOn;
  const owed = addDays(last, rhythmDays[task.reportEvery]);
  return isOver(owed, day, calendar) ? [dated('unreported', last, { today: day })] : [];
}

function waitingOf({ doneAskedOn, needs }: TaskFacts, today: string): StandingReason[] {
  const recheck = doneAskedOn === null ? [] : [dated('waits-for-recheck', doneAskedOn, { today })];
  const unfinished = needs.filter(({ state }) => state === 'planned' || state === 'under-way');
  return [...recheck, ...unfinished.map(({ id }) => ({ is: 'waits-for-task' as const, on: null, days: 0, of: id }))];
}

function inOrder(milestones: readonly StandingMilestone[]): StandingMilestone[] {
  return milestones
    .filter(({ doneOn }) => doneOn === null)
    .sort((one, other) => one.dueOn.localeCompare(other.dueOn) || one.id - other.id);
}

function dated(
  is: ReasonKind,
  on: string,
  { today, of = null }: { today: string; of?: number | null },
): StandingReason {
  return { is, on, days: daysBetween(on, today), of };
}
