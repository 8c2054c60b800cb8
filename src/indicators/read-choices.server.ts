import { sql } from 'drizzle-orm';
import type { Actor } from '#accounts/actor.ts';
import type { Choice } from '#lists/list.ts';
import type { PlanState } from '#plans/state.ts';
import type { Tx } from '#platform/database.server.ts';
import type { IndicatorChoices } from './fields.ts';
import { canDefine } from './indicator.ts';
import { inBoth } from './read.server.ts';

/** What an indicator of the zone can be tied to. */
export async function choicesOf(tx: Tx, zone: string): Promise<IndicatorChoices> {
  const { rows } = await tx.execute<{ of: string; value: string; zh: string; en: string }>(sql`
    select 'plans' as of, id::text as value, title_zh as zh, title_en as en, -extract(epoch from begins_on) as place
      from plan where zone_code = ${zone}
    union all select 'goals', goal.id::text, plan.title_zh || ' › ' || goal.title_zh,
      coalesce(nullif(plan.title_en, ''), plan.title_zh) || ' › ' || coalesce(nullif(goal.title_en, ''), goal.title_zh),
      goal.plan_id * 10000 + goal.position from goal join plan on plan.id = goal.plan_id where goal.zone_code = ${zone}
    union all select 'clusters', id::text, name_zh, name_en, position from cluster where zone_code = ${zone}
    union all select 'units', id::text, name_zh, name_en, position from unit where zone_code = ${zone} and active
    union all select 'improvements', key, name_zh, name_en, position from improvement
    order by of, place, value limit 2000`);
  const of = (name: keyof IndicatorChoices): Choice[] =>
    rows.filter((row) => row.of === name).map(({ value, zh, en }) => ({ value, label: inBoth(zh, en) }));
  return {
    ...{ plans: of('plans'), goals: of('goals'), clusters: of('clusters') },
    ...{ units: of('units'), improvements: of('improvements') },
  };
}

/** The plans of the zones in which this person defines what is measured, the newest first. */
export async function plansDefined(
  tx: Tx,
  actor: Actor,
): Promise<(Choice & { readonly zone: string; readonly state: PlanState })[]> {
  const { rows } = await tx.execute<{ value: string; zh: string; en: string; zone: string; state: PlanState }>(sql`
    select id::text as value, title_zh as zh, title_en as en, zone_code as zone, state from plan
    where state <> 'closed' order by begins_on desc, id desc limit 500`);
  return rows
    .filter(({ zone }) => canDefine(actor, zone))
    .map(({ value, zh, en, zone, state }) => ({ value, label: inBoth(zh, en), zone, state }));
}
