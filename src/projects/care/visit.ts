import type { Stage } from '../project.ts';

/** What produces is visited each half year. */
export const visitMonths = 6;

/** Stages in which an investment is looked after. */
const visited: readonly Stage[] = ['in-production', 'full-capacity'];

export interface Visited {
  readonly stage: Stage;
  /** The day it began to produce, as its log has it. */
  readonly producedOn: string | null;
  readonly lastVisit: string | null;
}

/** By when it is to be visited next; null while nobody need. */
export function visitDueOn({ stage, producedOn, lastVisit }: Visited): string | null {
  if (!visited.includes(stage) || producedOn === null) return null;
  return monthsLater(lastVisit !== null && lastVisit > producedOn ? lastVisit : producedOn, visitMonths);
}

/** The same day so many months later, or the last of a shorter month. */
function monthsLater(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + months, Math.min(date, last))).toISOString().slice(0, 10);
}
