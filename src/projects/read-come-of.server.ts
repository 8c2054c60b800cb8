import { sql, type SQL } from 'drizzle-orm';
import type { Actor } from '#accounts/actor.ts';
import type { TwoText } from '#language/lang.ts';
import type { Tx } from '#platform/database.server.ts';
import { ofActor } from './list-scope.server.ts';
import { canKeepProject, zonesOfProjects } from './project.ts';
import { relatives, type Relative } from './read-family.server.ts';
import { both } from './read-record.server.ts';

/** The projects that something led to, and whether this person makes another of it. */
export interface ComeOf {
  readonly mayAdd: boolean;
  readonly projects: readonly Relative[];
}

const mayAddIn = (actor: Actor, zoneCode: string) =>
  canKeepProject(actor, { zoneCode, blockId: null, leadUnitId: null }) ||
  (!actor.viewedBy && zonesOfProjects(actor)?.includes(zoneCode) === true);

async function comeOf(tx: Tx, actor: Actor, where: SQL): Promise<readonly Relative[]> {
  return relatives(tx, sql`merged_into is null and ${ofActor(actor)} and ${where}`);
}

/** What has come of a connection: it becomes a project of one of its zones once it is in agreement. */
export async function projectsOfConnection(tx: Tx, actor: Actor, id: number): Promise<ComeOf> {
  const { rows } = await tx.execute<{ zone: string }>(sql`
    select unnest(array[need_zone_code, offer_zone_code]) as zone from connection where id = ${id} and state = 'agreement'`);
  const where = sql`(connection_id = ${id} or project.id in (select project_id from project_lead where connection_id = ${id}))`;
  return {
    mayAdd: rows.some(({ zone }) => mayAddIn(actor, zone)),
    projects: await comeOf(tx, actor, where),
  };
}

/** What has come of an event of this zone. */
export async function projectsOfEvent(
  tx: Tx,
  actor: Actor,
  { id, zoneCode }: { readonly id: number; readonly zoneCode: string },
): Promise<ComeOf> {
  const where = sql`(event_id = ${id} or project.id in (select project_id from project_lead where event_id = ${id}))`;
  return { mayAdd: mayAddIn(actor, zoneCode), projects: await comeOf(tx, actor, where) };
}

/** A connection in agreement that has become no project yet. */
export interface OpenAgreement {
  readonly id: number;
  readonly name: TwoText;
}

/** The latest of a zone, for all who add its projects: most of them do not see the connection itself, only between whom it is. */
export async function agreementsOpen(tx: Tx, actor: Actor, zone: string): Promise<OpenAgreement[]> {
  if (!mayAddIn(actor, zone)) return [];
  const { rows } = await tx.execute<{ id: string; zh: string; en: string }>(sql`
    select connection.id::text, need.name_zh || ' × ' || offer.name_zh as zh,
      coalesce(nullif(need.name_en, ''), need.name_zh) || ' × ' || coalesce(nullif(offer.name_en, ''), offer.name_zh) as en
    from connection join organisation need on need.id = need_organisation_id
      join organisation offer on offer.id = offer_organisation_id
    where state = 'agreement' and (need_zone_code = ${zone} or offer_zone_code = ${zone})
      and not exists (select from project where connection_id = connection.id and zone_code = ${zone})
      and not exists (select from project_lead where connection_id = connection.id and zone_code = ${zone})
    order by connection.id desc limit 10`);
  return rows.map(({ id, zh, en }) => ({ id: Number(id), name: both(zh, en) }));
}
