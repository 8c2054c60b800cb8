import { addDays, nextWorkday, workdaysBetween, type WorkCalendar } from '#calendar/workdays.ts';
import type { Difficulty, SlipColour, SlipEventKind, SlipState } from './slip.ts';

/** The five deadlines of 13710, in the order in which they run. */
export const clockSteps = ['assign', 'answer', 'plan', 'solve', 'close'] as const;
export type ClockStep = (typeof clockSteps)[number];

/** How many days each has: assigned the same day, answered in 3, a hard matter planned in 10, an ordinary one solved in 7. */
export const daysOf = { answer: 3, plan: 10, ordinary: 7, recheck: 3 } as const;

export interface ClockEvent {
  /** Which came first of those on the same day; the higher came later. */
  readonly id: number;
  readonly kind: SlipEventKind;
  readonly happenedOn: string;
  readonly until: string | null;
}

export interface Clocked {
  readonly difficulty: Difficulty;
  readonly events: readonly ClockEvent[];
}

/** The day it is, and which days are worked. */
export interface Day {
  readonly today: string;
  readonly calendar: WorkCalendar;
}

export type StepStanding = 'done' | 'late' | 'running' | 'missed' | 'ahead' | 'not-asked';

export interface StepReading {
  readonly step: ClockStep;
  /** Null where it cannot be told before the one before it is done. */
  readonly dueOn: string | null;
  readonly doneOn: string | null;
  readonly standing: StepStanding;
}

export interface Reading {
  readonly state: SlipState;
  readonly colour: SlipColour;
  /** The deadline that runs, and those of the step after it; null once it is closed. */
  readonly running: ClockStep | null;
  readonly dueOn: string | null;
  readonly next: ClockStep | null;
  /** Worked days until it is due; negative once it is over. */
  readonly daysLeft: number;
  readonly isMissed: boolean;
  readonly steps: readonly StepReading[];
}

/** The same day of the next month, or its last day where it has none such. */
export function aMonthAfter(day: string): string {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  const lastOfNext = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
  return new Date(Date.UTC(year, month, Math.min(date, lastOfNext))).toISOString().slice(0, 10);
}

const byDay = (a: ClockEvent, b: ClockEvent) => a.happenedOn.localeCompare(b.happenedOn) || a.id - b.id;

/** What has happened up to that day, in its own order, whatever the order it was heard in. */
function heardBy({ events }: Clocked, today: string) {
  const known = events.filter(({ happenedOn }) => happenedOn <= today).sort(byDay);
  const of = (kind: SlipEventKind) => known.filter((event) => event.kind === kind);
  return { known, of, first: (kind: SlipEventKind) => of(kind)[0]?.happenedOn ?? null };
}
type Heard = ReturnType<typeof heardBy>;

function raisedOn({ events }: Clocked): string {
  const raised = events.filter(({ kind }) => kind === 'raised').sort(byDay)[0];
  if (!raised) throw new Error('a slip was never raised');
  return raised.happenedOn;
}

/** The day it was solved and has stayed so: a failed recheck undoes every solution before it. */
function solvedOn({ known }: Heard): string | null {
  const last = known.findLast(({ kind }) => kind === 'solved' || kind === 'recheck-failed');
  return last?.kind === 'solved' ? last.happenedOn : null;
}

/** Until when it must be solved: the days it has, the date its own plan promised in time, and above both a leader's. */
function solveDue(slip: Clocked, heard: Heard, { raised, calendar }: { raised: string; calendar: WorkCalendar }) {
  const own = slip.difficulty === 'hard' ? aMonthAfter(raised) : addDays(raised, daysOf.ordinary);
  const instructed = heard.of('instructed').findLast(({ until }) => until !== null)?.until;
  if (instructed) return { on: nextWorkday(calendar, instructed), isInstructed: true };
  const due = nextWorkday(calendar, own);
  // The first plan counts, and only one made before the month was over: what came later bought no time.
  const plan = slip.difficulty === 'hard' && heard.of('dated-plan')[0];
  const isPlanned = plan && plan.until !== null && plan.happenedOn <= due;
  return { on: isPlanned ? nextWorkday(calendar, plan.until) : due, isInstructed: false };
}

interface Deadline {
  readonly step: ClockStep;
  readonly dueOn: string | null;
  readonly doneOn: string | null;
  readonly isAsked: boolean;
}

/** The five deadlines with their dates, as far as they are known. */
function deadlinesOf(slip: Clocked, heard: Heard, calendar: WorkCalendar): Deadline[] {
  const raised = raisedOn(slip);
  const after = (day: string, days: number) => nextWorkday(calendar, addDays(day, days));
  const assignDue = after(raised, 0);
  const solved = solvedOn(heard);
  const solve = solveDue(slip, heard, { raised, calendar });
  const answered = heard.first('answered');
  const planned = heard.first('dated-plan');
  const assigned = heard.first('assigned');
  // Whoever did a later step has done those before it as well.
  const doneOn = { plan: planned ?? solved, answer: earliest(answered, earliest(planned, heard.first('solved'))) };
  const isPlanAsked = slip.difficulty === 'hard' && !solve.isInstructed && after(raised, daysOf.plan) < solve.on;
  return [
    { step: 'assign', dueOn: assignDue, doneOn: earliest(assigned, doneOn.answer), isAsked: true },
    { step: 'answer', dueOn: after(assigned ?? assignDue, daysOf.answer), doneOn: doneOn.answer, isAsked: true },
    {
      step: 'plan',
      dueOn: after(raised, daysOf.plan),
      doneOn: doneOn.plan,
      isAsked: isPlanAsked || (slip.difficulty === 'hard' && planned !== null),
    },
    { step: 'solve', dueOn: solve.on, doneOn: solved, isAsked: true },
    {
      step: 'close',
      dueOn: solved && after(solved, daysOf.recheck),
      doneOn: heard.first('closed'),
      isAsked: true,
    },
  ];
}

function earliest(one: string | null, other: string | null): string | null {
  if (one === null || other === null) return one ?? other;
  return one < other ? one : other;
}

function isOver({ dueOn, doneOn, isAsked }: Deadline, today: string): boolean {
  return isAsked && dueOn !== null && (doneOn ?? today) > dueOn;
}

function standingOf(deadline: Deadline, running: Deadline | undefined, today: string): StepStanding {
  const over = isOver(deadline, today);
  if (!deadline.isAsked) return 'not-asked';
  if (deadline.doneOn !== null) return over ? 'late' : 'done';
  if (deadline !== running) return 'ahead';
  return over ? 'missed' : 'running';
}

/** A slip as its events and the calendar say it stands on that day. Nothing of it is ever typed. */
export function readClock(slip: Clocked, { today, calendar }: Day): Reading {
  const heard = heardBy(slip, today);
  const deadlines = deadlinesOf(slip, heard, calendar);
  const isClosed = heard.first('closed') !== null;
  const open = isClosed ? [] : deadlines.filter(({ isAsked, doneOn }) => isAsked && doneOn === null);
  const [running, next] = open;
  const steps = deadlines.map((one) => {
    const { step, dueOn, doneOn } = one;
    return { step, dueOn, doneOn, standing: standingOf(one, running, today) };
  });
  return {
    ...{ state: stateOf(heard, deadlines), colour: colourOf(heard, { deadlines, running, today }), steps },
    ...{ running: running?.step ?? null, next: next?.step ?? null },
    ...leftOf(running?.dueOn ?? null, today, calendar),
  };
}

function leftOf(dueOn: string | null, today: string, calendar: WorkCalendar) {
  if (dueOn === null) return { dueOn, daysLeft: 0, isMissed: false };
  const isMissed = dueOn < today;
  const daysLeft = isMissed ? -workdaysBetween(calendar, dueOn, today) : workdaysBetween(calendar, today, dueOn);
  return { dueOn, daysLeft, isMissed };
}

function stateOf(heard: Heard, deadlines: readonly Deadline[]): SlipState {
  const isDone = (step: ClockStep) => deadlines.some((one) => one.step === step && one.doneOn !== null);
  if (heard.first('closed') !== null) return 'closed';
  if (isDone('solve')) return 'solved';
  if (isDone('answer')) return 'answered';
  return isDone('assign') ? 'assigned' : 'raised';
}

interface Standing {
  readonly deadlines: readonly Deadline[];
  readonly running: Deadline | undefined;
  readonly today: string;
}

/**
 * Red is overdue, yellow unanswered or behind, blue the rest. What is closed keeps the worst that any deadline made of it,
 * so that a red light cannot be put out by closing.
 */
function colourOf(heard: Heard, { deadlines, running, today }: Standing): SlipColour {
  const isClosed = heard.first('closed') !== null;
  const over = deadlines.filter((one) => isOver(one, today) && (!isClosed || one.doneOn !== null));
  const late = over.find(({ step }) => step === 'solve');
  if (late && (isClosed || late.doneOn === null)) return 'red';
  const isBehind = isClosed ? over.length > 0 : over.some((one) => one === running || one === late);
  return isBehind || heard.first('recheck-failed') !== null ? 'yellow' : 'blue';
}
