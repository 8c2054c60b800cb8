import { sql } from 'drizzle-orm';
import type { Actor } from '#accounts/actor.ts';
import type { Tx } from '#platform/database.server.ts';
import { comparing, exactKeysOf, keysOf, tellingKeysOf, type Compared, type Likeness } from './alike.ts';
import { canSeeProject, type Stage } from './project.ts';

export interface Alike {
  readonly id: number;
  readonly reference: string;
  readonly nameZh: string;
  readonly nameEn: string;
  readonly stage: Stage;
  readonly by: readonly Likeness[];
}

const mostShown = 5;
/** So many are compared in full: those that share most with it. */
const mostCompared = 100;

type Found = Omit<Alike, 'id' | 'by'> &
  Pick<Compared, 'investorName' | 'site'> & { id: string; investor: string | null };

/** Projects of the zone that may be the one somebody is about to add, likeliest first. */
export async function alikeTo(
  tx: Tx,
  actor: Actor,
  { zone, except = 0, ...one }: Compared & { readonly zone: string; readonly except?: number },
): Promise<Alike[]> {
  if (!canSeeProject(actor, { zoneCode: zone })) return [];
  const compare = comparing(one);
  return (await candidates(tx, { zone, except, one }))
    .map((row) => ({ ...row, investorId: row.investor === null ? null : Number(row.investor) }))
    .map((row) => ({ ...row, id: Number(row.id), ...compare(row) }))
    .filter(({ by }) => by.length > 0)
    .sort((a, b) => b.score - a.score || a.id - b.id)
    .slice(0, mostShown)
    .map(({ id, reference, nameZh, nameEn, stage, by }) => ({ id, reference, nameZh, nameEn, stage, by }));
}

interface Asked {
  readonly zone: string;
  readonly except: number;
  readonly one: Compared;
}

/** Those that share a telling pair of characters, an investor or a site with it; the same investor or site first. */
async function candidates(tx: Tx, { zone, except, one }: Asked): Promise<Found[]> {
  const [exact, keys] = [exactKeysOf(one), keysOf(one)];
  const wanted = [...exact, ...tellingKeysOf(one)];
  const { rows } = await tx.execute<Found>(sql`
    select id::text, reference, name_zh as "nameZh", name_en as "nameEn", stage, investor_id::text as investor,
      investor_name as "investorName", site
    from project where zone_code = ${zone} and merged_into is null and id <> ${except}
      and (alike_keys && ${sql.param(wanted)}::text[] or investor_id = ${one.investorId}::bigint)
    order by (alike_keys && ${sql.param(exact)}::text[] or investor_id is not distinct from ${one.investorId}::bigint
        and investor_id is not null) desc,
      (select count(*) from unnest(alike_keys) as own (key) where key = any(${sql.param(keys)}::text[])) desc, id
    limit ${mostCompared}`);
  return rows;
}
