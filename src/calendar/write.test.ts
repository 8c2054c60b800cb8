import { expect, test } from 'vitest';
import { commandLine } from '#accounts/actor.ts';
import { inRollback } from '../../tests/support/database.ts';
import { owed } from '../../tests/support/owed.ts';
import { addedDays, readCalendar } from './read.server.ts';
import { isWorkday } from './workdays.ts';
import { forgetDay, setDays } from './write.server.ts';

const holiday = { from: '2031-01-22', to: '2031-01-28', isWorked: false, name: '春节' };

test('days an operator says are off count for every clock, and go back to what was announced', () =>
  inRollback(async (tx) => {
    expect(await setDays(tx, commandLine, holiday)).toEqual({ ok: true, value: 7 });
    expect(isWorkday(await readCalendar(tx), '2031-01-23')).toBe(false);
    await setDays(tx, commandLine, { ...holiday, to: holiday.from, isWorked: true, name: '' });
    expect(await addedDays(tx)).toHaveLength(7);
    expect(isWorkday(await readCalendar(tx), '2031-01-22')).toBe(true);
    expect(await forgetDay(tx, commandLine, '2031-01-23')).toMatchObject({ ok: true });
    expect(isWorkday(await readCalendar(tx), '2031-01-23')).toBe(true);
    expect(await forgetDay(tx, commandLine, '2031-01-23')).toMatchObject({ ok: false });
  }));

test.each([
  ['a day that is none', { ...holiday, from: '2031-02-30' }],
  ['an end before its beginning', { ...holiday, to: '2031-01-21' }],
  ['a year of holidays', { ...holiday, to: '2031-12-31' }],
  ['a NUL in the name', { ...holiday, name: '\0' }],
])('%s is refused in words', (_, input) =>
  inRollback(async (tx) => {
    expect(await setDays(tx, commandLine, input)).toMatchObject({ ok: false });
    expect(await addedDays(tx)).toEqual([]);
  }),
);

test.each(['publisher', 'leader', 'officer', 'editor', 'farPublisher'] as const)('the %s changes no day', (who) =>
  inRollback(async (tx) => {
    const at = await owed(tx);
    await setDays(tx, commandLine, holiday);
    expect(await setDays(tx, at[who], { ...holiday, isWorked: true })).toMatchObject({ ok: false });
    expect(await forgetDay(tx, at[who], holiday.from)).toMatchObject({ ok: false });
    expect((await addedDays(tx)).every(({ isWorked }) => !isWorked)).toBe(true);
  }),
);
