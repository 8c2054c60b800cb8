export const periods = ['month', 'quarter', 'year'] as const;
export type Period = (typeof periods)[number];

/** How many periods a year has. */
export const perYear: Readonly<Record<Period, number>> = { month: 12, quarter: 4, year: 1 };

/** Numbers periods in a row, so that the one after is one more. */
export function placeOf(period: Period, day: string): number {
  const [year, month] = [Number(day.slice(0, 4)), Number(day.slice(5, 7))];
  return year * perYear[period] + Math.floor(((month - 1) * perYear[period]) / 12);
}

/** The last day of the period with that number. */
export function endAt(period: Period, place: number): string {
  const months = 12 / perYear[period];
  const year = Math.floor(place / perYear[period]);
  const month = ((place % perYear[period]) + 1) * months;
  return new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);
}

/** The last day of the period that the day is in. */
export function periodEnd(period: Period, day: string): string {
  return endAt(period, placeOf(period, day));
}

export function isPeriodEnd(period: Period, day: string): boolean {
  return periodEnd(period, day) === day;
}

/** The same period a year before. */
export function yearBefore(period: Period, end: string): string {
  return endAt(period, placeOf(period, end) - perYear[period]);
}
