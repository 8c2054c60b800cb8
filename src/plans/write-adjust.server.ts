import { and, eq, sql } from 'drizzle-orm';
import type { Actor } from '#accounts/actor.ts';
import { namedProblems } from '#events/said.ts';
import { remember } from '#history/write.server.ts';
import { instructionIn } from '#instructions/read.server.ts';
import { dateOf } from '#language/dates.ts';
import { planVerbWords as words } from '#language/words/plan-verbs.ts';
import type { Tx } from '#platform/database.server.ts';
import { done, refused, type Outcome } from '#platform/outcome.ts';
import { adjustmentForm, type TypedAdjustment } from './adjustment.ts';
import { canKeepPlans } from './plan.ts';
import { snapshotNow } from './read-snapshot.server.ts';
import { planAdjustments, plans, planVersions } from './tables.server.ts';
import { refreshPublicPlan } from './write-public.server.ts';

export interface Adjusted {
  /** The version to which what follows belongs. */
  readonly version: number;
  readonly zone: string;
}

export type PlanRow = typeof plans.$inferSelect;

/**
 * To be called before anything of a plan is changed that it promises: goals, targets, dates, units, titles, and what is
 * added to it or taken away. A draft changes freely. In force, the plan as it stands is kept as it was, and what follows in
 * this transaction belongs to the next version; several changes by one instruction on one day are one version.
 */
export async function adjustPlan(
  tx: Tx,
  actor: Actor,
  { plan: id, ...typed }: TypedAdjustment & { plan: number },
): Promise<Outcome<Adjusted>> {
  const own = await ownPlan(tx, actor, id);
  if (!own.ok) return own;
  const plan = own.value;
  if (plan.state === 'closed') return refused({ says: words.isClosed });
  if (plan.state === 'draft') return done({ version: plan.version, zone: plan.zoneCode });
  const said = adjustmentForm.safeParse(typed);
  if (!said.success) return refused(...namedProblems(said.error, words.adjustmentField));
  const instruction = await instructionIn(tx, plan.zoneCode, said.data.instruction);
  if (!instruction) return refused({ field: 'instruction', says: words.noInstruction });
  const adjustedOn = dateOf(new Date());
  const asked = { instructionId: instruction.id, reason: said.data.reason, adjustedOn, actor: actor.id };
  if (await isUnderWay(tx, plan, asked)) return done({ version: plan.version, zone: plan.zoneCode });
  return nextVersion(tx, actor, {
    plan,
    adjustment: { ...asked, leaderName: instruction.leaderName, instructedOn: instruction.givenOn },
  });
}

type Asked = Pick<typeof planAdjustments.$inferInsert, 'instructionId' | 'reason' | 'adjustedOn' | 'actor'>;

/** Whether the plan's present version was begun by the same person, for the same reason, today. */
async function isUnderWay(tx: Tx, { id, version }: PlanRow, asked: Asked): Promise<boolean> {
  const rows = await tx
    .select({ version: planAdjustments.version })
    .from(planAdjustments)
    .where(
      and(
        eq(planAdjustments.planId, id),
        eq(planAdjustments.version, version),
        eq(planAdjustments.instructionId, asked.instructionId),
        eq(planAdjustments.reason, asked.reason),
        eq(planAdjustments.adjustedOn, asked.adjustedOn),
        eq(planAdjustments.actor, asked.actor),
      ),
    );
  return rows.length > 0;
}

interface Next {
  readonly plan: PlanRow;
  readonly adjustment: Asked & Pick<typeof planAdjustments.$inferInsert, 'leaderName' | 'instructedOn'>;
}

async function nextVersion(tx: Tx, actor: Actor, { plan, adjustment }: Next): Promise<Outcome<Adjusted>> {
  const { id, zoneCode } = plan;
  const version = plan.version + 1;
  const frozen = { planId: id, version: plan.version, zoneCode };
  const whole = await snapshotNow(tx, id, 'zone');
  const open = await snapshotNow(tx, id, 'public');
  await tx.insert(planVersions).values([
    { ...frozen, audience: 'zone', snapshot: whole },
    { ...frozen, audience: 'public', snapshot: open },
  ]);
  await tx.insert(planAdjustments).values({ ...adjustment, planId: id, version, zoneCode, actorName: actor.name });
  await tx
    .update(plans)
    .set({ version, updatedAt: sql`now()` })
    .where(eq(plans.id, id));
  const changes = { version: [plan.version, version], reason: ['', adjustment.reason] } as const;
  await remember(tx, actor, { kind: 'plan', record: String(id), action: 'adjust plan', changes, zone: zoneCode });
  await refreshPublicPlan(tx, id);
  return done({ version, zone: zoneCode });
}

/** A plan the actor keeps, locked; another zone's answers like one that does not exist. */
export async function ownPlan(tx: Tx, actor: Actor, id: number): Promise<Outcome<PlanRow>> {
  const [plan] = await tx.select().from(plans).where(eq(plans.id, id)).for('update');
  const isOwn = plan !== undefined && canKeepPlans(actor, plan.zoneCode);
  return isOwn ? done(plan) : refused({ says: words.notFound });
}
