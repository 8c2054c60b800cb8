import { expect, test } from 'vitest';
import { daysSince, lightOf } from './light.ts';

const now = new Date('2026-03-10T09:00:00+08:00');
const silent = (day: string) => new Date(`${day}T12:00:00+08:00`);

test.each([
  ['nothing is dated', null, null, undefined],
  ['the next step was yesterday', '2026-03-09', null, 'overdue'],
  ['the next step is today', '2026-03-10', null, 'soon'],
  ['the next step is in three days', '2026-03-13', null, 'soon'],
  ['the next step is in four days', '2026-03-14', null, 'in-time'],
  ['silence ends it tomorrow', null, silent('2026-03-11'), 'soon'],
  ['silence ends it tomorrow, although the next step is later', '2026-04-01', silent('2026-03-11'), 'soon'],
  ['the next step was yesterday and silence is far', '2026-03-09', silent('2026-04-11'), 'overdue'],
  ['all of it is far', '2026-04-01', silent('2026-04-11'), 'in-time'],
])('when %s', (...[, nextStepOn, silentUntil, light]) => {
  expect(lightOf({ nextStepOn, silentUntil }, now)).toBe(light);
});

test('days are counted whole, and a clock that runs ahead counts none', () => {
  expect(daysSince(new Date('2026-03-09T09:00:01+08:00'), now)).toBe(0);
  expect(daysSince(new Date('2026-03-08T09:00:00+08:00'), now)).toBe(2);
  expect(daysSince(new Date('2026-03-11T09:00:00+08:00'), now)).toBe(0);
});
