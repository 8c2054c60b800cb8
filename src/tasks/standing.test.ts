import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, officialCalendar } from '#calendar/workdays.ts';
import { percentOf, standingOf, type StandingMilestone, type TaskFacts } from './standing.ts';

/** From 1 March to 30 November 2026; two steps, the first of three parts of the work and the second of one. */
const task: TaskFacts = {
  ...{ state: 'under-way', beginsOn: '2026-03-02', dueOn: '2026-11-30', doneAskedOn: null, needs: [] },
  ...{ reportEvery: 'none', reportedOn: null },
  milestones: [milestone(1, '2026-06-30', { weight: 3 }), milestone(2, '2026-11-20')],
};

function milestone(id: number, dueOn: string, more: Partial<StandingMilestone> = {}): StandingMilestone {
  return { id, dueOn, weight: 1, doneOn: null, ...more };
}

const firstDone = [milestone(1, '2026-06-30', { weight: 3, doneOn: '2026-05-12' }), milestone(2, '2026-11-20')];
const allDone = firstDone.map((one) => ({ ...one, doneOn: '2026-05-12' }));

/** What is said of the task · what differs · the day · its light, its percentage, its reasons. */
const cases: [string, Partial<TaskFacts>, string, string, number, string[]][] = [
  ['before its first day there is no light', {}, '2026-03-01', 'none', 0, ['not-begun']],
  ['on its first day it is in time', {}, '2026-03-02', 'green', 0, ['in-time']],
  ['far from any limit nobody asks for the even path', {}, '2026-05-20', 'green', 0, ['in-time']],
  ['ten working days before a step, behind', {}, '2026-06-15', 'blue', 0, ['milestone-near']],
  ['eleven working days before it', {}, '2026-06-12', 'green', 0, ['in-time']],
  ['on the day of the step', {}, '2026-06-30', 'blue', 0, ['milestone-near']],
  ['the day after the step', {}, '2026-07-01', 'yellow', 0, ['milestone-missed']],
  ['a step that was made', { milestones: firstDone }, '2026-07-01', 'green', 75, ['in-time']],
  ['near the next step, ahead of the path', { milestones: firstDone }, '2026-09-20', 'green', 75, ['in-time']],
  ['near the next step, behind the path', { milestones: firstDone }, '2026-11-09', 'blue', 75, ['milestone-near']],
  ['all steps made before the last day', { milestones: allDone }, '2026-11-27', 'green', 100, ['in-time']],
  ['all steps made and nobody said it is done', { milestones: allDone }, '2026-12-01', 'red', 100, ['overdue']],
  ['on its last day', { milestones: firstDone }, '2026-11-30', 'yellow', 75, ['milestone-missed', 'due-near']],
  ['the day after its last', { milestones: firstDone }, '2026-12-01', 'red', 75, ['overdue', 'milestone-missed']],
  ['without steps, far from its last day', { milestones: [] }, '2026-09-01', 'green', 0, ['in-time']],
  ['without steps, near its last day', { milestones: [] }, '2026-11-16', 'blue', 0, ['due-near']],
  ['without steps and done', { milestones: [], state: 'done' }, '2026-12-20', 'none', 100, ['done']],
  ['cancelled, it owes nothing more', { state: 'cancelled' }, '2026-12-20', 'none', 0, ['cancelled']],
  // 1 to 7 October are off; 10 October is a Saturday that is worked in exchange.
  ['a last day in the holidays', { milestones: [], dueOn: '2026-10-01' }, '2026-10-08', 'blue', 0, ['due-near']],
  ['after the first worked day', { milestones: [], dueOn: '2026-10-01' }, '2026-10-09', 'red', 0, ['overdue']],
  ['a last day on a worked Saturday', { milestones: [], dueOn: '2026-10-10' }, '2026-10-11', 'red', 0, ['overdue']],
  ['a month without a word', { reportEvery: 'month' }, '2026-04-03', 'blue', 0, ['unreported']],
  ['a month is not yet over', { reportEvery: 'month' }, '2026-04-02', 'green', 0, ['in-time']],
  ['a word last week', { reportEvery: 'week', reportedOn: '2026-04-01' }, '2026-04-08', 'green', 0, ['in-time']],
  ['a week and a day ago', { reportEvery: 'week', reportedOn: '2026-04-01' }, '2026-04-09', 'blue', 0, ['unreported']],
  ['said done in time', { doneAskedOn: '2026-06-01' }, '2026-12-20', 'green', 0, ['in-time', 'waits-for-recheck']],
  [
    'said done too late',
    { doneAskedOn: '2026-12-01', milestones: [] },
    '2026-12-20',
    'red',
    0,
    ['overdue', 'waits-for-recheck'],
  ],
];

describe('a light comes from dates', () => {
  test.each(cases)('%s', (...[, differs, today, light, percent, reasons]) => {
    const standing = standingOf({ ...task, ...differs }, today, officialCalendar);
    expect({ ...standing, reasons: standing.reasons.map(({ is }) => is) }).toEqual({ light, percent, reasons });
  });

  test('waiting for another task is said, and changes no light', () => {
    const needs = [
      { id: 7, state: 'under-way' },
      { id: 8, state: 'done' },
      { id: 9, state: 'cancelled' },
    ] as const;
    const { light, reasons } = standingOf({ ...task, needs }, '2026-04-01', officialCalendar);
    expect(light).toBe('green');
    expect(reasons.filter(({ is }) => is === 'waits-for-task').map(({ of }) => of)).toEqual([7]);
  });

  test('a reason names its day, how long ago it was, and its step', () => {
    const { reasons } = standingOf(task, '2026-07-10', officialCalendar);
    expect(reasons).toEqual([{ is: 'milestone-missed', on: '2026-06-30', days: 10, of: 1 }]);
  });
});

const day = fc.integer({ min: 0, max: 800 }).map((days) => addDays('2025-06-01', days));
const anyMilestone = fc.record({
  id: fc.nat({ max: 1000 }),
  dueOn: day,
  weight: fc.integer({ min: 1, max: 100 }),
  doneOn: fc.option(day),
});
const anyTask: fc.Arbitrary<TaskFacts> = fc
  .record({
    state: fc.constantFrom('planned' as const, 'under-way' as const),
    dates: fc.tuple(day, day),
    reportEvery: fc.constantFrom('week' as const, 'month' as const, 'quarter' as const, 'none' as const),
    ...{ reportedOn: fc.option(day), doneAskedOn: fc.option(day), needs: fc.constant([]) },
    milestones: fc.array(anyMilestone, { maxLength: 8 }),
  })
  .map(({ dates, ...rest }) => {
    const [beginsOn = '', dueOn = ''] = [...dates].sort();
    return { ...rest, beginsOn, dueOn };
  });

const severity = ['none', 'green', 'blue', 'yellow', 'red'];

describe('whatever the task', () => {
  test('the percentage is the weight of the steps made, in whatever order they stand', () => {
    const shuffled = fc
      .array(anyMilestone, { minLength: 1, maxLength: 12 })
      .chain((milestones) =>
        fc.tuple(fc.constant(milestones), fc.shuffledSubarray(milestones, { minLength: milestones.length })),
      );
    fc.assert(
      fc.property(shuffled, ([milestones, others]) => {
        const percent = percentOf({ state: 'under-way', milestones });
        const part = (of: readonly StandingMilestone[]) => of.reduce((sum, { weight }) => sum + weight, 0);
        const reached = milestones.filter(({ doneOn }) => doneOn !== null);
        expect(percent).toBe(Math.floor((part(reached) * 100) / part(milestones)));
        expect(percentOf({ state: 'under-way', milestones: others })).toBe(percent);
        expect(percent === 100).toBe(reached.length === milestones.length);
      }),
    );
  });

  test('as days go by and nothing happens, no light gets better', () => {
    fc.assert(
      fc.property(anyTask, day, fc.nat({ max: 60 }), (any, today, days) => {
        const at = (on: string) => severity.indexOf(standingOf(any, on, officialCalendar).light);
        expect(at(addDays(today, days))).toBeGreaterThanOrEqual(at(today));
      }),
    );
  });

  test('there is always a reason', () => {
    fc.assert(
      fc.property(anyTask, day, (any, today) => {
        expect(standingOf(any, today, officialCalendar).reasons).not.toEqual([]);
      }),
    );
  });
});
