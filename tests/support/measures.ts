import { sql } from 'drizzle-orm';
import { commandLine, type Actor } from '#accounts/actor.ts';
import type { NewIndicator } from '#indicators/indicator.ts';
import { observe } from '#indicators/write-observation.server.ts';
import type { ObservationInput } from '#indicators/observation.ts';
import { createIndicator } from '#indicators/write.server.ts';
import type { Tx } from '#platform/database.server.ts';
import { here } from './organisations.ts';

/** A unit of the zone. */
export async function aUnit(tx: Tx, name = '统计局', zone = here): Promise<number> {
  const { rows } = await tx.execute<{ id: string }>(
    sql`insert into unit (zone_code, kind, name_zh) values (${zone}, 'unit', ${name}) returning id`,
  );
  return Number(rows[0]?.id);
}

export const officerOf = (unit: number, zone = here): Actor => ({
  ...{ id: 'account:3', accountId: 3, name: `officer of ${unit}` },
  memberships: [{ role: 'officer', zone, unit }],
});

/** A yearly indicator that stands at the end of the year, unless something else is said. */
export async function anIndicator(tx: Tx, said: Partial<NewIndicator> = {}): Promise<number> {
  const made = await createIndicator(tx, commandLine, {
    ...{ zone: here, nameZh: '规上工业总产值', period: 'year', accumulation: 'point' },
    ...said,
  });
  if (!made.ok) throw new Error(JSON.stringify(made.problems));
  return made.value.id;
}

/** Enters or revises a value as the command line. */
export async function enter(
  tx: Tx,
  said: Partial<ObservationInput> & Pick<ObservationInput, 'indicator' | 'end' | 'value'>,
) {
  return observe(tx, commandLine, {
    ...{ state: 'final', sourceZh: '统计月报', note: '更正', isSure: true, today: '2026-11-23' },
    ...said,
  });
}

/** What stands for an indicator now, period by period. */
export async function standingValues(tx: Tx, indicator: number): Promise<Record<string, number>> {
  const { rows } = await tx.execute<{ end: string; value: number }>(sql`
    select period_end::text as end, value::float8 as value from observation
    where indicator_id = ${indicator} and is_current order by period_end`);
  return Object.fromEntries(rows.map(({ end, value }) => [end, value]));
}
