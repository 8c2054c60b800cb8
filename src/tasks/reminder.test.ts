import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, isWorkday, officialCalendar as calendar } from '#calendar/workdays.ts';
import { nextReportOn, reminderSteps, remindersOf, type OwingTask, type ToldStep } from './reminder.ts';

const task = (more: Partial<OwingTask> = {}): OwingTask => ({
  ...{ state: 'under-way', beginsOn: '2026-01-05', dueOn: '2026-12-31', reportEvery: 'none', reportedOn: null },
  ...{ doneAskedOn: null, milestones: [] },
  ...more,
});

/** Everything that would be told of a task if the site ran every day from one to another. */
function told(of: OwingTask, [from, to]: readonly [string, string], skips: (day: string) => boolean = () => false) {
  const all: ToldStep[] = [];
  for (let today = from; today <= to; today = addDays(today, 1))
    if (!skips(today)) all.push(...remindersOf(of, all, { today, calendar }).map((one) => ({ ...one, toldOn: today })));
  return all;
}
const lines = (all: readonly ToldStep[]) => all.map(({ toldOn, step }) => `${toldOn} ${step}`);
const year = ['2026-01-01', '2026-12-31'] as const;

describe('what is told of a day on which something is owed', () => {
  test.each([
    [
      'a plain Tuesday',
      '2026-06-16',
      [
        '2026-06-05 soon',
        '2026-06-12 near',
        '2026-06-16 today',
        '2026-06-18 person',
        '2026-06-24 head',
        '2026-06-29 leaders',
      ],
    ],
    [
      'a day of National Day, spoken of before and climbing after',
      '2026-10-03',
      [
        '2026-09-20 soon',
        '2026-09-28 near',
        '2026-09-30 today',
        '2026-10-10 person',
        '2026-10-14 head',
        '2026-10-19 leaders',
      ],
    ],
    [
      'a Saturday that is worked',
      '2026-10-10',
      [
        '2026-09-23 soon',
        '2026-10-08 near',
        '2026-10-10 today',
        '2026-10-13 person',
        '2026-10-16 head',
        '2026-10-21 leaders',
      ],
    ],
    [
      'a plain Sunday',
      '2026-06-14',
      [
        '2026-06-03 soon',
        '2026-06-10 near',
        '2026-06-12 today',
        '2026-06-17 person',
        '2026-06-23 head',
        '2026-06-26 leaders',
      ],
    ],
    [
      'the Spring Festival',
      '2026-02-18',
      [
        '2026-02-05 soon',
        '2026-02-12 near',
        '2026-02-14 today',
        '2026-02-26 person',
        '2026-03-02 head',
        '2026-03-05 leaders',
      ],
    ],
  ])('%s: %s', (_, dueOn, expected) => {
    expect(lines(told(task({ milestones: [{ id: 7, dueOn }] }), year)).slice(0, 6)).toEqual(expected);
  });

  test('a milestone on the last day of its task is no second reminder', () => {
    const all = told(task({ dueOn: '2026-06-16', milestones: [{ id: 7, dueOn: '2026-06-16' }] }), year);
    expect(all.map(({ kind }) => kind)).toEqual(['due', 'due', 'due', 'due', 'due', 'due']);
  });

  test.each([
    ['what waits for its recheck', { doneAskedOn: '2026-06-01' }],
    ['what is done', { state: 'done' }],
    ['what is cancelled', { state: 'cancelled' }],
  ] as const)('%s is not spoken of', (_, more) => {
    expect(told(task({ dueOn: '2026-06-16', ...more }), year)).toEqual([]);
  });

  test('a report on the day or after it stops the climbing', () => {
    const of = task({ dueOn: '2026-06-16' });
    expect(lines(told({ ...of, reportedOn: '2026-06-16' }, year))).toEqual([
      ...['2026-06-05 soon', '2026-06-12 near', '2026-06-16 today'],
    ]);
    expect(told({ ...of, reportedOn: '2026-06-15' }, year)).toHaveLength(6);
  });
});

describe('days the site was down', () => {
  test('before the day only the latest rung is made up for, after it none is left out', () => {
    const of = task({ dueOn: '2026-06-16' });
    expect(lines(told(of, ['2026-06-15', '2026-12-31']))).toEqual([
      ...['2026-06-15 near', '2026-06-16 today', '2026-06-18 person', '2026-06-24 head', '2026-06-29 leaders'],
    ]);
    // Taken over from a list long after: the person hears of it before the head, the head before the leaders.
    expect(lines(told(of, ['2026-09-01', '2026-12-31']))).toEqual([
      ...['2026-09-01 person', '2026-09-04 head', '2026-09-09 leaders'],
    ]);
  });
});

describe('the rhythm of reports', () => {
  test.each([
    ['week', '2026-06-01', '2026-06-08'],
    ['month', '2026-06-01', '2026-07-02'],
    ['quarter', '2026-06-01', '2026-09-01'],
    ['month', null, '2026-02-05'],
    ['none', '2026-06-01', undefined],
  ] as const)('every %s after %s is owed on %s', (reportEvery, reportedOn, expected) => {
    expect(nextReportOn(task({ reportEvery, reportedOn }))).toBe(expected);
  });

  test.each([
    ['week', ['2026-06-08 today', '2026-06-10 person', '2026-06-15 head', '2026-06-18 leaders']],
    ['month', ['2026-06-30 near', '2026-07-02 today', '2026-07-06 person', '2026-07-09 head', '2026-07-14 leaders']],
  ] as const)('a report every %s', (reportEvery, expected) => {
    const of = task({ reportEvery, reportedOn: '2026-06-01' });
    expect(lines(told(of, ['2026-06-01', '2026-08-01']))).toEqual(expected);
  });

  test('nothing is asked of what has not begun', () => {
    const of = task({ reportEvery: 'week', beginsOn: '2026-09-01' });
    expect(told(of, ['2026-06-01', '2026-09-06'])).toEqual([]);
  });
});

const day = fc.integer({ min: 0, max: 364 }).map((days) => addDays('2026-01-01', days));

test('whatever the dates and whenever the site ran: no rung twice, none out of order, none on a day off', () => {
  fc.assert(
    fc.property(day, fc.array(day, { maxLength: 60 }), fc.option(day, { nil: null }), (dueOn, down, reportedOn) => {
      const all = told(task({ dueOn, reportedOn, reportEvery: 'month' }), year, (today) => down.includes(today));
      expect(all.every(({ toldOn }) => isWorkday(calendar, toldOn))).toBe(true);
      for (const steps of Map.groupBy(all, ({ kind, owedOn }) => `${kind} ${owedOn}`).values()) {
        const rungs = steps.map(({ step }) => reminderSteps.indexOf(step));
        expect(rungs).toEqual([...new Set(rungs)].sort());
      }
    }),
    { numRuns: 60 },
  );
});
