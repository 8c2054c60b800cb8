import { holds, type Actor } from '#accounts/actor.ts';
import { measures, type Measure } from '../project.ts';

export const verdicts = ['kept', 'partly', 'broken'] as const;
export type Verdict = (typeof verdicts)[number];

interface MeasureLine {
  readonly measure: Measure;
  readonly year: number;
  readonly promised: number | null;
  readonly real: number | null;
}

export interface Judged {
  readonly measure: Measure;
  readonly promised: number;
  readonly real: number | null;
}

export interface Kept {
  readonly measure: Measure;
  /** Sums over the years of which both are known; where none is, all that was promised. */
  readonly promised: number;
  readonly real: number | null;
  /** What part of the promise was kept, 1 is all of it; null while nothing real is known. */
  readonly share: number | null;
  /** Years of which a promise is known and nothing real. */
  readonly open: readonly number[];
}

/** Land and energy are promised as limits: using less keeps the promise. */
const limits: readonly Measure[] = ['land', 'energy'];

/** What of each promise was kept; a measure that nobody promised has no line. */
export function keptOf(lines: readonly MeasureLine[]): Kept[] {
  return measures.flatMap((measure) => {
    const promises = lines.filter((line) => line.measure === measure && line.promised !== null);
    return promises.length === 0 ? [] : [keptBy(measure, promises)];
  });
}

function keptBy(measure: Measure, promises: readonly MeasureLine[]): Kept {
  const known = promises.filter(({ real }) => real !== null);
  const open = promises.filter(({ real }) => real === null).map(({ year }) => year);
  const counted = known.length > 0 ? known : promises;
  const promised = sum(counted.map((line) => line.promised ?? 0));
  if (known.length === 0) return { measure, promised, real: null, share: null, open };
  const real = sum(known.map((line) => line.real ?? 0));
  return { measure, promised, real, share: shareOf(measure, promised, real), open };
}

const sum = (amounts: readonly number[]) => Math.round(amounts.reduce((all, one) => all + one, 0) * 100) / 100;

function shareOf(measure: Measure, promised: number, real: number): number {
  if (limits.includes(measure)) return real <= promised ? 1 : promised / real;
  return promised === 0 ? 1 : real / promised;
}

/** Whether a verdict is still about the figures as they are. */
export function stillHolds({ promised, real }: Judged, kept: Kept): boolean {
  return promised === kept.promised && real === kept.real;
}

/** Whether every promise has a verdict about the figures as they are; where nothing was promised nothing was judged. */
export function isJudged(kept: readonly Kept[], judged: readonly Judged[]): boolean {
  const holdsFor = (one: Kept) => judged.some((other) => other.measure === one.measure && stillHolds(other, one));
  return kept.length > 0 && kept.every(holdsFor);
}

interface Managed {
  readonly zoneCode: string;
  readonly managerAccountId: number | null;
  readonly managerName: string;
}

/** Who may judge: those who answer for the zone, and never who manages the project. */
export function canJudge(actor: Actor, project: Managed): boolean {
  return !actor.viewedBy && holds(actor, ['publisher', 'leader'], project.zoneCode) && !manages(actor, project);
}

/** A manager without an account is known by the name alone. */
export function manages(actor: Actor, { managerAccountId, managerName }: Managed): boolean {
  if (managerAccountId !== null) return actor.accountId === managerAccountId;
  return managerName !== '' && actor.name === managerName;
}
