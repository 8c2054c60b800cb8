import { sql } from 'drizzle-orm';
import type { Actor } from '#accounts/actor.ts';
import type { TwoText } from '#language/lang.ts';
import type { Asked } from '#lists/address.ts';
import type { Tx } from '#platform/database.server.ts';
import { projectsAsked } from '#projects/list-conditions.server.ts';
import { deskProjects } from '#projects/read-list.server.ts';
import type { Point } from './local-map.ts';

/** More places than these would be no picture. */
const mostSpots = 1500;
const mostListed = 30;

export interface Spot extends Point {
  /** Where a zone is, for those of its projects that have no coordinates. */
  readonly zone: string | undefined;
  readonly count: number;
  readonly name: TwoText;
}

type Found = { lng: number; lat: number; zone: string | null; count: number; zh: string; en: string };

/** Places with their projects, within a hundred metres taken as one; and a page of these projects to read beside it. */
export async function mapFor(tx: Tx, actor: Actor, asked: Asked) {
  const where = projectsAsked(actor, asked.filters);
  const { rows } = await tx.execute<Found>(sql`
    with placed as (
      select round(coalesce(project.longitude, zone.lng::numeric), 3)::float8 as lng,
        round(coalesce(project.latitude, zone.lat::numeric), 3)::float8 as lat,
        case when project.longitude is null then project.zone_code end as zone, project.id,
        case when project.longitude is null then zone.name_zh else project.name_zh end as zh,
        case when project.longitude is null then zone.name_en else coalesce(nullif(project.name_en, ''), project.name_zh) end as en
      from project join zone on zone.code = project.zone_code where ${where})
    select lng, lat, zone, count(*)::int as count, min(zh) as zh, min(en) as en from placed
    where lng is not null group by lng, lat, zone order by count(*) desc limit ${mostSpots}`);
  const spots: Spot[] = rows.map(({ zh, en, zone, ...row }) => ({ ...row, zone: zone ?? undefined, name: { zh, en } }));
  const { projects, next, total } = await deskProjects(tx, actor, { ...asked, limit: mostListed });
  const { rows: nowhere } = await tx.execute<{ count: number }>(sql`
    select count(*)::int as count from project join zone on zone.code = project.zone_code
    where ${where} and project.longitude is null and zone.lng is null`);
  return { spots, listed: projects, next, total, nowhere: nowhere[0]?.count ?? 0 };
}
