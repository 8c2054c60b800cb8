import fc from 'fast-check';
import { expect, test } from 'vitest';
import { clockOf, patience } from './silence.ts';
import {
  connectionStates,
  parties,
  stateAfter,
  steps,
  subStatesOf,
  whyNotStep,
  type ConnectionState,
  type Step,
} from './state.ts';

/** Written by hand: what the bureau would print. `-` is "stays". */
const table = [
  ['suggested', 'propose', 'proposed', 'need offer broker'],
  ['suggested', 'decline', 'ended', 'need offer broker'],
  ['suggested', 'take-over', '-', 'broker'],
  ['suggested', 'hand-over', '-', 'broker'],
  ['proposed', 'accept', '-', 'need offer'],
  ['proposed', 'decline', 'ended', 'need offer broker'],
  ['proposed', 'take-over', '-', 'broker'],
  ['proposed', 'hand-over', '-', 'broker'],
  ['proposed', 'remind', '-', 'system'],
  ['proposed', 'silence', 'ended', 'system'],
  ['accepted', 'contact', 'contact', 'need offer broker'],
  ['contact', 'negotiate', 'negotiation', 'need offer broker'],
  ['negotiation', 'agree', 'agreement', 'need offer broker'],
  ...(['accepted', 'contact', 'negotiation'] as const).flatMap((state) => [
    [state, 'end', 'ended', 'need offer broker'] as const,
    [state, 'remind', '-', 'system'] as const,
    [state, 'silence', 'ended', 'system'] as const,
  ]),
  ...(['accepted', 'contact', 'negotiation', 'agreement'] as const).flatMap((state) => [
    [state, 'take-over', '-', 'broker'] as const,
    [state, 'hand-over', '-', 'broker'] as const,
    [state, 'next-step', '-', 'need offer broker'] as const,
    [state, 'message', '-', 'need offer broker'] as const,
    [state, 'meeting', '-', 'need offer broker'] as const,
  ]),
  ...(['contact', 'negotiation', 'agreement'] as const).map(
    (state) => [state, 'sub-state', '-', 'need offer broker'] as const,
  ),
  ['agreement', 'amend', '-', 'need offer broker'],
  ['agreement', 'reopen', 'negotiation', 'need offer broker'],
  ['agreement', 'confirm', '-', 'need offer'],
] as const;

test.each(table)('%s, %s: %s, by %s', (...[from, step, to, who]) => {
  expect(stateAfter(from, step)).toBe(to === '-' ? from : to);
  const able = parties.filter((party) => whyNotStep(step, { state: from, brokerId: null }, { party }) === undefined);
  expect(able.join(' ')).toBe(who);
});

test('there is no other step', () => {
  const written = new Set(table.map(([from, step]) => `${from} ${step}`));
  const all = connectionStates.flatMap((from) => steps.map((step) => [from, step] as const));
  const possible = all.filter(([from, step]) => stateAfter(from, step) !== undefined);
  expect(new Set(possible.map(([from, step]) => `${from} ${step}`))).toEqual(written);
});

const moving = ['contact', 'negotiate', 'agree', 'amend', 'reopen', 'sub-state', 'next-step'];

test.each(table)('once a broker has taken it over: %s, %s', (...[state, step, , who]) => {
  const why = (party: 'need' | 'broker' | 'offer', accountId: number) =>
    whyNotStep(step, { state, brokerId: 7 }, { party, accountId });
  if (who.includes('broker')) {
    expect(why('broker', 7)).toBeUndefined();
    expect(why('broker', 8)).toBe(step === 'message' ? undefined : 'taken-over');
  }
  if (who.includes('need')) expect(why('need', 1)).toBe(moving.includes(step) ? 'taken-over' : undefined);
});

test('what has ended stays ended, and every step leads to a state that there is', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom<Step>(...steps)), (pressed) => {
      let state: ConnectionState = 'suggested';
      for (const step of pressed) {
        const next: ConnectionState = stateAfter(state, step) ?? state;
        if (state === 'ended') expect(next).toBe('ended');
        state = next;
      }
      expect(connectionStates).toContain(state);
    }),
  );
});

test('finer words are of their state only', () => {
  expect(subStatesOf('proposed')).toEqual([]);
  expect(subStatesOf('negotiation')).toContain('drafting');
  expect(subStatesOf('contact')).not.toContain('drafting');
});

const since = new Date('2026-03-01T10:00:00+08:00');
const after = (days: number) => new Date(since.getTime() + days * 86_400_000);

test.each([
  ['suggested', null, null],
  ['proposed', 7, 14],
  ['accepted', 30, 60],
  ['contact', 30, 60],
  ['negotiation', 30, 60],
  ['agreement', null, null],
  ['ended', null, null],
] as const)('silence in %s: spoken of after %s days, over after %s', (state, remind, ends) => {
  expect(clockOf(state, since, null)).toEqual({
    remindAt: remind && after(remind),
    silentUntil: ends && after(ends),
  });
});

test('a dated next step is waited for; one that has passed does not shorten the wait', () => {
  const midnight = new Date('2026-05-21T00:00:00+08:00').getTime();
  const days = 86_400_000;
  expect(clockOf('contact', since, '2026-05-20')).toEqual({
    remindAt: new Date(midnight + 30 * days),
    silentUntil: new Date(midnight + 60 * days),
  });
  expect(clockOf('contact', since, '2026-02-01')).toEqual(clockOf('contact', since, null));
  expect(clockOf('proposed', since, '2026-05-20')).toEqual(clockOf('proposed', since, null));
});

test('a reminder always comes before the end', () => {
  for (const line of Object.values(patience)) expect(line.remindAfterDays).toBeLessThan(line.endsAfterDays);
});
