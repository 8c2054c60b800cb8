import fc from 'fast-check';
import { expect, test } from 'vitest';
import { effectiveOf, incrementOf, isConfirmed, type Entry } from './ledger.ts';

const now = new Date();
const entry = (given: Partial<Entry>): Entry => ({
  ...{ amount: 100, increment: 100, agreedOn: '2026-01-01', document: 'a' },
  ...{ needConfirmedAt: now, offerConfirmedAt: now, withdrawnAt: null, ...given },
});
const nothing = { isEffective: false, amount: 0, since: undefined };

test.each<[string, Partial<Entry>]>([
  ['that the need side did not confirm', { needConfirmedAt: null }],
  ['that the offer side did not confirm', { offerConfirmedAt: null }],
  ['without a document', { document: null }],
  ['that was taken back', { withdrawnAt: now }],
])('an agreement %s counts for nothing', (_, given) => {
  expect(effectiveOf([entry(given)])).toEqual(nothing);
});

test('confirmed by both, with its document: it counts since its date', () => {
  expect(effectiveOf([entry({})])).toEqual({ isEffective: true, amount: 100, since: '2026-01-01' });
});

test('a change that one side has yet to confirm does not count, and does not undo what counted', () => {
  const change = entry({ amount: 150, increment: 50, document: null, offerConfirmedAt: null });
  expect(effectiveOf([entry({}), change])).toMatchObject({ isEffective: true, amount: 100 });
  expect(effectiveOf([entry({}), { ...change, offerConfirmedAt: now }])).toMatchObject({ amount: 150 });
});

const yuan = fc.integer({ min: 0, max: 10 ** 14 }).map((hundredths) => hundredths / 100);

test('whatever is recorded, confirmed and replaced: the increments that count add up to the last amount both confirmed', () => {
  fc.assert(
    fc.property(fc.array(fc.record({ amount: yuan, isConfirmed: fc.boolean() }), { minLength: 1 }), (recorded) => {
      const entries: Entry[] = [];
      for (const one of recorded) {
        const open = entries.findIndex((other) => !isConfirmed(other) && !other.withdrawnAt);
        const replaced = entries[open];
        if (replaced) entries[open] = { ...replaced, withdrawnAt: now };
        const increment = incrementOf(one.amount, entries.findLast(isConfirmed));
        entries.push(entry({ amount: one.amount, increment, offerConfirmedAt: one.isConfirmed ? now : null }));
      }
      expect(effectiveOf(entries).amount).toBe(recorded.findLast((one) => one.isConfirmed)?.amount ?? 0);
      const standing = entries.filter(({ withdrawnAt }) => !withdrawnAt);
      const sum = standing.reduce((total, { increment }) => total + Math.round(increment * 100), 0);
      expect(sum / 100).toBe(recorded.at(-1)?.amount);
    }),
  );
});
