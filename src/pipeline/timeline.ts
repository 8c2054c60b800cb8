import { addDays, daysBetween } from '#calendar/workdays.ts';
import type { TwoText } from '#language/lang.ts';
import type { Stage } from '#projects/project.ts';

export interface Span {
  readonly stage: Stage;
  readonly from: string;
  readonly to: string;
}

/** A day that was promised or planned. */
export interface Mark {
  readonly kind: 'next-step' | 'started' | 'completed' | 'in-production' | 'permit' | 'milestone' | 'visit';
  readonly on: string;
  readonly text: TwoText;
}

export interface StageLine {
  readonly to: Stage;
  readonly on: string;
}

/** The stages one after the other, each until the next begins; the last goes on until `end`. */
export function spansOf(lines: readonly StageLine[], end: string): Span[] {
  return lines.map(({ to: stage, on: from }, place) => {
    const to = lines[place + 1]?.on ?? end;
    return { stage, from, to: to < from ? from : to };
  });
}

/** Whole years around everything that is drawn, so that bars of several pages can be compared. */
export function windowOf(days: readonly string[], today: string): { from: string; to: string } {
  const sorted = [...days, today].sort();
  const [first = today, last = today] = [sorted[0], sorted.at(-1)];
  return { from: `${first.slice(0, 4)}-01-01`, to: `${last.slice(0, 4)}-12-31` };
}

/** What part of the window lies before a day, from 0 to 1. */
export function placeOf(day: string, { from, to }: { from: string; to: string }): number {
  return Math.min(1, Math.max(0, daysBetween(from, day) / daysBetween(from, addDays(to, 1))));
}

/** The first days of years, or of quarters where few years are shown. */
export function ticksOf({ from, to }: { from: string; to: string }): string[] {
  const [first, last] = [Number(from.slice(0, 4)), Number(to.slice(0, 4))];
  const years = Array.from({ length: last - first + 1 }, (_, at) => first + at);
  const months = years.length <= 3 ? ['01', '04', '07', '10'] : ['01'];
  return years.flatMap((year) => months.map((month) => `${year}-${month}-01`));
}

export type Phase = 'before' | 'signed' | 'building' | 'working';

const phases: Readonly<Record<Stage, Phase>> = {
  ...{ lead: 'before', assessed: 'before', negotiating: 'before', signed: 'signed', approval: 'signed' },
  ...{ started: 'building', completed: 'building', 'in-production': 'working' },
  ...{ 'full-capacity': 'working', fulfilled: 'working' },
};

/** A colour for each part of a project's life; the words are in the table. */
export function phaseOf(stage: Stage): Phase {
  return phases[stage];
}
