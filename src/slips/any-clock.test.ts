import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, isWorkday, officialCalendar } from '#calendar/workdays.ts';
import { readClock, type ClockEvent, type Clocked, type Reading } from './clock.ts';
import { difficulties, slipColours, slipEventKinds } from './slip.ts';

const day = fc.integer({ min: 0, max: 400 }).map((days) => addDays('2025-12-01', days));
const happened = fc.record({
  kind: fc.constantFrom(...slipEventKinds),
  happenedOn: day,
  until: fc.option(day, { nil: null }),
});

/** Anything that may have happened to a slip, in the order of the ids, after it was raised. */
const anySlip: fc.Arbitrary<Clocked> = fc
  .record({ difficulty: fc.constantFrom(...difficulties), raised: day, events: fc.array(happened, { maxLength: 9 }) })
  .map(({ difficulty, raised, events }) => ({
    difficulty,
    events: [
      { id: 0, kind: 'raised' as const, happenedOn: raised, until: null },
      ...events.filter(({ happenedOn }) => happenedOn >= raised).map((event, at) => ({ ...event, id: at + 1 })),
    ],
  }));

const calendar = officialCalendar;
const urgency = ({ colour }: Reading) => slipColours.indexOf(colour);
const lastOf = (events: readonly ClockEvent[]) =>
  events
    .map(({ happenedOn }) => happenedOn)
    .sort()
    .at(-1) ?? '';

test('the clock never runs backwards: days alone make no slip less urgent', () => {
  fc.assert(
    fc.property(anySlip, fc.nat(60), fc.nat(200), (slip, wait, more) => {
      const today = addDays(lastOf(slip.events), wait);
      const now = readClock(slip, { today, calendar });
      const then = readClock(slip, { today: addDays(today, more), calendar });
      expect(urgency(then)).toBeGreaterThanOrEqual(urgency(now));
      expect(then.daysLeft).toBeLessThanOrEqual(now.daysLeft);
      expect([then.running, then.dueOn, then.state]).toEqual([now.running, now.dueOn, now.state]);
      expect(!now.isMissed || then.isMissed).toBe(true);
    }),
    { numRuns: 1000 },
  );
});

test('in whatever order its events are heard, a slip is read the same', () => {
  const shuffled = anySlip.chain((slip) =>
    fc.tuple(
      fc.constant(slip),
      fc.shuffledSubarray([...slip.events], { minLength: slip.events.length, maxLength: slip.events.length }),
      fc.nat(60),
    ),
  );
  fc.assert(
    fc.property(shuffled, ([slip, events, wait]) => {
      const at = { today: addDays(lastOf(slip.events), wait), calendar };
      expect(readClock({ ...slip, events }, at)).toEqual(readClock(slip, at));
    }),
    { numRuns: 1000 },
  );
});

test('no deadline of its own falls on a day that is off, and none is over before it is missed', () => {
  fc.assert(
    fc.property(anySlip, fc.nat(60), (slip, wait) => {
      const today = addDays(lastOf(slip.events), wait);
      const { steps, isMissed, dueOn, colour } = readClock(slip, { today, calendar });
      for (const step of steps) expect(step.dueOn === null || isWorkday(calendar, step.dueOn)).toBe(true);
      expect(isMissed).toBe(dueOn !== null && dueOn < today);
      expect(isMissed && colour === 'blue').toBe(false);
    }),
    { numRuns: 500 },
  );
});

test('a second plan or another unit buys no time', () => {
  const again = fc.record({ kind: fc.constantFrom('dated-plan', 'assigned'), after: fc.nat(40), until: day });
  fc.assert(
    fc.property(anySlip, fc.array(again, { minLength: 1, maxLength: 4 }), (slip, more) => {
      const last = lastOf(slip.events);
      const once = (['dated-plan', 'assigned'] as const).map((kind, at) => ({
        ...{ id: 50 + at, kind, happenedOn: last, until: addDays(last, 5) },
      }));
      const twice = more.map(({ kind, after, until }, at) => ({
        ...{ id: 100 + at, kind, happenedOn: addDays(last, after), until },
      }));
      const at = { today: addDays(last, 60), calendar };
      const events = [...slip.events, ...once];
      expect(readClock({ ...slip, events: [...events, ...twice] }, at)).toEqual(readClock({ ...slip, events }, at));
    }),
    { numRuns: 300 },
  );
});
