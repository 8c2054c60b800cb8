import { sql, type SQL } from 'drizzle-orm';
import { organisationsOf, type Actor } from '#accounts/actor.ts';
import type { Asked } from '#lists/address.ts';
import { cursorAt, keysetOf, type SortKey } from '#lists/keyset.server.ts';
import { countedTo } from '#lists/list.ts';
import type { Tx } from '#platform/database.server.ts';
import { placesByCode } from '#places/read.server.ts';
import { zonesNamed } from '#zones/read.server.ts';
import { containing } from '#text/like.ts';
import type { DeskOrganisation } from './desk-list.ts';
import { plainCreditCode } from './credit-code.ts';
import { zonesKept } from './organisation.ts';
import { organisationOf, type OrganisationView } from './read.server.ts';
import { organisations } from './tables.server.ts';

const sortKeys: Readonly<Record<string, SortKey>> = {
  name: { by: sql`organisation.name_zh`, type: 'text' },
  updated: { by: sql`organisation.updated_at`, type: 'timestamptz' },
};

/** The organisations this person keeps, a page at a time; what has gone into another is not among them. */
export async function deskOrganisations(tx: Tx, actor: Actor, { limit = 50, ...asked }: Asked & { limit?: number }) {
  const keyset = keysetOf(asked, sortKeys, sql`organisation.id`);
  if (!keyset) throw new Error(`organisations are not sorted by ${asked.sort.key}`);
  const at = asked.sort.key === 'name' ? organisations.nameZh : organisations.updatedAt;
  const where = sql.join([ofActor(actor), ...conditions(asked)], sql` and `);
  const found = await tx
    .select({ row: organisations, at: sql<string>`${at}::text` })
    .from(organisations)
    .where(keyset.where ? sql`${where} and ${keyset.where}` : where)
    .orderBy(keyset.orderBy)
    .limit(limit + 1);
  const last = found.length > limit ? found[limit - 1] : undefined;
  return {
    organisations: await placed(
      tx,
      found.slice(0, limit).map(({ row }) => organisationOf(row)),
    ),
    next: last && cursorAt(last.at, String(last.row.id)),
    total: await countOf(tx, where),
  };
}

async function countOf(tx: Tx, where: SQL): Promise<number> {
  const { rows } = await tx.execute<{ total: number }>(
    sql`select count(*)::int as total from (select from organisation where ${where} limit ${countedTo + 1}) found`,
  );
  return rows[0]?.total ?? 0;
}

/** Those of these numbers that this person keeps. */
export async function organisationsNumbered(tx: Tx, actor: Actor, ids: readonly number[]): Promise<DeskOrganisation[]> {
  if (ids.length === 0) return [];
  const rows = await tx
    .select()
    .from(organisations)
    .where(sql`${ofActor(actor)} and organisation.id = any(${sql.param([...new Set(ids)])}::bigint[])`);
  return placed(tx, rows.map(organisationOf));
}

/** With the names of their zones and places. */
async function placed(tx: Tx, views: readonly OrganisationView[]): Promise<DeskOrganisation[]> {
  const zones = await zonesNamed(tx, [...new Set(views.map(({ zoneCode }) => zoneCode))]);
  const places = await placesByCode(tx, [...new Set(views.flatMap(({ placeCode }) => placeCode ?? []))]);
  return views.map((view) => ({
    ...view,
    zoneName: zones.find(({ code }) => code === view.zoneCode)?.name ?? { zh: view.zoneCode, en: view.zoneCode },
    placeName: places.get(view.placeCode ?? '')?.name,
  }));
}

/** Which rows this person keeps: those of their zones, and the organisations they act for. */
function ofActor(actor: Actor): SQL {
  const zones = zonesKept(actor);
  if (!zones) return sql`organisation.merged_into is null`;
  return sql`organisation.merged_into is null and (organisation.zone_code = any(${sql.param(zones)})
    or organisation.id = any(${sql.param(organisationsOf(actor))}::bigint[]))`;
}

function conditions({ filters: { q, kind, industry, public: isPublic, zone } }: Asked): SQL[] {
  return [
    q && named(q),
    kind && sql`organisation.kind = ${kind}`,
    industry && sql`${industry} = any(organisation.industries)`,
    isPublic && sql`organisation.is_public = ${isPublic === 'yes'}`,
    zone && sql`organisation.zone_code = ${zone}`,
  ].filter((one): one is SQL => typeof one === 'object');
}

function named(text: string): SQL {
  const like = containing(text);
  return sql`(organisation.name_zh ilike ${like} or organisation.name_en ilike ${like}
    or organisation.credit_code = ${plainCreditCode(text)} or organisation.id::text = ${text}
    or exists (select from organisation_name where organisation_id = organisation.id and name ilike ${like}))`;
}
