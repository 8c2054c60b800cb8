import fc from 'fast-check';
import { expect, test } from 'vitest';
import { outdated } from './keep.ts';

const now = new Date('2026-03-31T12:00:00+08:00');
const dayMs = 24 * 3_600_000;
const plan = { cron: '30 2 * * *', keepDays: 7, keepWeeks: 4 };
const daily = (days: number) =>
  Array.from({ length: days }, (_, age) => ({ id: age, at: new Date(now.getTime() - age * dayMs) }));

test('of sixty daily backups the last seven days and one of each of four weeks stay', () => {
  const gone = new Set(outdated(daily(60), plan, now).map(({ id }) => id));
  const kept = daily(60)
    .filter(({ id }) => !gone.has(id))
    .map(({ id }) => id);
  expect(kept.slice(0, 7)).toEqual([0, 1, 2, 3, 4, 5, 6]);
  expect(kept.length).toBeGreaterThanOrEqual(9);
  expect(kept.length).toBeLessThanOrEqual(12);
});

test('pruning every day never leaves fewer than pruning once, and the newest always stays', () => {
  const ages = fc.array(fc.integer({ min: 0, max: 100 * 24 }), { minLength: 1, maxLength: 60 });
  fc.assert(
    fc.property(ages, (hours) => {
      const backups = hours.map((age, id) => ({ id, at: new Date(now.getTime() - age * 3_600_000) }));
      const gone = outdated(backups, plan, now);
      const newest = Math.max(...backups.map(({ at }) => at.getTime()));
      expect(gone.length).toBeLessThan(backups.length);
      expect(backups.filter((one) => !gone.includes(one)).some(({ at }) => at.getTime() === newest)).toBe(true);
      expect(
        outdated(
          backups.filter((one) => !gone.includes(one)),
          plan,
          now,
        ),
      ).toEqual([]);
    }),
  );
});
