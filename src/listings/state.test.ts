import { expect, test } from 'vitest';
import { listingActions, listingStateAfter, listingStates, type ListingAction, type ListingState } from './state.ts';

/** The table by hand: every step there is. */
const steps: [ListingState, ListingAction, ListingState][] = [
  ['draft', 'submit', 'submitted'],
  ['submitted', 'recall', 'draft'],
  ['submitted', 'send_back', 'draft'],
  ['submitted', 'accept', 'checked'],
  ['checked', 'send_back', 'draft'],
  ['checked', 'publish', 'published'],
  ['published', 'renew', 'published'],
  ['published', 'close', 'closed'],
  ['published', 'expire', 'expired'],
];

test.each(steps)('from %s, %s leads to %s', (from, action, to) => {
  expect(listingStateAfter(from, action)).toBe(to);
});

test('there is no other step: what is closed or expired is not opened again', () => {
  const all = listingStates.flatMap((from) =>
    listingActions.flatMap((action) => {
      const to = listingStateAfter(from, action);
      return to === undefined ? [] : [[from, action, to]];
    }),
  );
  expect(all).toHaveLength(steps.length);
  expect(all).toEqual(expect.arrayContaining(steps));
});
