import { dateOf } from '#language/dates.ts';
import { daysAfter } from '#listings/state.ts';
import type { Light as Shown } from '#ui/light.ts';

/** How a connection stands against its dates; computed, never typed. */
export const lights = ['overdue', 'soon', 'in-time'] as const;
export type Light = (typeof lights)[number];

/** The light that is shown for it. */
export const lightShown: Readonly<Record<Light, Shown>> = { overdue: 'red', soon: 'yellow', 'in-time': 'green' };

interface Dated {
  readonly nextStepOn: string | null;
  readonly silentUntil: Date | null;
}

/** So many days before it something is near. */
const near = 3;

/** Overdue is a next step whose day is over; near is a next step, or the end by silence. Without any date there is no light. */
export function lightOf({ nextStepOn, silentUntil }: Dated, now: Date): Light | undefined {
  if (nextStepOn !== null && nextStepOn < dateOf(now)) return 'overdue';
  const dates = [nextStepOn, silentUntil && dateOf(silentUntil)].filter((day) => day !== null);
  if (dates.length === 0) return undefined;
  return dates.some((day) => day <= dateOf(daysAfter(now, near))) ? 'soon' : 'in-time';
}

/** Whole days that have gone by since. */
export function daysSince(at: Date, now: Date): number {
  return Math.max(0, Math.floor((now.getTime() - at.getTime()) / 86_400_000));
}
