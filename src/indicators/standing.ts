import { addDays, daysBetween, nextWorkday, type WorkCalendar } from '#calendar/workdays.ts';
import { cumulative, trend, type Forecast, type Point } from './forecast.ts';
import type { Accumulation, Direction, IndicatorLight } from './indicator.ts';
import { endAt, perYear, placeOf, type Period } from './period.ts';

/** A value for a period, or what is to be reached by its end. */
export interface Valued {
  readonly end: string;
  readonly value: number;
}

/** What an indicator's standing hangs on besides its values. */
export interface Measured {
  readonly direction: Direction;
  readonly period: Period;
  readonly accumulation: Accumulation;
  readonly dueDays: number;
  readonly baseline: Valued | undefined;
  readonly isComputed: boolean;
  /** Values are owed for the periods that end after this day. */
  readonly since: string;
}

export const whys = [
  ...(['late', 'met', 'missed', 'on-course', 'may-miss', 'will-miss'] as const),
  ...(['on-pace', 'behind-pace', 'too-few', 'no-target'] as const),
] as const;
/** One reason for the light, by its key and what it is measured in: days, or the value that was expected. */
export interface Reason {
  readonly why: (typeof whys)[number];
  readonly figure?: number;
}

export interface Standing {
  readonly light: IndicatorLight;
  readonly forecast: Forecast | undefined;
  readonly latest: Valued | undefined;
  /** The next target to be reached, or the last there was. */
  readonly target: Valued | undefined;
  /** The earliest period whose value is owed, and by when. */
  readonly owed: { readonly end: string; readonly by: string } | undefined;
  readonly reasons: readonly Reason[];
}

export interface Known {
  /** Both in the order of their periods. */
  readonly values: readonly Valued[];
  readonly targets: readonly Valued[];
}

export interface Day {
  readonly today: string;
  readonly calendar: WorkCalendar;
}

/** So many days late a value turns the light red. */
export const redAfterDays = 30;

const severity: readonly IndicatorLight[] = ['none', 'green', 'yellow', 'red'];

/** How an indicator stands: the worse of its way to the target and of how late its value is. */
export function standingOf(measured: Measured, known: Known, day: Day): Standing {
  const latest = known.values.at(-1);
  const target = known.targets.find(({ end }) => !latest || end > latest.end) ?? known.targets.at(-1);
  const owed = owedOf(measured, known, day.calendar);
  const late = lateness(owed?.by, day.today);
  const way = wayTo(measured, known.values, target);
  const light = [late.light, way.light].sort((one, other) => severity.indexOf(other) - severity.indexOf(one))[0];
  return {
    ...{ light: light ?? 'none', forecast: way.forecast, latest, target, owed },
    reasons: [...late.reasons, ...way.reasons],
  };
}

interface Judged {
  readonly light: IndicatorLight;
  readonly reasons: readonly Reason[];
  readonly forecast?: Forecast;
}

function owedOf({ isComputed, period, dueDays, since }: Measured, known: Known, calendar: WorkCalendar) {
  if (isComputed) return undefined;
  const from = known.values.at(-1)?.end ?? since;
  const isEnd = endAt(period, placeOf(period, from)) === from;
  const end = endAt(period, placeOf(period, from) + (isEnd ? 1 : 0));
  const last = known.targets.at(-1)?.end;
  if (last !== undefined && end > last) return undefined;
  return { end, by: nextWorkday(calendar, addDays(end, dueDays)) };
}

function lateness(by: string | undefined, today: string): Judged {
  const days = by === undefined ? 0 : daysBetween(by, today);
  if (days <= 0) return { light: 'none', reasons: [] };
  return { light: days > redAfterDays ? 'red' : 'yellow', reasons: [{ why: 'late', figure: days }] };
}

function wayTo(measured: Measured, values: readonly Valued[], target: Valued | undefined): Judged {
  const latest = values.at(-1);
  if (!target) return { light: 'none', reasons: [{ why: 'no-target' }] };
  if (!latest) return { light: 'none', reasons: [{ why: 'too-few' }] };
  if (latest.end >= target.end) return atTarget(measured, values, target);
  const forecast = forecastOf(measured, values, target.end);
  return forecast ? byForecast(measured, forecast, target) : byPace(measured, latest, target);
}

/** The value of the target's own period, or of the last one before it, says whether it was reached. */
function atTarget({ direction }: Measured, values: readonly Valued[], target: Valued): Judged {
  const reached = values.findLast(({ end }) => end <= target.end);
  if (!reached) return { light: 'none', reasons: [{ why: 'too-few' }] };
  const isMet = reaches(direction, reached.value, target.value);
  return { light: isMet ? 'green' : 'red', reasons: [{ why: isMet ? 'met' : 'missed', figure: reached.value }] };
}

function byForecast({ direction }: Measured, forecast: Forecast, target: Valued): Judged {
  const best = direction === 'up' ? forecast.high : forecast.low;
  const figure = forecast.middle;
  if (reaches(direction, forecast.middle, target.value))
    return { light: 'green', reasons: [{ why: 'on-course', figure }], forecast };
  return reaches(direction, best, target.value)
    ? { light: 'yellow', reasons: [{ why: 'may-miss', figure }], forecast }
    : { light: 'red', reasons: [{ why: 'will-miss', figure }], forecast };
}

/** Too few values foretell nothing: what is left is whether it keeps up with the calendar 序时进度. That never turns red. */
function byPace(measured: Measured, latest: Valued, target: Valued): Judged {
  const expected = paceOf(measured, latest.end, target);
  const tooFew: Reason = { why: 'too-few' };
  if (expected === undefined) return { light: 'none', reasons: [tooFew] };
  const isOn = reaches(measured.direction, latest.value, expected);
  const why = isOn ? 'on-pace' : 'behind-pace';
  return { light: isOn ? 'green' : 'yellow', reasons: [{ why, figure: expected }, tooFew] };
}

/** What the value would be by now if every day brought the same. */
function paceOf({ accumulation, baseline, period }: Measured, end: string, target: Valued): number | undefined {
  if (accumulation === 'cumulative' && end.slice(0, 4) === target.end.slice(0, 4)) {
    const place = (day: string) => (placeOf(period, day) % perYear[period]) + 1;
    return (target.value * place(end)) / place(target.end);
  }
  if (accumulation === 'cumulative' || !baseline || baseline.end >= target.end) return undefined;
  const share = daysBetween(baseline.end, end) / daysBetween(baseline.end, target.end);
  return baseline.value + (target.value - baseline.value) * share;
}

function forecastOf({ period, accumulation, baseline }: Measured, values: readonly Valued[], end: string) {
  const all = baseline && values.every((value) => value.end > baseline.end) ? [baseline, ...values] : values;
  const points: Point[] = all.map((one) => ({ at: placeOf(period, one.end), value: one.value }));
  const at = placeOf(period, end);
  return accumulation === 'cumulative' ? cumulative(points, at, perYear[period]) : trend(points, at);
}

function reaches(direction: Direction, value: number, target: number): boolean {
  return direction === 'up' ? value >= target : value <= target;
}
