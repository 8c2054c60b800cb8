import { describe, expect, test } from 'vitest';
import type { Actor, Membership } from '#accounts/actor.ts';
import { movingSteps, stepsFor, transitions, whyNotStep } from './state.ts';
import { taskStates } from './task.ts';

const zone = '32101026';
const person = (id: string, membership: Membership): Actor => ({ id, name: id, memberships: [membership] });
const people = {
  officer: person('account:1', { role: 'officer', zone, unit: 5 }),
  publisher: person('account:2', { role: 'publisher', zone }),
  leader: person('account:3', { role: 'leader', zone }),
  otherOfficer: person('account:4', { role: 'officer', zone, unit: 6 }),
  editor: person('account:5', { role: 'editor', zone }),
  broker: person('account:6', { role: 'broker', zone }),
  farPublisher: person('account:7', { role: 'publisher', zone: '34101001' }),
};
const owed = { zoneCode: zone, units: [5, null] };

/** Written by hand: what the bureau would print. State, whether somebody said it is done, step, state after, by whom. */
const table = [
  ['planned', '', 'begin', 'under-way', 'officer publisher leader'],
  ['planned', '', 'ask-done', 'under-way', 'officer publisher leader'],
  ['planned', '', 'cancel', 'cancelled', 'publisher leader'],
  ['under-way', '', 'ask-done', 'under-way', 'officer publisher leader'],
  ['under-way', '', 'cancel', 'cancelled', 'publisher leader'],
  ['under-way', 'asked', 'take-back', 'under-way', 'officer publisher leader'],
  ['under-way', 'asked', 'send-back', 'under-way', 'publisher leader'],
  ['under-way', 'asked', 'confirm', 'done', 'publisher leader'],
  ['under-way', 'asked', 'cancel', 'cancelled', 'publisher leader'],
] as const;

/** Nobody has said of a planned task that it is done: who says so begins it. */
const standings = taskStates
  .flatMap((state) => ['', 'asked'].map((asked) => [state, asked] as const))
  .filter(([state, asked]) => asked === '' || state !== 'planned');

describe('a task moves as its table says, and in no other way', () => {
  test.each(standings.flatMap(([state, asked]) => movingSteps.map((step) => ({ state, asked, step }))))(
    '$state $asked · $step',
    ({ state, asked, step }) => {
      const line = table.find((one) => one[0] === state && one[1] === asked && one[2] === step);
      const task = { ...owed, state, doneAskedBy: asked ? 'account:1' : null };
      const able = Object.entries(people).filter(([, actor]) => whyNotStep(step, actor, task) === undefined);
      expect(able.map(([name]) => name).join(' ')).toBe(line?.[4] ?? '');
      if (line) expect(transitions[step].to).toBe(line[3]);
    },
  );
});

test('nobody rechecks the own word, whoever they are', () => {
  const task = { ...owed, state: 'under-way', doneAskedBy: people.publisher.id } as const;
  expect(stepsFor(people.publisher, task)).toEqual(['take-back', 'cancel']);
  expect(stepsFor(people.leader, task)).toContain('confirm');
  expect(whyNotStep('confirm', people.publisher, task)?.en).toContain('It was you');
});
