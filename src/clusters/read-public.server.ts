import { sql, type SQL } from 'drizzle-orm';
import type { TwoText } from '#language/lang.ts';
import type { Db } from '#platform/database.server.ts';
import { shownOutput, type YearOutput } from './output.ts';
import type { PublicCluster, PublicYear } from './public.ts';
import { inBoth } from './read.server.ts';

type Pair = readonly [zh: string, en: string];
type FoundYear = YearOutput & { counted: number; source: Pair; url: string };
type Found = Omit<PublicCluster, 'name' | 'summary' | 'leads' | 'years'> & {
  name: Pair;
  summary: Pair;
  leads: { id: number; name: Pair }[] | null;
  years: FoundYear[] | null;
};

/** The public clusters of a plan, in their order. */
export function publicClustersOfPlan(db: Db, plan: number): Promise<PublicCluster[]> {
  return publicClusters(db, sql`cluster.plan_id = ${plan}`);
}

/** The public clusters that an organisation belongs to. */
export function publicClustersOfOrganisation(db: Db, organisation: number): Promise<PublicCluster[]> {
  return publicClusters(
    db,
    sql`exists (select from cluster_member where cluster_id = cluster.id and organisation_id = ${organisation})`,
  );
}

async function publicClusters(db: Db, where: SQL): Promise<PublicCluster[]> {
  const { rows } = await db.execute<Found & Record<string, unknown>>(sql`
    select cluster.id::int, tier, jsonb_build_array(name_zh, name_en) as name, jsonb_build_array(summary_zh, summary_en) as summary,
      industries, sample, (select count(*)::int from cluster_member where cluster_id = cluster.id) as members,
      (select jsonb_agg(jsonb_build_object('id', o.id, 'name', jsonb_build_array(o.name_zh, o.name_en)) order by o.name_zh)
        from cluster_member m join organisation o on o.id = m.organisation_id and o.is_public and o.merged_into is null
        where m.cluster_id = cluster.id and m.is_lead) as leads,
      (select jsonb_agg(jsonb_build_object('year', year, 'target', target, 'stated', stated, 'computed', computed,
          'counted', counted, 'source', jsonb_build_array(source_zh, source_en), 'url', source_url) order by year)
        from cluster_year where cluster_id = cluster.id) as years
    from cluster where is_public and ${where} order by position, cluster.id limit 200`);
  return rows.map(({ name, summary, leads, years, ...row }) => ({
    ...row,
    ...{ name: inBoth(...name), summary: inBoth(...summary) },
    leads: (leads ?? []).map((lead) => ({ id: lead.id, name: inBoth(...lead.name) })),
    years: (years ?? []).map(publicYear),
  }));
}

const nothing: TwoText = { zh: '', en: '' };

/** The source of a stated number goes with it; a sum has none but its members. */
function publicYear(year: FoundYear): PublicYear {
  const shown = shownOutput(year);
  const isStated = shown?.kind === 'stated';
  return {
    ...{ year: year.year, target: year.target, counted: year.counted },
    ...{ value: shown?.value ?? null, kind: shown?.kind ?? null },
    ...{ source: isStated ? inBoth(...year.source) : nothing, sourceUrl: isStated ? year.url : '' },
  };
}
