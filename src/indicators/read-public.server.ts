import { sql } from 'drizzle-orm';
import type { Db } from '#platform/database.server.ts';
import type { PublicIndicator, PublicObservation } from './public.ts';
import { inBoth } from './read.server.ts';

type Pair = readonly [zh: string, en: string];
type Found = Omit<PublicIndicator, 'name' | 'definition' | 'measure' | 'improvement' | 'observations' | 'targets'> & {
  name: Pair;
  definition: Pair;
  measure: Pair;
  improvement: { key: string; name: Pair } | null;
  targets: PublicIndicator['targets'] | null;
  observations: (Omit<PublicObservation, 'source'> & { source: Pair })[] | null;
};

/** The public indicators of a plan with the values that stand, in the order of the improvements and their own. */
export async function publicIndicatorsOfPlan(db: Db, plan: number): Promise<PublicIndicator[]> {
  const { rows } = await db.execute<Found & Record<string, unknown>>(sql`
    select i.id::int, i.key, jsonb_build_array(i.name_zh, i.name_en) as name,
      jsonb_build_array(i.definition_zh, i.definition_en) as definition, jsonb_build_array(i.measure_zh, i.measure_en) as measure,
      i.decimals, i.direction, i.period, i.accumulation, i.light, i.sample,
      case when i.baseline is not null then jsonb_build_object('end', i.baseline_on, 'value', i.baseline) end as baseline,
      case when g.key is not null then jsonb_build_object('key', g.key, 'name', jsonb_build_array(g.name_zh, g.name_en)) end as improvement,
      case when i.forecast is not null then jsonb_build_object('end', i.target_on, 'middle', i.forecast, 'low', i.forecast_low,
        'high', i.forecast_high) end as forecast,
      (select jsonb_agg(jsonb_build_object('end', period_end, 'value', value) order by period_end) from indicator_target
        where indicator_id = i.id) as targets,
      (select jsonb_agg(jsonb_build_object('end', period_end, 'value', value, 'state', state, 'origin', origin,
          'source', jsonb_build_array(source_zh, source_en), 'sourceUrl', source_url, 'document', document,
          'article', (select id from article where id = article_id and state = 'published')) order by period_end)
        from (select * from observation where indicator_id = i.id and is_current order by period_end desc limit 60) o) as observations
    from indicator i left join improvement g on g.key = i.improvement
    where i.is_public and i.plan_id = ${plan} order by g.position nulls last, i.position, i.id limit 500`);
  return rows.map(({ name, definition, measure, improvement, targets, observations, ...row }) => ({
    ...row,
    ...{ name: inBoth(...name), definition: inBoth(...definition), measure: inBoth(...measure) },
    improvement: improvement && { key: improvement.key, name: inBoth(...improvement.name) },
    targets: targets ?? [],
    observations: (observations ?? []).map(({ source, ...one }) => ({ ...one, source: inBoth(...source) })),
  }));
}
