import { holds, isOperator, type Actor } from '#accounts/actor.ts';
import type { TwoText } from '#language/lang.ts';
import { healthWords as words, slowColumnTypes } from '#language/words/health.ts';

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
  /** Published articles that stand in no column. */
  readonly withoutColumn: number;
  /** How pages of the site opened in the last week; empty for a zone. */
  readonly pages: readonly PageFacts[];
}

export interface PageFacts {
  readonly path: string;
  readonly probes: number;
  /** Without a good answer in time. */
  readonly missed: number;
  /** Milliseconds within which 95 of 100 opened; null when none did. */
  readonly p95: number | null;
}

export interface ColumnFacts {
  readonly slug: string;
  readonly name: TwoText;
  readonly type: string;
  readonly articles: number;
  readonly latest: Date | null;
}

export const ruleNames = [
  'slowPages',
  'homeIdle',
  'idleColumns',
  'staleColumns',
  'emptyColumns',
  'deadLinks',
  'staleTranslations',
  'sources',
  'columns',
  'altTexts',
  'identifiers',
] as const;
export type RuleName = (typeof ruleNames)[number];

export interface Finding {
  readonly rule: RuleName;
  /** `fails`: an inspection would fail the site for this alone. */
  readonly level: 'fails' | 'warns' | 'well';
  readonly count: number;
  readonly names: readonly Meant[];
}

/** A column, an identifier or a page that is meant. */
export interface Meant {
  readonly name: TwoText;
  /** The column, where it is one. */
  readonly column?: string;
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
  /** A page that is not open by then counts as out of reach; that many of 100 probes in a week fail the site. */
  slowMilliseconds: 15_000,
  missedPercent: 5,
  /** Readers leave; no inspection counts it. */
  tediousMilliseconds: 3_000,
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
    slowPages(facts.pages),
    finding('homeIdle', homeIdle > thresholds.homeIdleDays ? Math.min(homeIdle, 9_999) : 0, { failsFrom: 1 }),
    finding('idleColumns', idle.length, { failsFrom: thresholds.idleColumns, names: namesOf(idle) }),
    finding('staleColumns', stale.length, { failsFrom: thresholds.staleColumns, names: namesOf(stale) }),
    finding('emptyColumns', empty.length, { failsFrom: thresholds.emptyColumns, names: namesOf(empty) }),
    finding('deadLinks', facts.deadLinks),
    finding('staleTranslations', facts.staleTranslations),
    finding('sources', facts.withoutSource),
    finding('columns', facts.withoutColumn),
    finding('altTexts', facts.picturesWithoutAlt),
    finding('identifiers', facts.missingIdentifiers.length, {
      names: facts.missingIdentifiers.map((name) => ({ name })),
    }),
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

function namesOf(columns: readonly ColumnFacts[]): Meant[] {
  return columns.map(({ name, slug }) => ({ name, column: slug }));
}

/**
 * Pages that open late. Where nothing at all was reached, the way from here to the public address is closed, which says
 * nothing about readers: that warns and does not fail.
 */
function slowPages(pages: readonly PageFacts[]): Finding {
  const [probes, missed] = [sumOf(pages, 'probes'), sumOf(pages, 'missed')];
  const slow = pages.filter(({ missed: m, p95 }) => m > 0 || (p95 ?? 0) > thresholds.tediousMilliseconds);
  const fails = missed < probes && missed * 100 >= probes * thresholds.missedPercent;
  const names = slow.map(({ path, p95 }) => ({ name: words.page(path, p95) }));
  return finding('slowPages', slow.length, { failsFrom: fails ? 1 : Infinity, names });
}

function sumOf(pages: readonly PageFacts[], what: 'probes' | 'missed'): number {
  return pages.reduce((sum, page) => sum + page[what], 0);
}

function finding(
  rule: RuleName,
  count: number,
  { failsFrom = Infinity, names = [] }: { failsFrom?: number; names?: readonly Meant[] } = {},
): Finding {
  const level = count === 0 ? 'well' : count >= failsFrom ? 'fails' : 'warns';
  return { rule, level, count, names };
}
