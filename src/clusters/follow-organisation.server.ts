import { sql } from 'drizzle-orm';
import type { Follower } from '#organisations/follow.ts';
import { done } from '#platform/outcome.ts';
import { refreshOutputs } from './write-output.server.ts';

/** A member of a cluster stays one under its new name; where both were members, once. */
const members: Follower = {
  name: 'clusters',
  columns: ['cluster_member.organisation_id'],
  follow: async (tx, _, { from, to }) => {
    const { rows } = await tx.execute<{ id: string }>(sql`
      insert into cluster_member (cluster_id, zone_code, organisation_id, chain, is_lead)
      select cluster_id, zone_code, ${to}, chain, is_lead from cluster_member where organisation_id = ${from}
      on conflict (cluster_id, organisation_id) do update set is_lead = cluster_member.is_lead or excluded.is_lead
      returning cluster_id as id`);
    await tx.execute(sql`delete from cluster_member where organisation_id = ${from}`);
    return done(rows.map(({ id }) => Number(id)));
  },
};

/** Of a year that both have a figure for, that of the record which stays is kept. */
const outputs: Follower = {
  name: 'outputs',
  columns: ['organisation_output.organisation_id'],
  follow: async (tx, _, { from, to }) => {
    const { rows } = await tx.execute<{ year: number }>(sql`
      insert into organisation_output (organisation_id, zone_code, year, value, source, source_url, sample, actor_name, at)
      select ${to}, zone_code, year, value, source, source_url, sample, actor_name, at from organisation_output
      where organisation_id = ${from} on conflict do nothing returning year`);
    await tx.execute(sql`delete from organisation_output where organisation_id = ${from}`);
    const { rows: touched } = await tx.execute<{ id: string }>(
      sql`select cluster_id as id from cluster_member where organisation_id = ${to}`,
    );
    await refreshOutputs(
      tx,
      touched.map(({ id }) => Number(id)),
    );
    return done(rows.map(({ year }) => year));
  },
};

export const clustersFollow: readonly Follower[] = [members, outputs];
