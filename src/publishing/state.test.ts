import fc from 'fast-check';
import { expect, test } from 'vitest';
import { actions, stateAfter, states, stepFrom, workOn, type Standing } from './state.ts';

const table = [
  ['draft', 'submit', 'in_review'],
  ['draft', 'publish', 'published'],
  ['draft', 'schedule', 'scheduled'],
  ['draft', 'remove', 'removed'],
  ['in_review', 'recall', 'draft'],
  ['in_review', 'send_back', 'sent_back'],
  ['in_review', 'publish', 'published'],
  ['in_review', 'schedule', 'scheduled'],
  ['sent_back', 'submit', 'in_review'],
  ['sent_back', 'publish', 'published'],
  ['sent_back', 'schedule', 'scheduled'],
  ['sent_back', 'remove', 'removed'],
  ['scheduled', 'unschedule', 'in_review'],
  ['scheduled', 'publish', 'published'],
  ['published', 'propose', 'draft'],
  ['published', 'withdraw', 'withdrawn'],
  ['withdrawn', 'restore', 'draft'],
  ['removed', 'restore', 'draft'],
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

const walk = (steps: readonly (typeof actions)[number][]) =>
  steps.reduce<Standing>((standing, action) => stepFrom(standing, action) ?? standing, {
    state: 'draft',
    proposal: null,
  });

test('a change to something published goes its own way while the public reads on', () => {
  expect(walk(['publish', 'propose', 'submit'])).toEqual({ state: 'published', proposal: 'in_review' });
  expect(walk(['publish', 'propose', 'submit', 'send_back', 'submit', 'publish'])).toEqual({
    state: 'published',
    proposal: null,
  });
  expect(walk(['publish', 'propose', 'remove'])).toEqual({ state: 'published', proposal: null });
  expect(walk(['publish', 'propose', 'submit', 'withdraw'])).toEqual({ state: 'withdrawn', proposal: null });
});

test('whatever is pressed, a published thing leaves the public only by being withdrawn', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...actions)), fc.constantFrom(...actions), (before, action) => {
      const standing = walk(before);
      const next = stepFrom(standing, action);
      if (standing.state === 'published' && next && next.state !== 'published') expect(action).toBe('withdraw');
      if (next?.proposal) expect(next.state).toBe('published');
      if (next) expect(states).toContain(workOn(next));
    }),
  );
});
