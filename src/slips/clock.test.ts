import { describe, expect, test } from 'vitest';
import { officialCalendar } from '#calendar/workdays.ts';
import { aMonthAfter, readClock, type ClockEvent } from './clock.ts';
import type { Difficulty, SlipEventKind } from './slip.ts';

/** `raised 09-11; dated-plan 09-18 until 11-30`: what happened, in the year 2026, in the order it was heard. */
function eventsOf(text: string): ClockEvent[] {
  return text.split('; ').map((one, id) => {
    const [, kind = '', on = '', until] = /^(\S+) ([\d-]+)(?: until ([\d-]+))?$/.exec(one) ?? [];
    const dated = (day: string) => (day.length === 5 ? `2026-${day}` : day);
    return { id, kind: kind as SlipEventKind, happenedOn: dated(on), until: until ? dated(until) : null };
  });
}

function read(difficulty: Difficulty, events: string, today: string) {
  const slip = { difficulty, events: eventsOf(events) };
  return readClock(slip, { today: today.length === 5 ? `2026-${today}` : today, calendar: officialCalendar });
}

/** One line of what a reading says: `yellow answer 09-14 -2`. */
function said(difficulty: Difficulty, events: string, today: string): string {
  const { colour, running, dueOn, daysLeft, state } = read(difficulty, events, today);
  return [state, colour, running ?? 'over', dueOn?.replace('2026-', '') ?? '', running ? daysLeft : '']
    .join(' ')
    .trim();
}

const monday = 'raised 09-07';
const assigned = `${monday}; assigned 09-07`;
const answered = `${assigned}; answered 09-09`;
const solved = `${answered}; solved 09-11`;

// Of September 2026: 7 is a Monday; 20 (a Sunday) is worked, 25 (Friday) to 27 are the Mid-Autumn holiday; 1 to 7 October is National Day.
const cases: readonly (readonly [Difficulty, string, string, string])[] = [
  // 1: assigned the same day.
  ['ordinary', monday, '09-07', 'raised blue assign 09-07 0'],
  ['ordinary', monday, '09-08', 'raised yellow assign 09-07 -1'],
  ['ordinary', monday, '09-14', 'raised yellow assign 09-07 -5'],
  ['ordinary', monday, '09-15', 'raised red assign 09-07 -6'],
  ['ordinary', 'raised 09-12', '09-12', 'raised blue assign 09-14 1'],
  ['ordinary', 'raised 10-01', '10-05', 'raised blue assign 10-08 1'],
  ['ordinary', `${monday}; assigned 09-08`, '09-08', 'assigned blue answer 09-11 3'],
  // 3: answered within three days of being assigned; passing it on buys no time.
  ['ordinary', assigned, '09-07', 'assigned blue answer 09-10 3'],
  ['ordinary', assigned, '09-10', 'assigned blue answer 09-10 0'],
  ['ordinary', assigned, '09-11', 'assigned yellow answer 09-10 -1'],
  ['ordinary', `${assigned}; assigned 09-10`, '09-11', 'assigned yellow answer 09-10 -1'],
  ['ordinary', 'raised 09-10; assigned 09-10', '09-11', 'assigned blue answer 09-14 1'],
  ['ordinary', 'raised 09-23; assigned 09-23', '09-24', 'assigned blue answer 09-28 1'],
  ['ordinary', 'raised 09-29; assigned 09-29', '10-07', 'assigned blue answer 10-08 1'],
  // 7: an ordinary matter solved in seven days.
  ['ordinary', answered, '09-09', 'answered blue solve 09-14 3'],
  ['ordinary', answered, '09-14', 'answered blue solve 09-14 0'],
  ['ordinary', answered, '09-15', 'answered red solve 09-14 -1'],
  ['ordinary', `${assigned}; answered 09-14`, '09-14', 'answered blue solve 09-14 0'],
  ['ordinary', assigned, '09-15', 'assigned red answer 09-10 -3'],
  ['ordinary', `${assigned}; solved 09-08`, '09-08', 'solved blue close 09-11 3'],
  ['ordinary', 'raised 02-09; assigned 02-09; answered 02-10', '02-23', 'answered blue solve 02-24 1'],
  // 1 month for a hard one, planned in ten days; or the date of its own plan.
  ['hard', answered, '09-09', 'answered blue plan 09-17 6'],
  ['hard', answered, '09-18', 'answered yellow plan 09-17 -1'],
  ['hard', `${answered}; dated-plan 09-16 until 11-30`, '10-20', 'answered blue solve 11-30 29'],
  ['hard', `${answered}; dated-plan 09-16 until 11-29`, '12-01', 'answered red solve 11-30 -1'],
  ['hard', `${answered}; dated-plan 09-21 until 11-30`, '09-21', 'answered blue solve 11-30 45'],
  ['hard', answered, '10-09', 'answered red plan 09-17 -11'],
  ['hard', `${answered}; dated-plan 10-12 until 12-31`, '10-12', 'answered red solve 10-08 -3'],
  [
    'hard',
    `${answered}; dated-plan 09-16 until 10-30; dated-plan 10-20 until 12-31`,
    '11-02',
    'answered red solve 10-30 -1',
  ],
  ['hard', `${assigned}; dated-plan 09-09 until 10-30`, '09-09', 'answered blue solve 10-30 33'],
  // 0: rechecked by somebody else and closed; a failed recheck goes on where it was.
  ['ordinary', solved, '09-11', 'solved blue close 09-14 1'],
  ['ordinary', solved, '09-15', 'solved yellow close 09-14 -1'],
  ['ordinary', `${answered}; solved 09-16`, '09-16', 'solved yellow close 09-20 3'],
  ['ordinary', `${solved}; recheck-failed 09-14`, '09-14', 'answered yellow solve 09-14 0'],
  ['ordinary', `${solved}; recheck-failed 09-14`, '09-15', 'answered red solve 09-14 -1'],
  ['ordinary', `${solved}; recheck-failed 09-14; solved 09-14`, '09-14', 'solved yellow close 09-17 3'],
  ['ordinary', `${solved}; closed 09-14`, '09-30', 'closed blue over'],
  ['ordinary', `${answered}; solved 09-16; closed 09-17`, '09-30', 'closed red over'],
  ['ordinary', `${assigned}; answered 09-14; solved 09-14; closed 09-15`, '09-30', 'closed yellow over'],
  // A leader's date stands above both.
  ['ordinary', `${answered}; instructed 09-15 until 09-30`, '09-15', 'answered blue solve 09-30 11'],
  ['ordinary', `${answered}; instructed 09-09 until 09-10`, '09-11', 'answered red solve 09-10 -1'],
  ['ordinary', `${answered}; instructed 09-15 until 10-03`, '10-05', 'answered blue solve 10-08 1'],
  ['ordinary', `${answered}; instructed 09-10`, '09-14', 'answered blue solve 09-14 0'],
  [
    'hard',
    `${answered}; instructed 09-10 until 09-18; dated-plan 09-11 until 12-31`,
    '09-21',
    'answered red solve 09-18 -2',
  ],
  [
    'ordinary',
    `${answered}; instructed 09-10 until 09-18; instructed 09-11 until 09-22`,
    '09-21',
    'answered blue solve 09-22 1',
  ],
];

describe('the table of cases', () => {
  test('has at least thirty', () => expect(cases.length).toBeGreaterThanOrEqual(30));
  test.each(cases)('%s: %s on %s is %s', (...[difficulty, events, today, line]) => {
    expect(said(difficulty, events, today)).toBe(line);
  });
});

test('the line of steps says of each when it was due and when it was done', () => {
  const { steps, next } = read('hard', `${answered}; dated-plan 09-21 until 11-30`, '09-21');
  expect(steps).toEqual([
    { step: 'assign', dueOn: '2026-09-07', doneOn: '2026-09-07', standing: 'done' },
    { step: 'answer', dueOn: '2026-09-10', doneOn: '2026-09-09', standing: 'done' },
    { step: 'plan', dueOn: '2026-09-17', doneOn: '2026-09-21', standing: 'late' },
    { step: 'solve', dueOn: '2026-11-30', doneOn: null, standing: 'running' },
    { step: 'close', dueOn: null, doneOn: null, standing: 'ahead' },
  ]);
  expect(next).toBe('close');
  expect(read('ordinary', answered, '09-09').steps[2]?.standing).toBe('not-asked');
});

test.each([
  ['2026-01-31', '2026-02-28'],
  ['2028-01-31', '2028-02-29'],
  ['2026-12-15', '2027-01-15'],
  ['2026-08-31', '2026-09-30'],
])('a month after %s is %s', (day, after) => {
  expect(aMonthAfter(day)).toBe(after);
});
