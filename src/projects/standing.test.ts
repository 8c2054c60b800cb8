import { expect, test } from 'vitest';
import { reasonsOn, standingOf, type Placed } from './standing.ts';

const calm: Placed = {
  ...{ stage: 'negotiating', stageSince: '2026-06-01', status: 'active', nextStepOn: null },
  ...{ startsBy: null, completedBy: null, producesBy: null },
};
const usual = { negotiating: 100, started: 540 };
const at = (today: string, more: Partial<Placed> = {}) => standingOf({ ...calm, ...more }, { usual, today });

test('a stage is yellow after its usual days and red after half as long again', () => {
  expect(at('2026-09-09')).toEqual({ light: 'green', reasons: [] });
  expect(at('2026-09-10')).toEqual({
    light: 'yellow',
    reasons: [{ kind: 'stage', usual: 100, on: '2026-09-09' }],
  });
  expect(at('2026-10-29').light).toBe('yellow');
  expect(at('2026-10-30').light).toBe('red');
});

test('a next step is late the day after, and left lying after two weeks', () => {
  expect(at('2026-06-10', { nextStepOn: '2026-06-10' }).light).toBe('green');
  expect(at('2026-06-11', { nextStepOn: '2026-06-10' })).toMatchObject({
    light: 'yellow',
    reasons: [{ kind: 'next-step', on: '2026-06-10' }],
  });
  expect(at('2026-06-25', { nextStepOn: '2026-06-10' }).light).toBe('red');
});

test('a promised stage that was reached is no longer late', () => {
  const promised = { stage: 'started', startsBy: '2026-03-01', completedBy: '2026-07-01' } as const;
  expect(at('2026-07-15', promised)).toMatchObject({
    light: 'yellow',
    reasons: [{ kind: 'promise', stage: 'completed', on: '2026-07-01' }],
  });
  expect(at('2026-08-15', promised).light).toBe('red');
  expect(at('2026-08-15', { ...promised, stage: 'completed' }).light).toBe('green');
});

test('a milestone counts until it is done', () => {
  const milestones = [{ name: '封顶', dueOn: '2026-06-05', isDone: false }];
  expect(at('2026-06-06', { milestones })).toMatchObject({
    light: 'yellow',
    reasons: [{ kind: 'milestone', name: '封顶' }],
  });
  expect(at('2026-06-06', { milestones: milestones.map((one) => ({ ...one, isDone: true })) }).light).toBe('green');
});

test('what waits by decision has no light, what is said to be late has a yellow one', () => {
  for (const status of ['paused', 'lost', 'ended'] as const) expect(at('2030-01-01', { status }).light).toBe('none');
  expect(at('2026-06-02', { status: 'delayed' })).toEqual({ light: 'yellow', reasons: [{ kind: 'delayed' }] });
  expect(at('2030-01-01', { stage: 'fulfilled' }).light).toBe('none');
});

test('a reason is the same from one night to the next; the days it has held are counted when it is read', () => {
  const late = { nextStepOn: '2026-06-10', status: 'delayed' } as const;
  const { reasons } = at('2026-06-11', late);
  expect(at('2026-06-20', late).reasons).toEqual(reasons);
  expect(reasonsOn(reasons, '2026-06-20')).toEqual([
    { kind: 'delayed', days: 0 },
    { kind: 'next-step', on: '2026-06-10', days: 10 },
  ]);
});
