import fc from 'fast-check';
import { expect, test } from 'vitest';
import { outputOf, shownOutput, type MemberFigure } from './output.ts';

const of = (...values: (number | undefined)[]): MemberFigure[] => values.map((value) => ({ isLead: false, value }));
const lead = (value: number | undefined): MemberFigure => ({ isLead: true, value });

test.each([
  ['no members', [], undefined],
  ['two of two: a sum would say what each of them makes', of(1, 2), undefined],
  ['three of three', of(1, 2, 3), 6],
  ['four of six', of(1, 2, 3, 4, undefined, undefined), 10],
  ['three of five', of(1, 2, 3, undefined, undefined), undefined],
  ['all but the lead enterprise', [...of(1, 2, 3, 4, 5), lead(undefined)], undefined],
  ['the lead enterprise too', [...of(1, 2, undefined), lead(7)], 10],
  ['figures of nothing count', of(0, 0, 0), 0],
])('%s', (_, figures, sum) => expect(outputOf(figures).computed).toBe(sum));

test('the sum is that of the figures, in whatever order they were entered', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(1e12), { minLength: 3 }), (fen) => {
      const figures = of(...fen.map((one) => one / 100));
      const sum = outputOf(figures).computed ?? 0;
      expect(Math.round(sum * 100)).toBe(fen.reduce((total, one) => total + one, 0));
      expect(outputOf([...figures].reverse()).computed).toBe(sum);
    }),
  );
});

test('what is computed is shown before what is stated, and either says which it is', () => {
  const year = { year: 2025, target: null };
  expect(shownOutput({ ...year, computed: 5, stated: 9 })).toEqual({ value: 5, kind: 'computed' });
  expect(shownOutput({ ...year, computed: null, stated: 9 })).toEqual({ value: 9, kind: 'stated' });
  expect(shownOutput({ ...year, computed: null, stated: null })).toBeUndefined();
});
