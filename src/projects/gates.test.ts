import { expect, test } from 'vitest';
import { projectWords } from '#language/words/projects.ts';
import { gates, gatesWith, metAt, missingFor, needNames, needs, type Facts } from './gates.ts';
import { moveProblems, stepsOf } from './moves.ts';
import { stages } from './project.ts';

const nothing: Facts = {
  ...{ summaryZh: '', investorId: null, investorName: '', industries: [], managerAccountId: null, managerName: '' },
  ...{ blockId: null, leadUnitId: null, site: '', longitude: null, plannedInvestment: null, plannedFixedAssets: null },
  ...{ startsBy: null, completedBy: null, producesBy: null, arrived: 0, fixedAssets: 0, isSigned: false },
  ...{ isFormal: false, hasDocument: false, team: 0, promised: [], real: [] },
  ...{ stops: 0, openChecks: 7, openPermits: 8, missingProof: 1, isJudged: false },
};

test('what each stage asks for is this table', () => {
  expect(gates).toMatchInlineSnapshot(`
    {
      "approval": [
        "formal",
        "site",
      ],
      "assessed": [
        "investor",
        "industry",
        "summary",
      ],
      "completed": [
        "fixed-assets",
      ],
      "fulfilled": [
        "real-jobs",
        "real-output",
        "real-tax",
        "judged",
      ],
      "full-capacity": [
        "real-output",
      ],
      "in-production": [
        "arrival",
      ],
      "lead": [],
      "negotiating": [
        "manager",
        "unit",
        "planned-investment",
      ],
      "signed": [
        "no-stop",
        "signing",
      ],
      "started": [
        "planned-fixed-assets",
        "completed-by",
      ],
    }
  `);
});

test('of a project of which nothing is known only that nothing hinders it is met, and each need has its words', () => {
  expect(needNames.filter((need) => needs[need](nothing))).toEqual(['no-stop']);
  expect(missingFor({ ...nothing, isSigned: true, stops: 1 }, { from: 'negotiating', to: 'signed' })).toEqual([
    { stage: 'signed', need: 'no-stop' },
  ]);
  expect(Object.keys(projectWords.needs).sort()).toEqual([...needNames].sort());
});

test('on the way past several gates all of them ask, each thing once', () => {
  const facts = { ...nothing, summaryZh: '年产十万台', industries: ['3984'], isSigned: true };
  expect(missingFor(facts, { from: 'lead', to: 'approval' }).map(({ stage, need }) => `${stage} ${need}`)).toEqual([
    'assessed investor',
    'negotiating manager',
    'negotiating unit',
    'negotiating planned-investment',
    'approval formal',
    'approval site',
  ]);
  const table = gatesWith([{ stage: 'assessed', need: 'site' }]);
  expect(missingFor(facts, { from: 'lead', to: 'approval' }, table).filter(({ need }) => need === 'site')).toEqual([
    { stage: 'assessed', need: 'site' },
  ]);
});

test('back, nothing is asked for', () => {
  for (const to of stages) expect(missingFor(nothing, { from: 'fulfilled', to })).toEqual([]);
});

const negotiating = { stage: 'negotiating', stageSince: '2026-03-01', status: 'active' } as const;
const fieldsOf = (move: Parameters<typeof moveProblems>[1], at: Parameters<typeof moveProblems>[0] = negotiating) =>
  moveProblems(at, move, '2026-09-11').map(({ field }) => field);

test('a move has its day: never before the last one, never in the future, and back only with a reason', () => {
  expect(fieldsOf({ to: 'signed', on: '2026-03-01', reason: '' })).toEqual([]);
  expect(fieldsOf({ to: 'signed', on: '2026-02-28', reason: '' })).toEqual(['on']);
  expect(fieldsOf({ to: 'signed', on: '2026-09-12', reason: '' })).toEqual(['on']);
  expect(fieldsOf({ to: 'signed', on: '2026-02-30', reason: '' })).toEqual(['on']);
  expect(fieldsOf({ to: 'lead', on: '2026-09-11', reason: '' })).toEqual(['reason']);
  expect(fieldsOf({ to: 'lead', on: '2026-09-11', reason: '投资方换了团队' })).toEqual([]);
  expect(fieldsOf({ to: 'negotiating', on: '2026-09-11', reason: '' })).toEqual(['to']);
});

test.each(['lost', 'ended', 'paused'] as const)('a project that is %s does not move', (status) => {
  expect(fieldsOf({ to: 'signed', on: '2026-09-11', reason: '' }, { ...negotiating, status })).toEqual(['to']);
});

test('every stage on the way is entered', () => {
  expect(stepsOf('signed', 'completed').map(({ from, to }) => `${from} ${to}`)).toEqual([
    'signed approval',
    'approval started',
    'started completed',
  ]);
  expect(stepsOf('completed', 'signed')).toEqual([{ from: 'completed', to: 'signed' }]);
});

test('whatever a gate asks for has its place on the desk', () => {
  const places = needNames.map((need) => [need, Object.values(metAt(need)).join('#')] as const);
  expect(places.filter(([, place]) => place.endsWith('#'))).toEqual([]);
  expect(Object.fromEntries(places)).toMatchObject({
    ...{ formal: '#signings', arrival: '#arrivals', 'real-output': '#measures', industry: '/edit#industries' },
  });
});
