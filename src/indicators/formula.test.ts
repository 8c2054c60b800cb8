import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cycleFrom, dependentsOf } from './dependents.ts';
import { evaluate } from './evaluate.ts';
import { keysOf, readFormula, type Formula } from './formula.ts';
import { countRecords, type Dated } from './records.ts';

const known: Readonly<Record<string, number>> = { a: 6, b: 3, c: 0, output_2: 120 };
const before: Readonly<Record<string, number>> = { a: 4, c: 0 };
const valueOf = (text: string): number | undefined | string => {
  const read = readFormula(text);
  if (!read.ok) return `${read.problem.at}: ${read.problem.says.en}`;
  return evaluate(read.formula, {
    now: (key) => known[key],
    yearBefore: (key) => before[key],
    records: () => 250_000_000,
  });
};

test.each([
  ['1 + 2 × 3', 7],
  ['(1 + 2) * 3', 9],
  ['（1＋2）×３', 9],
  ['8 - 3 - 2', 3],
  ['8 ÷ 4 / 2', 1],
  ['-a + 10', 4],
  ['2 * -3', -6],
  ['sum(a, b, 1)', 10],
  ['sum(a、b)', 9],
  ['ratio(b, a)', 50],
  ['growth(a)', 50],
  ['output_2 − 20', 100],
  ['signed_amount() ÷ 100000000', 2.5],
  ['projects(signed)', 250_000_000],
  ['arrived_amount(foreign_capital) * 0', 0],
  ['a ÷ 0', undefined],
  ['growth(c)', undefined],
  ['sum(a, nowhere)', undefined],
  ['10 ÷ 3', 3.3333],
])('%s is %s', (text, value) => expect(valueOf(text)).toBe(value));

test.each([
  ['', '1: The formula ends too early.'],
  ['1 +', '4: The formula ends too early.'],
  ['(1 + 2', '7: A closing bracket is missing here.'],
  ['1 2', '3: There is no operator before “2”.'],
  ['a ! b', '3: “!” cannot be read.'],
  ['1 + ) ', '5: “)” was not expected here.'],
  ['average(a)', '1: There is no function average.'],
  ['ratio(a)', '1: A ratio is of two things, such as ratio(a, b).'],
  ['growth(1)', '8: growth is of the key of one indicator.'],
  [
    'projects()',
    '1: projects must say which: lead, assessed, negotiating, signed, approval, started, completed, in_production, full_capacity, fulfilled',
  ],
  ['honours(galactic)', '9: honours may say: national, provincial, municipal, district, other'],
  ['signed_amount(a)', '15: signed_amount has nothing between its brackets.'],
])('%s is refused with the place', (text, says) => expect(valueOf(text)).toBe(says));

test('any text is read or refused, and never breaks', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...'ab1+-*/(), .sumratio×é😀') }), (text) => {
      expect(typeof readFormula(text).ok).toBe('boolean');
    }),
  );
});

const formula = fc.letrec<{ any: string }>((tie) => ({
  any: fc.oneof(
    { maxDepth: 5 },
    fc.constantFrom('a', 'b', '2', '0.5'),
    fc
      .tuple(tie('any'), fc.constantFrom('+', '-', '*'), tie('any'))
      .map(([left, by, right]) => `(${left} ${by} ${right})`),
    fc.array(tie('any'), { minLength: 1, maxLength: 3 }).map((parts) => `sum(${parts.join(', ')})`),
  ),
})).any;

test('what is written is what is computed', () => {
  fc.assert(
    fc.property(formula, (text) => {
      const other = new Function('a', 'b', `const sum = (...all) => all.reduce((x, y) => x + y); return ${text}`) as (
        a: number,
        b: number,
      ) => number;
      const expected = other(6, 3);
      if (Math.abs(expected) < 1e11) expect(valueOf(text)).toBeCloseTo(expected, 3);
    }),
  );
});

const keys = ['a', 'b', 'c', 'd', 'e', 'f'];
/** Each key hangs on keys after it, so there is no way round. */
const needs = fc
  .tuple(...keys.map((_, at) => fc.subarray(keys.slice(at + 1))))
  .map((lists) => new Map(keys.map((key, at) => [key, lists[at] ?? []])));

test('each is computed after all it needs, and a way round is found', () => {
  fc.assert(
    fc.property(needs, fc.subarray(keys, { minLength: 1 }), (graph, changed) => {
      const order = dependentsOf(changed, graph);
      for (const [at, key] of order.entries())
        for (const needed of graph.get(key) ?? []) expect(order.indexOf(needed)).toBeLessThan(at);
      for (const key of keys) expect(cycleFrom(key, graph)).toBeUndefined();
    }),
  );
  expect(
    cycleFrom(
      'a',
      new Map([
        ['a', ['b']],
        ['b', ['c']],
        ['c', ['a']],
      ]),
    ),
  ).toEqual(['a', 'b', 'c', 'a']);
});

const dated = fc.record<Dated>({
  name: fc.constant('signed_amount'),
  of: fc.constant(''),
  day: fc.integer({ min: 1, max: 365 }).map((at) => new Date(Date.UTC(2026, 0, at)).toISOString().slice(0, 10)),
  amount: fc.integer({ min: -1e9, max: 1e12 }).map((fen) => fen / 100),
});

test('a roll-up of records is the sum of its months, whatever the order they came in', () => {
  fc.assert(
    fc.property(fc.array(dated), fc.nat(), (records, seed) => {
      const call = { name: 'signed_amount', of: [] } as const;
      const shuffled = [...records].sort((x, y) => ((x.amount * seed) % 7) - ((y.amount * seed) % 7));
      const year = countRecords(shuffled, call, { end: '2026-12-31', accumulation: 'cumulative' });
      const total = records.reduce((fen, { amount }) => fen + Math.round(amount * 100), 0);
      expect(Math.round(year * 100)).toBe(total);
    }),
  );
});

test('a formula says which indicators it hangs on', () => {
  const read = readFormula('sum(a, b) + growth(c) - a');
  expect(read.ok && keysOf(read.formula satisfies Formula)).toEqual(['a', 'b', 'c']);
});
