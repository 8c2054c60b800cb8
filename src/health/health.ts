import { holds, isOperator, type Actor } from '#accounts/actor.ts';
import type { TwoText } from '#language/lang.ts';
import { slowColumnTypes } from '#language/words/health.ts';

/** What the rules look at; `zone` facts are of one zone's articles, else of the whole site's. */
export interface HealthFacts {
  readonly now: Date;
  /** When anything last went live. */
  readonly latest: Date | null;
  readonly columns: readonly ColumnFacts[];
  readonly withoutSource: number;
  readonly picturesWithoutAlt: number;
  readonly staleTranslations: number;
  readonly deadLinks: number;
  /** Identifiers that a government site must print and this one does not; empty for a zone and for other sites. */
  readonly missingIdentifiers: readonly TwoText[];
}

export interface ColumnFacts {
  readonly slug: string;
  readonly name: TwoText;
  readonly type: string;
  readonly articles: number;
  readonly latest: Date | null;
}

export const ruleNames = [
  'homeIdle',
  'idleColumns',
  'staleColumns',
  'emptyColumns',
  'deadLinks',
  'staleTranslations',
  'sources',
  'altTexts',
  'identifiers',
] as const;
export type RuleName = (typeof ruleNames)[number];

export interface Finding {
  readonly rule: RuleName;
  /** `fails`: an inspection would fail the site for this alone. */
  readonly level: 'fails' | 'warns' | 'well';
  readonly count: number;
  /** The columns or identifiers that are meant, by name. */
  readonly names: readonly TwoText[];
}

/** The official thresholds (国办秘函〔2019〕19号). */
export const thresholds = {
  homeIdleDays: 14,
  newsIdleDays: 14,
  noticeIdleDays: 183,
  /** Idle news and notice columns together. */
  idleColumns: 5,
  staleColumns: 10,
  emptyColumns: 5,
} as const;

const day = 24 * 3_600_000;

/** Every rule with what it finds, in the order of the rules. */
export function inspect(facts: HealthFacts): Finding[] {
  const { now, columns } = facts;
  const empty = columns.filter(({ articles }) => articles === 0);
  const idle = columns.filter((column) => column.articles > 0 && isIdle(column, now));
  // Counted more strictly than the columns above: nothing new for half a year, whatever the column is for.
  const stale = idle.filter(({ latest }) => daysSince(latest, now) > thresholds.noticeIdleDays);
  const homeIdle = daysSince(facts.latest, now);
  return [
    finding('homeIdle', homeIdle > thresholds.homeIdleDays ? Math.min(homeIdle, 9_999) : 0, { failsFrom: 1 }),
    finding('idleColumns', idle.length, { failsFrom: thresholds.idleColumns, names: namesOf(idle) }),
    finding('staleColumns', stale.length, { failsFrom: thresholds.staleColumns, names: namesOf(stale) }),
    finding('emptyColumns', empty.length, { failsFrom: thresholds.emptyColumns, names: namesOf(empty) }),
    finding('deadLinks', facts.deadLinks),
    finding('staleTranslations', facts.staleTranslations),
    finding('sources', facts.withoutSource),
    finding('altTexts', facts.picturesWithoutAlt),
    finding('identifiers', facts.missingIdentifiers.length, { names: facts.missingIdentifiers }),
  ];
}

/** What an inspector would write at the top: the worst level, and how many rules fail and warn. */
export function summaryOf(findings: readonly Finding[]) {
  const fails = findings.filter(({ level }) => level === 'fails').length;
  const warns = findings.filter(({ level }) => level === 'warns').length;
  return { fails, warns, level: fails > 0 ? ('fails' as const) : warns > 0 ? ('warns' as const) : ('well' as const) };
}

/** Who may see the health of a zone; that of the whole site is the operator's. */
export function canSeeHealth(actor: Actor, zone: string | undefined): boolean {
  return zone === undefined ? isOperator(actor) : holds(actor, ['editor', 'publisher', 'leader'], zone);
}

/** News is expected every two weeks, notices and policies twice a year. */
function isIdle({ slug, type, latest }: ColumnFacts, now: Date): boolean {
  const isSlow = slug === 'notices' || slowColumnTypes.test(type);
  return daysSince(latest, now) > (isSlow ? thresholds.noticeIdleDays : thresholds.newsIdleDays);
}

function daysSince(at: Date | null, now: Date): number {
  return at === null ? Infinity : Math.floor((now.getTime() - at.getTime()) / day);
}

function namesOf(columns: readonly ColumnFacts[]): TwoText[] {
  return columns.map(({ name }) => name);
}

function finding(
  rule: RuleName,
  count: number,
  { failsFrom = Infinity, names = [] }: { failsFrom?: number; names?: readonly TwoText[] } = {},
): Finding {
  const level = count === 0 ? 'well' : count >= failsFrom ? 'fails' : 'warns';
  return { rule, level, count, names };
}
