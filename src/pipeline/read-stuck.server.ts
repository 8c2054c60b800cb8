import { sql } from 'drizzle-orm';
import { daysBetween } from '#calendar/workdays.ts';
import type { Tx } from '#platform/database.server.ts';
import { usualDays } from '#projects/read-facts.server.ts';
import { reasonsOn, type LightReason } from '#projects/standing.ts';
import type { StuckProject } from './meeting.ts';

/** So many a meeting can go through; the list has all. */
export const mostStuck = 200;

type Found = Omit<StuckProject, 'id' | 'days' | 'usual' | 'reasons'> & {
  id: string;
  since: string;
  reasons: LightReason[];
};

/** The projects of a zone that have a light, red before yellow, what is worth most first. */
export async function stuckIn(tx: Tx, { zone, today }: { zone: string; today: string }): Promise<StuckProject[]> {
  const usual = await usualDays(tx);
  const { rows } = await tx.execute<Found>(sql`
    select id::text, reference, stage, light, light_reasons as reasons, stage_since::text as since,
      json_build_object('zh', name_zh, 'en', coalesce(nullif(name_en, ''), name_zh)) as name,
      next_step as "nextStep", next_step_on::text as "nextStepOn", manager_name as "managerName"
    from project where zone_code = ${zone} and merged_into is null and light in ('red', 'yellow')
    order by array_position(array['red', 'yellow'], light), greatest(agreed, planned_investment) desc nulls last, id
    limit ${mostStuck}`);
  return rows.map(({ since, ...row }) => ({
    ...{ ...row, id: Number(row.id), reasons: reasonsOn(row.reasons, today) },
    ...{ days: daysBetween(since, today), usual: usual[row.stage] ?? null },
  }));
}
