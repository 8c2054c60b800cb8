import fc from 'fast-check';
import { expect, test } from 'vitest';
import { differencesBetween } from './compare.ts';
import type { PlanSnapshot } from './snapshot.ts';

const goal = (id: number, nameZh: string) => ({ id, nameZh, nameEn: '', parentId: null, number: '一' });
const indicator = (value: number) => ({
  ...{ id: 1, nameZh: '工业总产值', nameEn: '', goalId: 1, clusterId: null, measureZh: '亿元', measureEn: '' },
  targets: [{ on: '2026-12-31', value }],
});
const task = (dueOn: string, more: object = {}) => ({
  ...{ id: 1, nameZh: '建成中试基地', nameEn: '', goalId: 1, number: '3', beginsOn: '2026-01-01', dueOn },
  ...{ unitZh: '科技局', unitEn: '', isCancelled: false, ...more },
});
const plan: PlanSnapshot = {
  plan: {
    ...{ titleZh: '方案', titleEn: '', summaryZh: '', summaryEn: '', issuerZh: '', issuerEn: '' },
    ...{ documentNumber: '', issuedOn: null, beginsOn: '2024-01-01', endsOn: '2026-12-31' },
  },
  goals: [goal(1, '做强集群')],
  clusters: [],
  indicators: [indicator(1000)],
  tasks: [task('2026-03-31')],
};

test('a target that was raised, a date that moved and a unit that changed are told before and after', () => {
  const after = { ...plan, indicators: [indicator(1200)], tasks: [task('2026-06-30', { unitZh: '工信局' })] };
  expect(
    differencesBetween(plan, after).map(({ kind, what, fields }) => [
      kind,
      what,
      fields.map((f) => [f.before.zh, f.after.zh]),
    ]),
  ).toEqual([
    ['indicator', 'changed', [['2026-12-31 1,000亿元', '2026-12-31 1,200亿元']]],
    [
      'task',
      'changed',
      [
        ['科技局', '工信局'],
        ['2026-03-31', '2026-06-30'],
      ],
    ],
  ]);
});

test('what came is added, what went is removed, and a task that was cancelled says so', () => {
  const after = { ...plan, goals: [goal(2, '做大平台')], tasks: [task('2026-03-31', { isCancelled: true })] };
  const told = differencesBetween(plan, after).map(({ kind, what, name }) => `${kind} ${what} ${name.zh}`);
  expect(told).toContain('goal added 做大平台');
  expect(told).toContain('goal removed 做强集群');
  expect(told).toContain('task changed 建成中试基地');
});

test('a version does not differ from itself, and what one way adds the other removes', () => {
  const goals = fc.uniqueArray(fc.record({ id: fc.nat(20), nameZh: fc.constantFrom('甲', '乙') }), {
    selector: ({ id }) => id,
  });
  const versions = goals.map((some) => ({ ...plan, goals: some.map(({ id, nameZh }) => goal(id, nameZh)) }));
  fc.assert(
    fc.property(versions, versions, (one, other) => {
      expect(differencesBetween(one, one)).toEqual([]);
      const count = (what: string, all: ReturnType<typeof differencesBetween>) =>
        all.filter((difference) => difference.what === what && difference.kind === 'goal').length;
      const [there, back] = [differencesBetween(one, other), differencesBetween(other, one)];
      expect([count('added', there), count('changed', there)]).toEqual([
        count('removed', back),
        count('changed', back),
      ]);
    }),
  );
});
