import { addWorkdays, workdaysBetween, type WorkCalendar } from '#calendar/workdays.ts';

export interface Permit {
  /** Working days that it has, from the day after it was applied for. */
  readonly days: number;
  readonly appliedOn: string | null;
  readonly gotOn: string | null;
  readonly isWaived: boolean;
}

export type PermitState = 'waiting' | 'running' | 'late' | 'got' | 'waived';

export interface PermitReading {
  readonly state: PermitState;
  readonly dueOn: string | null;
  /** Working days beyond the due day: until today, or until it came. */
  readonly over: number;
}

/** Where the clock of a permit stands. It runs from the application, and stops the day the permit comes. */
export function readPermit(
  { days, appliedOn, gotOn, isWaived }: Permit,
  { today, calendar }: { readonly today: string; readonly calendar: WorkCalendar },
): PermitReading {
  if (isWaived) return { state: 'waived', dueOn: null, over: 0 };
  if (appliedOn === null) return { state: 'waiting', dueOn: null, over: 0 };
  const dueOn = addWorkdays(calendar, appliedOn, days);
  const end = gotOn ?? today;
  const over = end > dueOn ? workdaysBetween(calendar, dueOn, end) : 0;
  if (gotOn !== null) return { state: 'got', dueOn, over };
  return { state: today > dueOn ? 'late' : 'running', dueOn, over };
}
