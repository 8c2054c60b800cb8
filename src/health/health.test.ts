import { expect, test } from 'vitest';
import { commandLine, visitor, type Actor } from '#accounts/actor.ts';
import { canSeeHealth, inspect, summaryOf, type ColumnFacts, type HealthFacts, type RuleName } from './health.ts';

const now = new Date('2026-11-23T00:00:00Z');
const ago = (days: number) => new Date(now.getTime() - days * 86_400_000);
const column = (slug: string, days: number | null, type = '工作动态'): ColumnFacts => ({
  ...{ slug, type, name: { zh: slug, en: slug } },
  ...{ articles: days === null ? 0 : 3, latest: days === null ? null : ago(days) },
});
const healthy: HealthFacts = {
  ...{ now, latest: ago(1), columns: [column('text', 1), column('notices', 100)], missingIdentifiers: [] },
  ...{ withoutColumn: 0, pages: [{ path: '/zh', probes: 300, missed: 0, p95: 200 }] },
  ...{ withoutSource: 0, picturesWithoutAlt: 0, staleTranslations: 0, deadLinks: 0 },
};
const level = (facts: Partial<HealthFacts>, rule: RuleName) =>
  inspect({ ...healthy, ...facts }).find((finding) => finding.rule === rule)?.level;
const many = (n: number, days: number | null, type?: string) =>
  Array.from({ length: n }, (_, at) => column(`c${at}`, days, type));

test('a site that is kept has nothing to say', () => {
  expect(summaryOf(inspect(healthy))).toEqual({ fails: 0, warns: 0, level: 'well' });
});

test.each<[rule: RuleName, is: string, facts: Partial<HealthFacts>]>([
  ['homeIdle', 'well', { latest: ago(14) }],
  ['homeIdle', 'fails', { latest: ago(15) }],
  ['homeIdle', 'fails', { latest: null }],
  ['idleColumns', 'well', { columns: many(9, 14) }],
  ['idleColumns', 'warns', { columns: many(4, 15) }],
  ['idleColumns', 'fails', { columns: many(5, 15) }],
  ['idleColumns', 'well', { columns: many(9, 183, '政策解读') }],
  ['idleColumns', 'fails', { columns: many(5, 184, '政策解读') }],
  ['idleColumns', 'well', { columns: [column('notices', 183)] }],
  ['staleColumns', 'warns', { columns: many(9, 200) }],
  ['staleColumns', 'fails', { columns: many(10, 200) }],
  ['emptyColumns', 'warns', { columns: many(4, null) }],
  ['emptyColumns', 'fails', { columns: many(5, null) }],
  ['deadLinks', 'warns', { deadLinks: 1 }],
  ['deadLinks', 'warns', { deadLinks: 10_000 }],
  ['staleTranslations', 'warns', { staleTranslations: 1 }],
  ['sources', 'warns', { withoutSource: 1 }],
  ['columns', 'warns', { withoutColumn: 1 }],
  ['slowPages', 'well', { pages: [] }],
  ['slowPages', 'well', { pages: [{ path: '/zh', probes: 300, missed: 0, p95: 3_000 }] }],
  ['slowPages', 'warns', { pages: [{ path: '/zh', probes: 300, missed: 0, p95: 3_001 }] }],
  ['slowPages', 'warns', { pages: [{ path: '/zh', probes: 300, missed: 14, p95: 100 }] }],
  ['slowPages', 'fails', { pages: [{ path: '/zh', probes: 300, missed: 15, p95: 100 }] }],
  ['slowPages', 'warns', { pages: [{ path: '/zh', probes: 300, missed: 300, p95: null }] }],
  ['altTexts', 'warns', { picturesWithoutAlt: 1 }],
  ['identifiers', 'warns', { missingIdentifiers: [{ zh: '网站标识码', en: 'site code' }] }],
])('%s %s: %j', (rule, is, facts) => {
  expect(level(facts, rule)).toBe(is);
});

test('an empty column is not idle as well', () => {
  const findings = inspect({ ...healthy, columns: many(5, null) });
  expect(findings.filter((finding) => finding.level === 'fails').map(({ rule }) => rule)).toEqual(['emptyColumns']);
});

const of = (role: 'editor' | 'leader' | 'member', zone: string): Actor => ({
  ...{ id: 'account:1', name: role },
  memberships: [{ role, zone }],
});

test.each([
  [commandLine, undefined, true],
  [commandLine, '32101026', true],
  [of('editor', '32101026'), '32101026', true],
  [of('leader', '32101026'), '32101026', true],
  [of('editor', '32101026'), undefined, false],
  [of('editor', '34101001'), '32101026', false],
  [of('member', '32101026'), '32101026', false],
  [visitor, undefined, false],
])('%j sees the health of %s: %s', (actor, zone, may) => {
  expect(canSeeHealth(actor, zone)).toBe(may);
});
