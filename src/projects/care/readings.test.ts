import { expect, test } from 'vitest';
import { officialCalendar, withDays } from '#calendar/workdays.ts';
import type { Actor } from '#accounts/actor.ts';
import { checksReading } from './check.ts';
import { missingProof } from './evidence.ts';
import { canJudge, isJudged, keptOf } from './fulfilment.ts';
import { readPermit } from './permit.ts';
import { visitDueOn } from './visit.ts';

test('a stop and a doubt are counted, and a question out of use is no longer open', () => {
  const questions = [
    { id: 1, isUsed: true },
    { id: 2, isUsed: true },
    { id: 3, isUsed: true },
    { id: 4, isUsed: false },
  ];
  const answers = [
    { questionId: 1, result: 'stop' },
    { questionId: 2, result: 'doubt' },
  ] as const;
  expect(checksReading(questions, answers)).toEqual({ stops: 1, doubts: 1, open: 1 });
  expect(checksReading([], [])).toEqual({ stops: 0, doubts: 0, open: 0 });
});

const permit = { days: 5, appliedOn: null, gotOn: null, isWaived: false };

test.each([
  ['not applied for', {}, ['2026-09-11', 'waiting', null, 0]],
  ['not needed', { isWaived: true }, ['2026-09-11', 'waived', null, 0]],
  ['on its last day', { appliedOn: '2026-09-04' }, ['2026-09-11', 'running', '2026-09-11', 0]],
  // The 12th is a Saturday that nobody works: it is late, and no working day has passed yet.
  ['the day after, a Saturday', { appliedOn: '2026-09-04' }, ['2026-09-12', 'late', '2026-09-11', 0]],
  ['a week after', { appliedOn: '2026-09-04' }, ['2026-09-18', 'late', '2026-09-11', 5]],
  ['got in time', { appliedOn: '2026-09-04', gotOn: '2026-09-08' }, ['2026-12-31', 'got', '2026-09-11', 0]],
  ['got late', { appliedOn: '2026-09-04', gotOn: '2026-09-15' }, ['2026-12-31', 'got', '2026-09-11', 2]],
  // 1 to 7 October are off, and 10 October is a Saturday that is worked.
  ['over the National Day', { appliedOn: '2026-09-29' }, ['2026-09-30', 'running', '2026-10-12', 0]],
] as const)('the clock of a permit %s', (_, said, [today, state, dueOn, over]) => {
  const calendar = withDays(officialCalendar, [
    ...['01', '02', '05', '06', '07'].map((day) => ({ day: `2026-10-${day}`, isWorked: false })),
    { day: '2026-09-12', isWorked: false },
    { day: '2026-10-10', isWorked: true },
  ]);
  expect(readPermit({ ...permit, ...said }, { today, calendar })).toEqual({ state, dueOn, over });
});

test.each([
  [{ stage: 'in-production', producedOn: '2026-03-31', lastVisit: null }, '2026-09-30'],
  [{ stage: 'in-production', producedOn: '2025-08-31', lastVisit: null }, '2026-02-28'],
  [{ stage: 'full-capacity', producedOn: '2024-01-10', lastVisit: '2026-05-02' }, '2026-11-02'],
  [{ stage: 'in-production', producedOn: '2026-03-31', lastVisit: '2025-12-01' }, '2026-09-30'],
  [{ stage: 'completed', producedOn: '2026-03-31', lastVisit: null }, null],
  [{ stage: 'fulfilled', producedOn: '2026-03-31', lastVisit: null }, null],
  [{ stage: 'in-production', producedOn: null, lastVisit: null }, null],
] as const)('what stands as %o is to be visited by %s', (visited, due) => {
  expect(visitDueOn(visited)).toBe(due);
});

const line = (
  measure: 'jobs' | 'output' | 'land',
  year: number,
  ...[promised, real]: [promised: number | null, real: number | null]
) => ({ measure, year, promised, real });

test('what was kept is the sum of the years that have both; a limit is kept by staying below it', () => {
  expect(
    keptOf([line('output', 2025, 100, 80), line('output', 2026, 100, 90), line('output', 2027, 300, null)]),
  ).toEqual([{ measure: 'output', promised: 200, real: 170, share: 0.85, open: [2027] }]);
  expect(keptOf([line('jobs', 2026, 50, null)])).toEqual([
    { measure: 'jobs', promised: 50, real: null, share: null, open: [2026] },
  ]);
  expect(keptOf([line('jobs', 2026, null, 20)])).toEqual([]);
  expect(keptOf([line('land', 2026, 40, 50)])[0]?.share).toBe(0.8);
  expect(keptOf([line('land', 2026, 40, 0)])[0]?.share).toBe(1);
  expect(keptOf([line('output', 2026, 0, 5)])[0]?.share).toBe(1);
});

test('a verdict holds for the figures it was about and no others; without a promise nothing was judged', () => {
  const kept = keptOf([line('jobs', 2026, 50, 40), line('output', 2026, 100, 100)]);
  const both = kept.map(({ measure, promised, real }) => ({ measure, promised, real }));
  expect(isJudged(kept, both)).toBe(true);
  expect(isJudged(kept, both.slice(1))).toBe(false);
  expect(isJudged(keptOf([line('jobs', 2026, 50, 41), line('output', 2026, 100, 100)]), both)).toBe(false);
  expect(isJudged([], [])).toBe(false);
});

test('the manager never judges the own project, with an account or by name', () => {
  const who = (accountId: number, role: 'publisher' | 'leader' | 'broker', zone = '32101026'): Actor => ({
    ...{ id: `account:${accountId}`, accountId, name: '王明', memberships: [{ role, zone }] },
  });
  const project = { zoneCode: '32101026', managerAccountId: 1, managerName: '李强' };
  expect(canJudge(who(1, 'leader'), project)).toBe(false);
  expect(canJudge(who(2, 'leader'), project)).toBe(true);
  expect(canJudge(who(2, 'publisher'), project)).toBe(true);
  expect(canJudge(who(2, 'broker'), project)).toBe(false);
  expect(canJudge(who(2, 'leader', '34101001'), project)).toBe(false);
  expect(canJudge(who(2, 'leader'), { ...project, managerAccountId: null, managerName: '王明' })).toBe(false);
  expect(canJudge({ ...who(2, 'leader'), viewedBy: { accountId: 9, name: 'o' } }, project)).toBe(false);
});

test('each line needs its proof, a stage only once it is reached, and a tag out of use nothing', () => {
  const tags = [
    { id: 1, neededFor: 'signing', isUsed: true },
    { id: 2, neededFor: 'arrival', isUsed: true },
    { id: 3, neededFor: 'started', isUsed: true },
    { id: 4, neededFor: '', isUsed: true },
    { id: 5, neededFor: 'lead', isUsed: false },
  ] as const;
  const signed = [
    { id: 10, document: 'a' },
    { id: 11, document: 'b' },
    { id: 12, document: null },
  ];
  const shown = [
    { tagId: 1, document: 'a', signingId: null, arrivalId: null },
    { tagId: 1, document: 'x', signingId: 12, arrivalId: null },
  ];
  const ledgers = { signings: signed, arrivals: [{ id: 11, document: null }] };
  expect(missingProof(tags, { stage: 'signed', ...ledgers }, shown)).toEqual([
    { tagId: 1, of: 'signing', line: 11 },
    { tagId: 2, of: 'arrival', line: 11 },
  ]);
  expect(missingProof(tags, { stage: 'completed', signings: [], arrivals: [] }, shown)).toEqual([
    { tagId: 3, of: 'project', line: null },
  ]);
});
