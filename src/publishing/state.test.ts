import { expect, test } from 'vitest';
import { actions, stateAfter, states } from './state.ts';

const table = [
  ['draft', 'submit', 'in_review'],
  ['draft', 'publish', 'published'],
  ['in_review', 'send_back', 'draft'],
  ['in_review', 'publish', 'published'],
  ['published', 'withdraw', 'withdrawn'],
  ['withdrawn', 'restore', 'draft'],
] as const;

test.each(table)('%s, %s: %s', (from, action, to) => {
  expect(stateAfter(from, action)).toBe(to);
});

test('there is no other step', () => {
  const written = new Set(table.map(([from, action]) => `${from} ${action}`));
  const steps = states.flatMap((from) => actions.map((action) => [from, action] as const));
  const possible = steps.filter(([from, action]) => stateAfter(from, action) !== undefined);
  expect(new Set(possible.map(([from, action]) => `${from} ${action}`))).toEqual(written);
});
