import { eq, sql } from 'drizzle-orm';
import type { Actor } from '#accounts/actor.ts';
import type { TwoText } from '#language/lang.ts';
import type { Tx } from '#platform/database.server.ts';
import { canKeepClusters, canSeeClusters, type Chain } from './cluster.ts';
import type { ClusterRow } from './read-row.server.ts';
import { clusters } from './tables.server.ts';

export interface MemberView {
  readonly organisation: number;
  readonly name: TwoText;
  readonly chain: Chain;
  readonly isLead: boolean;
  /** What it made by year, with where that is from. */
  readonly figures: Readonly<Record<string, { readonly value: number; readonly source: string; readonly url: string }>>;
}

export interface YearView {
  readonly year: number;
  readonly target: number | null;
  readonly stated: number | null;
  readonly computed: number | null;
  readonly counted: number;
  readonly members: number;
  readonly source: TwoText;
  readonly sourceUrl: string;
}

export interface ClusterView {
  readonly row: ClusterRow;
  readonly name: TwoText;
  readonly zone: TwoText;
  readonly plan: TwoText | undefined;
  readonly members: readonly MemberView[];
  readonly years: readonly YearView[];
  readonly mayKeep: boolean;
}

/** A cluster with its members and their figures, as the zone's people see it; for anybody else there is none. */
export async function clusterFor(tx: Tx, actor: Actor, id: number): Promise<ClusterView | undefined> {
  const [row] = await tx.select().from(clusters).where(eq(clusters.id, id));
  if (!row || !canSeeClusters(actor, row.zoneCode)) return undefined;
  const { rows } = await tx.execute<{ zone: [string, string] | null; plan: [string, string] | null }>(sql`select
    (select jsonb_build_array(name_zh, name_en) from zone where code = ${row.zoneCode}) as zone,
    (select jsonb_build_array(title_zh, title_en) from plan where id = ${row.planId}) as plan`);
  const text = (pair: [string, string] | null | undefined) => (pair ? inBoth(...pair) : undefined);
  return {
    row,
    name: inBoth(row.nameZh, row.nameEn),
    zone: text(rows[0]?.zone) ?? inBoth(row.zoneCode, ''),
    plan: text(rows[0]?.plan),
    members: await membersOf(tx, row),
    years: await yearsOf(tx, id),
    mayKeep: canKeepClusters(actor, row.zoneCode),
  };
}

/** What is said in one language only is said so in both. */
export function inBoth(zh: string, en: string): TwoText {
  return { zh: zh || en, en: en || zh };
}

async function membersOf(tx: Tx, { id, zoneCode }: ClusterRow): Promise<MemberView[]> {
  const { rows } = await tx.execute<Omit<MemberView, 'name'> & { zh: string; en: string }>(sql`
    select m.organisation_id::int as organisation, o.name_zh as zh, o.name_en as en, m.chain, m.is_lead as "isLead",
      coalesce((select jsonb_object_agg(year, jsonb_build_object('value', value, 'source', source, 'url', source_url))
        from organisation_output where organisation_id = m.organisation_id and zone_code = ${zoneCode}), '{}') as figures
    from cluster_member m join organisation o on o.id = m.organisation_id where m.cluster_id = ${id}
    order by m.is_lead desc, array_position(array['upstream', 'midstream', 'downstream', 'service'], m.chain), o.name_zh limit 1000`);
  return rows.map(({ zh, en, ...member }) => ({ ...member, name: inBoth(zh, en) }));
}

async function yearsOf(tx: Tx, id: number): Promise<YearView[]> {
  const { rows } = await tx.execute<Omit<YearView, 'source'> & { zh: string; en: string }>(sql`
    select year, target::float8 as target, stated::float8 as stated, computed::float8 as computed, counted, members,
      source_zh as zh, source_en as en, source_url as "sourceUrl" from cluster_year where cluster_id = ${id} order by year`);
  return rows.map(({ zh, en, ...year }) => ({ ...year, source: inBoth(zh, en) }));
}

/** The organisation that is meant by a number or by its full name; undefined where none is, or more than one. */
export async function organisationMeant(tx: Tx, zone: string, text: string): Promise<number | undefined> {
  const { rows } = await tx.execute<{ id: string }>(sql`select id from organisation
    where merged_into is null and (is_public or zone_code = ${zone})
      and (id::text = ${text} or name_zh = ${text} or name_en = ${text}) limit 2`);
  return rows.length === 1 ? Number(rows[0]?.id) : undefined;
}

/** The plans of a zone, to choose from. */
export async function planChoices(tx: Tx, zone: string) {
  const { rows } = await tx.execute<{ value: string; zh: string; en: string }>(sql`
    select id::text as value, title_zh as zh, title_en as en from plan where zone_code = ${zone} order by begins_on desc limit 200`);
  return rows.map(({ value, zh, en }) => ({ value, label: inBoth(zh, en) }));
}
