import { sql } from 'drizzle-orm';
import type { Actor } from '#accounts/actor.ts';
import { addDays } from '#calendar/workdays.ts';
import type { TwoText } from '#language/lang.ts';
import type { Tx } from '#platform/database.server.ts';
import { zoneChoices } from '#zones/read.server.ts';
import { zonesOfDelivery, type LeaderFacts } from './leader.ts';
import { leaderClusters, leaderImprovements } from './read-measured.server.ts';
import { leaderTasks } from './read-owed.server.ts';
import { heapsOf } from './read-records.server.ts';
import { leaderSlips, leaderStages } from './read-worked.server.ts';
import { changedKinds, waitingKinds } from './records.ts';
import type { ZoneChoice } from './zone-choice.ts';

/** The zones whose page this person reads: an operator those that deliver anything. */
export async function leaderZones(tx: Tx, actor: Actor): Promise<readonly ZoneChoice[]> {
  const own = zonesOfDelivery(actor);
  if (own) return zoneChoices(tx, own);
  const has = (table: string) => sql`exists (select from ${sql.identifier(table)} where zone_code = zone.code)`;
  const kinds = ['plan', 'task', 'indicator', 'cluster', 'project', 'slip'].map(has);
  const { rows } = await tx.execute<{ value: string; label: TwoText }>(sql`
    select code as value, json_build_object('zh', name_zh, 'en', name_en) as label
    from zone where ${sql.join(kinds, sql` or `)} order by code`);
  return rows;
}

/** How many days the page looks back. */
export const weekDays = 7;
const firstLines = 4;

/** All that the page of one zone says, as it is on that day. */
export async function leaderFacts(tx: Tx, zone: ZoneChoice, today: string): Promise<LeaderFacts> {
  const week = { zone: zone.value, today, since: addDays(today, -weekDays) };
  const heaps = await heapsOf(tx, week, { kinds: [...changedKinds, ...waitingKinds], first: firstLines });
  const of = (kinds: readonly string[]) => heaps.filter((heap) => kinds.includes(heap.of));
  return {
    ...week,
    zoneName: zone.label,
    clusters: await leaderClusters(tx, week.zone),
    improvements: await leaderImprovements(tx, week.zone),
    tasks: await leaderTasks(tx, week.zone),
    stages: await leaderStages(tx, week.zone),
    slips: await leaderSlips(tx, week.zone),
    changed: of(changedKinds),
    waiting: of(waitingKinds),
  };
}
