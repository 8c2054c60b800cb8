import { sql } from 'drizzle-orm';
import type { IndicatorLight } from '#indicators/indicator.ts';
import type { TwoText } from '#language/lang.ts';
import type { Tx } from '#platform/database.server.ts';
import type { Improvement, LeaderCluster, LeaderIndicator } from './leader.ts';
import { nameOf } from './sample-name.ts';

const two = (zh: string, en: string): TwoText => ({ zh, en: en || zh });

type FoundCluster = Pick<LeaderCluster, 'tier' | 'years'> & { id: string; zh: string; en: string; sample: boolean };

/** The clusters of a zone with all their years. */
export async function leaderClusters(tx: Tx, zone: string): Promise<LeaderCluster[]> {
  const { rows } = await tx.execute<FoundCluster>(sql`
    select cluster.id::text, tier, cluster.sample, name_zh as zh, name_en as en, coalesce(json_agg(json_build_object('year', year,
      'target', target, 'stated', stated, 'computed', computed) order by year) filter (where year is not null), '[]') as years
    from cluster left join cluster_year on cluster_id = cluster.id
    where cluster.zone_code = ${zone} group by cluster.id order by position, cluster.id`);
  return rows.map(({ id, zh, en, sample, ...rest }) => ({
    ...rest,
    id: Number(id),
    name: nameOf(two(zh, en), sample),
  }));
}

type FoundImprovement = Pick<Improvement, 'key' | 'total' | 'lights' | 'name'> & { indicators: FoundIndicator[] };
type FoundIndicator = Omit<LeaderIndicator, 'id' | 'values'> & { id: string; values: number[] | null; sample: boolean };

/** So many of each improvement are drawn, and of each so many values. */
const drawn = { indicators: 4, values: 12 };

const lightCount = (light: IndicatorLight) => sql`${light}::text, count(*) filter (where light = ${light})`;

/** The indicators of a zone by improvement: how many of each light, and the worst of each with their last values. */
export async function leaderImprovements(tx: Tx, zone: string): Promise<Improvement[]> {
  const { rows } = await tx.execute<FoundImprovement>(sql`
    with own as (
      select indicator.*, row_number() over (partition by improvement
        order by array_position(array['red', 'yellow', 'green', 'none'], light), position, id) as place
      from indicator where zone_code = ${zone}),
    shown as (
      select improvement, json_agg(json_build_object('id', id::text, 'sample', sample, 'light', light, 'decimals', decimals,
        'name', json_build_object('zh', name_zh, 'en', coalesce(nullif(name_en, ''), name_zh)),
        'measure', json_build_object('zh', measure_zh, 'en', coalesce(nullif(measure_en, ''), measure_zh)),
        'latest', latest, 'latestOn', latest_on, 'target', target, 'targetOn', target_on,
        'values', (select json_agg(value order by period_end) from (select period_end, value from observation
          where indicator_id = own.id and is_current order by period_end desc limit ${drawn.values}) last)) order by place) as indicators
      from own where place <= ${drawn.indicators} group by improvement),
    counted as (
      select improvement, count(*)::int as total, json_build_object(${lightCount('none')}, ${lightCount('green')},
        ${lightCount('yellow')}, ${lightCount('red')}) as lights from own group by improvement)
    select improvement as key, total, lights, indicators, case when improvement.key is not null
      then json_build_object('zh', name_zh, 'en', coalesce(nullif(name_en, ''), name_zh)) end as name
    from counted join shown using (improvement) left join improvement on improvement.key = counted.improvement
    order by improvement.position nulls last, 1`);
  return rows.map(({ indicators, ...row }) => ({
    ...row,
    indicators: indicators.map(({ id, values, sample, ...one }) => ({
      ...{ ...one, id: Number(id), name: nameOf(one.name, sample), values: values ?? [] },
    })),
  }));
}
