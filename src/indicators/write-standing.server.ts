import { sql } from 'drizzle-orm';
import { readCalendar } from '#calendar/read.server.ts';
import { dateOf } from '#language/dates.ts';
import type { Tx } from '#platform/database.server.ts';
import type { Accumulation, Direction } from './indicator.ts';
import type { Period } from './period.ts';
import { standingOf, type Standing, type Valued } from './standing.ts';

/** Some of the indicators, or every one that this transaction sees. */
export interface Refreshed {
  readonly ids?: readonly number[];
  /** China's, where nothing else is said. */
  readonly today?: string;
}

type Found = {
  readonly id: string;
  readonly direction: Direction;
  readonly period: Period;
  readonly accumulation: Accumulation;
  readonly formula: string;
  readonly due: number;
  readonly baseline: number | null;
  readonly baseline_on: string | null;
  readonly since: string;
  readonly values: string | null;
  readonly targets: string | null;
};

/** Computes light, forecast and what is owed from values, targets and dates, and keeps what has changed of it. */
export async function refreshIndicators(tx: Tx, { ids, today = dateOf(new Date()) }: Refreshed): Promise<void> {
  if (ids?.length === 0) return;
  const found = await measuredOf(tx, ids);
  const day = { today, calendar: await readCalendar(tx) };
  const rows = found.map((row) => ({ id: Number(row.id), ...keptOf(standingOf(measured(row), known(row), day)) }));
  if (rows.length > 0) await keep(tx, rows, today);
}

/** Four years of months: no forecast looks back further. */
const lookedAt = 48;

/** With as many of the last values as a forecast looks at. */
async function measuredOf(tx: Tx, ids: readonly number[] | undefined): Promise<Found[]> {
  const { rows } = await tx.execute<Found>(sql`
    select i.id, i.direction, i.period, i.accumulation, i.formula, i.due_days as due, i.baseline::float8 as baseline,
      i.baseline_on::text, coalesce(i.baseline_on, (i.created_at at time zone 'Asia/Shanghai')::date)::text as since,
      (select string_agg(period_end || ' ' || value, ';' order by period_end) from (
        select period_end, value from observation where indicator_id = i.id and is_current
        order by period_end desc limit ${lookedAt}) as last) as values,
      (select string_agg(period_end || ' ' || value, ';' order by period_end) from indicator_target
        where indicator_id = i.id) as targets
    from indicator i where ${ids ? sql`i.id = any(${sql.param([...ids])}::bigint[])` : sql`true`}`);
  return rows;
}

function measured({ direction, period, accumulation, formula, due, since, ...row }: Found) {
  const baseline =
    row.baseline === null || row.baseline_on === null ? undefined : { end: row.baseline_on, value: row.baseline };
  return { direction, period, accumulation, dueDays: due, isComputed: formula !== '', since, baseline };
}

function known({ values, targets }: Found) {
  return { values: listed(values), targets: listed(targets) };
}

function listed(text: string | null): Valued[] {
  return (text ?? '')
    .split(';')
    .filter(Boolean)
    .map((one) => ({ end: one.slice(0, 10), value: Number(one.slice(11)) }));
}

function keptOf({ light, forecast, latest, target, owed, reasons }: Standing) {
  return {
    ...{ light, reasons },
    ...(forecast && { forecast: fits(forecast.middle), low: fits(forecast.low), high: fits(forecast.high) }),
    ...(latest && { latest: latest.value, latest_on: latest.end }),
    ...(target && { target: target.value, target_on: target.end }),
    ...(owed && { owed_on: owed.end, owed_by: owed.by }),
  };
}

/** Only what differs is written: most nights most of it is as it was. */
async function keep(tx: Tx, rows: readonly object[], today: string): Promise<void> {
  await tx.execute(sql`
    with stands as (
      select id, light, round(forecast, 4) as forecast, round(low, 4) as low, round(high, 4) as high, latest, latest_on,
        target, target_on, owed_on, owed_by, reasons
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as row (id bigint, light text, forecast numeric, low numeric,
        high numeric, latest numeric, latest_on date, target numeric, target_on date, owed_on date, owed_by date,
        reasons jsonb))
    update indicator i set light = s.light, forecast = s.forecast, forecast_low = s.low, forecast_high = s.high,
      latest = s.latest, latest_on = s.latest_on, target = s.target, target_on = s.target_on,
      owed_on = s.owed_on, owed_by = s.owed_by, reasons = s.reasons, standing_on = ${today}::date
    from stands s where s.id = i.id and (i.light, i.forecast, i.forecast_low, i.forecast_high, i.latest, i.latest_on, i.target,
        i.target_on, i.owed_on, i.owed_by, i.reasons)
      is distinct from (s.light, s.forecast, s.low, s.high, s.latest, s.latest_on, s.target, s.target_on,
        s.owed_on, s.owed_by, s.reasons)`);
}

/** A trend may run beyond what the database keeps of a number. */
function fits(value: number): number {
  return Math.min(Math.max(value, -9e15), 9e15);
}
