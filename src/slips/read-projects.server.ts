import { sql } from 'drizzle-orm';
import { actsFor, type Actor } from '#accounts/actor.ts';
import type { TwoText } from '#language/lang.ts';
import type { Tx } from '#platform/database.server.ts';
import { canSeeSlips, inBoth } from './slip.ts';

/** A project that a blocker can be about, as a choice of a form. */
export interface OwnProject {
  readonly id: number;
  readonly organisation: number;
  readonly name: TwoText;
}

type Found = { id: string; organisation: string; zh: string; en: string };

const chosen = ({ id, organisation, zh, en }: Found): OwnProject => ({
  ...{ id: Number(id), organisation: Number(organisation) },
  name: inBoth(zh, en),
});

/** The projects that these organisations may know to be theirs, by name alone. Who does not act for them finds none. */
export async function ownProjects(tx: Tx, organisations: readonly number[]): Promise<OwnProject[]> {
  const { rows } = await tx.execute<Found>(sql`
    select own.id, asked as organisation, own.name_zh as zh, own.name_en as en
    from unnest(${sql.param(organisations)}::bigint[]) as asked, projects_of_investor(asked) as own`);
  return rows.map(chosen);
}

interface Of {
  readonly organisationId: number;
  readonly zoneCode: string;
}

/** All projects of the zone with that investor, as its people know them. */
async function projectsOfZone(tx: Tx, { organisationId, zoneCode }: Of): Promise<OwnProject[]> {
  const { rows } = await tx.execute<Found>(sql`
    select id, investor_id as organisation, name_zh as zh, name_en as en from project
    where investor_id = ${organisationId} and zone_code = ${zoneCode} and merged_into is null
    order by id desc limit 100`);
  return rows.map(chosen);
}

/** What a blocker of that organisation can be about, as far as this person may know of it. */
export async function projectsFor(tx: Tx, actor: Actor, blocker: Of): Promise<OwnProject[]> {
  if (canSeeSlips(actor, blocker.zoneCode)) return projectsOfZone(tx, blocker);
  return actsFor(actor, blocker.organisationId) ? ownProjects(tx, [blocker.organisationId]) : [];
}

/** Whether it is one of those. */
export async function isProjectOf(
  tx: Tx,
  actor: Actor,
  blocker: Of & { readonly projectId: number },
): Promise<boolean> {
  return (await projectsFor(tx, actor, blocker)).some(({ id }) => id === blocker.projectId);
}
