import { sql } from 'drizzle-orm';
import { effective } from '#connections/effective.server.ts';
import type { Tx } from '#platform/database.server.ts';
import { stages } from '#projects/project.ts';
import type { Dated, RecordName } from './records.ts';

/** What the zone's records came to, day by day: what formulas count. Only of the kinds that are asked for. */
export async function recordsOf(tx: Tx, zone: string, names: readonly RecordName[]): Promise<Dated[]> {
  if (names.length === 0) return [];
  const asked = sources(zone).filter(([name]) => names.includes(name));
  const { rows } = await tx.execute<{ name: RecordName; of: string; day: string; amount: number }>(
    sql`select name, replace("of", '-', '_') as "of", day::text, sum(amount)::float8 as amount from (${sql.join(
      asked.map(([, query]) => query),
      sql` union all `,
    )}) record (name, "of", day, amount) group by 1, 2, 3`,
  );
  return rows;
}

/** A project counts once: not where it went into another record, nor where it extends one. */
const sources = (zone: string) =>
  [
    [
      'projects',
      sql`select 'projects' as name, stage as "of", day, 1::numeric as amount from (
        select p.id, s.stage, coalesce(min(l.happened_on), p.stage_since) as day
        from project p
        join unnest(${sql.param([...stages])}::text[]) with ordinality as s (stage, rank)
          on s.rank <= array_position(${sql.param([...stages])}::text[], p.stage)
        left join project_log l on l.project_id = p.id and l.kind = 'stage'
          and array_position(${sql.param([...stages])}::text[], l.to_value) >= s.rank
        where p.zone_code = ${zone} and p.merged_into is null and p.parent_id is null
        group by p.id, s.stage) reached`,
    ],
    [
      'signed_amount',
      sql`select 'signed_amount', '', g.signed_on, g.increment from project_signing g
        join project p on p.id = g.project_id and p.merged_into is null
        where g.zone_code = ${zone} and g.withdrawn_at is null`,
    ],
    [
      'arrived_amount',
      sql`select 'arrived_amount', a.kind, a.arrived_on, a.amount from project_arrival a
        join project p on p.id = a.project_id and p.merged_into is null where a.zone_code = ${zone}`,
    ],
    [
      'effective_connections',
      sql`select 'effective_connections', '', e.since, 1 from connection c join ${effective} e on e.connection_id = c.id
        where ${zone} in (c.need_zone_code, c.offer_zone_code)`,
    ],
    [
      'honours',
      sql`select 'honours', h.level, make_date(h.year, 1, 1), 1 from organisation_honour h
        join organisation o on o.id = h.organisation_id and o.merged_into is null where o.zone_code = ${zone}`,
    ],
  ] as const;
