import { sql } from 'drizzle-orm';
import { notifyChanged } from '#platform/changed.server.ts';
import type { Tx } from '#platform/database.server.ts';
import { clusterTags } from './cluster.ts';
import { outputOf, type MemberFigure } from './output.ts';

interface Found {
  readonly [key: string]: unknown;
  readonly cluster: string;
  readonly zone: string;
  readonly year: number;
  readonly lead: boolean;
  readonly value: number | null;
}

/** Computes what these clusters made in every year that anything is known of, and keeps what differs. */
export async function refreshOutputs(tx: Tx, ids: readonly number[]): Promise<void> {
  if (ids.length === 0) return;
  const { rows } = await tx.execute<Found>(sql`
    with years as (
      select m.cluster_id, m.zone_code, o.year from cluster_member m
        join organisation_output o on o.organisation_id = m.organisation_id and o.zone_code = m.zone_code
        where m.cluster_id = any(${sql.param([...ids])}::bigint[])
      union select cluster_id, zone_code, year from cluster_year where cluster_id = any(${sql.param([...ids])}::bigint[]))
    select y.cluster_id as cluster, y.zone_code as zone, y.year, coalesce(m.is_lead, false) as lead, o.value::float8 as value,
      m.organisation_id as member
    from years y left join cluster_member m on m.cluster_id = y.cluster_id
      left join organisation_output o on o.organisation_id = m.organisation_id and o.zone_code = y.zone_code and o.year = y.year`);
  const groups = Map.groupBy(rows, ({ cluster, year }) => `${cluster} ${year}`);
  const outputs = [...groups.values()].flatMap((group) => {
    const [first] = group;
    const { computed, counted, members } = outputOf(group.filter((row) => row['member'] !== null).map(figure));
    return first ? [{ ...first, computed: computed ?? null, counted, members }] : [];
  });
  await keep(tx, outputs);
  const { rows: changed } = await tx.execute<{ id: string; zone: string }>(
    sql`select id, zone_code as zone from cluster where id = any(${sql.param([...ids])}::bigint[])`,
  );
  await notifyChanged(
    tx,
    changed.flatMap(({ id, zone }) => clusterTags(Number(id), zone)),
  );
}

function figure({ lead, value }: Found): MemberFigure {
  return { isLead: lead, value: value ?? undefined };
}

async function keep(tx: Tx, outputs: readonly object[]): Promise<void> {
  await tx.execute(sql`
    insert into cluster_year (cluster_id, zone_code, year, computed, counted, members)
    select cluster, zone, year, computed, counted, members
    from jsonb_to_recordset(${JSON.stringify(outputs)}::jsonb)
      as output (cluster bigint, zone text, year smallint, computed numeric, counted smallint, members smallint)
    on conflict (cluster_id, year) do update
      set computed = excluded.computed, counted = excluded.counted, members = excluded.members`);
}
