import { and, desc, eq } from 'drizzle-orm';
import type { Db, Tx } from '#platform/database.server.ts';
import { snapshotNow } from './read-snapshot.server.ts';
import type { PlanSnapshot } from './snapshot.ts';
import { planAdjustments, planVersions, type plans } from './tables.server.ts';

/** One change of a plan in the open, as everybody reads it. */
export interface AdjustmentView {
  readonly version: number;
  readonly leader: string;
  readonly instructedOn: string;
  readonly reason: string;
  readonly adjustedOn: string;
}

/** Every change of a plan since it came into force, the latest first. */
export async function adjustmentsOf(db: Db, plan: number): Promise<AdjustmentView[]> {
  return db
    .select({
      version: planAdjustments.version,
      leader: planAdjustments.leaderName,
      instructedOn: planAdjustments.instructedOn,
      reason: planAdjustments.reason,
      adjustedOn: planAdjustments.adjustedOn,
    })
    .from(planAdjustments)
    .where(eq(planAdjustments.planId, plan))
    .orderBy(desc(planAdjustments.version));
}

type Audience = 'zone' | 'public';

/** What a plan was at one of its versions, its goals, targets and tasks included; the latest is what it is now. */
export async function planAt(
  tx: Tx,
  plan: Pick<typeof plans.$inferSelect, 'id' | 'version'>,
  { version, audience }: { version: number; audience: Audience },
): Promise<PlanSnapshot | undefined> {
  if (version === plan.version) return snapshotNow(tx, plan.id, audience);
  const [row] = await tx
    .select({ snapshot: planVersions.snapshot })
    .from(planVersions)
    .where(
      and(eq(planVersions.planId, plan.id), eq(planVersions.version, version), eq(planVersions.audience, audience)),
    );
  return row?.snapshot;
}
