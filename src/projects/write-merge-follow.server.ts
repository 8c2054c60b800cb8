import { sql } from 'drizzle-orm';
import type { Actor } from '#accounts/actor.ts';
import type { Tx } from '#platform/database.server.ts';
import { followCare } from './care/write-follow.server.ts';
import { rootOf, type Pair } from './pair.ts';
import { projectLeads } from './tables.server.ts';

/** What hangs on the record that goes hangs on the one that stays: people, promises, care, leads, extensions, parts, the family. */
export async function follow(tx: Tx, actor: Actor, { going, staying, isOneFamily }: Pair): Promise<void> {
  const [from, to] = [going.id, staying.id];
  await tx.execute(sql`
    insert into project_member (project_id, zone_code, name, account_id, unit_id, role)
    select ${to}, zone_code, name, account_id, unit_id, role from project_member where project_id = ${from}
    on conflict do nothing`);
  // Parts of one whole promise together; of two records of the same project the one that stays is right.
  await tx.execute(sql`
    insert into project_measure as kept (project_id, zone_code, measure, year, promised, real, source)
    select ${to}, zone_code, measure, year, promised, real, source from project_measure where project_id = ${from}
    on conflict (project_id, measure, year) do update set
      promised = case when ${isOneFamily} then nullif(coalesce(kept.promised, 0) + coalesce(excluded.promised, 0), 0)
        else coalesce(kept.promised, excluded.promised) end,
      real = case when ${isOneFamily} then nullif(coalesce(kept.real, 0) + coalesce(excluded.real, 0), 0)
        else coalesce(kept.real, excluded.real) end,
      source = coalesce(nullif(kept.source, ''), excluded.source)
    where coalesce(kept.promised, excluded.promised, kept.real, excluded.real) is not null`);
  await tx.execute(sql`update project_lead set project_id = ${to} where project_id = ${from}`);
  await followCare(tx, { from, to });
  const { origin, originNote: note, connectionId, eventId } = going;
  const by = { actor: actor.id, actorName: actor.name };
  const lead = { projectId: to, zoneCode: going.zoneCode, origin, note, connectionId, eventId };
  await tx.insert(projectLeads).values({ ...lead, ...by });
  await followFamily(tx, { going, staying });
}

async function followFamily(tx: Tx, { going, staying }: Pick<Pair, 'going' | 'staying'>): Promise<void> {
  const [from, to] = [going.id, staying.id];
  // The one that stays may itself have been an extension or a part of the one that goes.
  await tx.execute(sql`
    update project set
      parent_id = case when parent_id = ${from} then nullif(case when id = ${to} then ${going.parentId}::bigint else ${to}::bigint end, id) else parent_id end,
      split_from = case when split_from = ${from} then nullif(case when id = ${to} then ${going.splitFrom}::bigint else ${to}::bigint end, id) else split_from end
    where parent_id = ${from} or split_from = ${from}`);
  await tx.execute(sql`update project set merged_into = ${to} where merged_into = ${from}`);
  const root = rootOf(staying) === from ? to : rootOf(staying);
  await tx.execute(sql`
    update project set counts_with = nullif(${root}::bigint, id)
    where coalesce(counts_with, id) in (${rootOf(going)}::bigint, ${rootOf(staying)}::bigint)`);
}
