import { sql, type SQL } from 'drizzle-orm';
import type { Actor } from '#accounts/actor.ts';
import type { Asked } from '#lists/address.ts';
import { cursorAt, keysetOf, type SortKey } from '#lists/keyset.server.ts';
import { countedTo } from '#lists/list.ts';
import type { Tx } from '#platform/database.server.ts';
import { projectsAsked } from './list-conditions.server.ts';
import type { ListedProject } from './list.ts';

const id = sql`project.id`;
const sortKeys: Readonly<Record<string, SortKey>> = {
  updated: { by: sql`project.updated_at`, type: 'timestamptz' },
  name: { by: sql`project.name_zh`, type: 'text' },
  reference: { by: sql`project.reference`, type: 'text' },
  since: { by: sql`project.stage_since`, type: 'date' },
  next: { by: sql`coalesce(project.next_step_on, 'infinity'::date)`, type: 'date' },
  agreed: { by: sql`project.agreed`, type: 'numeric' },
  arrived: { by: sql`project.arrived`, type: 'numeric' },
};

type Found = Omit<
  ListedProject,
  'id' | 'blockId' | 'leadUnitId' | 'agreed' | 'arrived' | 'planned' | 'updatedAt' | 'location'
> & {
  id: string;
  blockId: string | null;
  leadUnitId: string | null;
  agreed: string;
  arrived: string;
  planned: string | null;
  updatedAt: string;
  longitude: string | null;
  latitude: string | null;
  key: string;
};

const two = (zh: SQL, en: SQL) => sql`json_build_object('zh', ${zh}, 'en', coalesce(nullif(${en}, ''), ${zh}))`;

/** The columns of those projects that `page` has chosen, with the words for what they name. */
const selected = sql`
  select project.id::text, project.zone_code as "zoneCode", project.reference, project.stage, project.status, project.light, project.sample,
    ${two(sql`project.name_zh`, sql`project.name_en`)} as name, project.stage_since::text as "stageSince",
    project.status_reason as "statusReason",
    case when organisation.id is not null then ${two(sql`organisation.name_zh`, sql`organisation.name_en`)}
      when project.investor_name <> '' then json_build_object('zh', project.investor_name, 'en', project.investor_name) end as investor,
    project.country, project.industries, project.site, project.manager_name as "managerName", project.agent_name as "agentName",
    case when block.id is not null then ${two(sql`block.name_zh`, sql`block.name_en`)} end as block,
    project.block_id::text as "blockId", project.lead_unit_id::text as "leadUnitId",
    case when lead.id is not null then ${two(sql`lead.name_zh`, sql`lead.name_en`)} end as unit,
    ${two(sql`zone.name_zh`, sql`zone.name_en`)} as zone,
    project.longitude::text, project.latitude::text, project.planned_investment::text as planned,
    project.next_step as "nextStep", project.next_step_on::text as "nextStepOn",
    coalesce(project.next_step_on < (now() at time zone 'Asia/Shanghai')::date, false) as "isOverdue",
    project.agreed::text, project.arrived::text, project.counts_on::text as "countsOn",
    project.revision, to_json(project.updated_at)#>>'{}' as "updatedAt", page.key
  from page join project on project.id = page.id join zone on zone.code = project.zone_code
    left join organisation on organisation.id = investor_id
    left join unit block on block.id = block_id
    left join unit lead on lead.id = lead_unit_id`;

/** The investments this person reads, a page at a time. */
export async function deskProjects(tx: Tx, actor: Actor, { limit = 50, ...asked }: Asked & { limit?: number }) {
  const keyset = keysetOf(asked, sortKeys, id);
  if (!keyset) throw new Error(`projects are not sorted by ${asked.sort.key}`);
  const where = projectsAsked(actor, asked.filters);
  // Names are looked up for the page alone, not for all that was sorted.
  const { rows } = await tx.execute<Found>(sql`
    with page as materialized (select project.id, (${sortKeys[asked.sort.key]?.by ?? id})::text as key,
        row_number() over (order by ${keyset.orderBy}) as place
      from project where ${keyset.where ? sql`${where} and ${keyset.where}` : where}
      order by ${keyset.orderBy} limit ${limit + 1})
    ${selected} order by page.place`);
  const last = rows.length > limit ? rows[limit - 1] : undefined;
  return {
    projects: rows.slice(0, limit).map(listed),
    next: last && cursorAt(last.key, last.id),
    total: await counted(tx, where),
  };
}

/** Those of these numbers that this person reads, in no order. */
export async function projectsNumbered(tx: Tx, actor: Actor, ids: readonly number[]): Promise<ListedProject[]> {
  if (ids.length === 0) return [];
  const { rows } = await tx.execute<Found>(sql`
    with page as (select project.id, project.id::text as key
      from project where ${projectsAsked(actor, {})} and project.id = any(${sql.param([...ids])}::bigint[]))
    ${selected}`);
  return rows.map(listed);
}

async function counted(tx: Tx, where: SQL): Promise<number> {
  const { rows } = await tx.execute<{ total: number }>(sql`select count(*)::int as total
    from (select from project where ${where} limit ${countedTo + 1}) found`);
  return rows[0]?.total ?? 0;
}

function listed({ longitude, latitude, ...row }: Found): ListedProject {
  return {
    ...row,
    id: Number(row.id),
    blockId: row.blockId === null ? null : Number(row.blockId),
    leadUnitId: row.leadUnitId === null ? null : Number(row.leadUnitId),
    agreed: Number(row.agreed),
    arrived: Number(row.arrived),
    planned: row.planned === null ? null : Number(row.planned),
    updatedAt: new Date(row.updatedAt),
    location: longitude === null ? undefined : { lng: Number(longitude), lat: Number(latitude) },
  };
}
