import { eq, sql } from 'drizzle-orm';
import type { Actor } from '#accounts/actor.ts';
import { remember } from '#history/write.server.ts';
import { dateOf } from '#language/dates.ts';
import { planVerbWords as words } from '#language/words/plan-verbs.ts';
import type { Tx } from '#platform/database.server.ts';
import { done, refused, type Outcome } from '#platform/outcome.ts';
import { adjustmentForm } from './adjustment.ts';
import { readinessOf } from './read-readiness.server.ts';
import { afterStep, missingBeforeForce, missingBeforePublic } from './state.ts';
import { plans } from './tables.server.ts';
import { ownPlan } from './write-adjust.server.ts';
import { refreshPublicPlan } from './write-public.server.ts';

type Answer = Promise<Outcome<{ id: number }>>;

/** Brings a plan into force: from here on it is adjusted in the open or not at all. */
export async function enforcePlan(tx: Tx, actor: Actor, id: number): Answer {
  const own = await ownPlan(tx, actor, id);
  if (!own.ok) return own;
  const state = afterStep(own.value.state, 'enforce');
  if (!state) return refused({ says: words.onlyDraft });
  const missing = missingBeforeForce(await readinessOf(tx, own.value));
  if (missing.length > 0) return refused(...missing);
  return keep(tx, actor, { id, zone: own.value.zoneCode, action: 'enforce plan', set: { state } });
}

/** Ends a plan: what it was and what came of it stays to be read. */
export async function closePlan(tx: Tx, actor: Actor, { id, reason }: { id: number; reason: string }): Answer {
  const own = await ownPlan(tx, actor, id);
  if (!own.ok) return own;
  const state = afterStep(own.value.state, 'close');
  if (!state) return refused({ says: words.onlyInForce });
  const said = adjustmentForm.shape.reason.safeParse(reason);
  if (!said.success) return refused({ field: 'reason', says: words.giveReason });
  const set = { state, closedOn: dateOf(new Date()), closedReason: said.data };
  return keep(tx, actor, { id, zone: own.value.zoneCode, action: 'close plan', set });
}

/** Shows a plan to everybody, or takes it back. */
export async function showPlan(tx: Tx, actor: Actor, { id, isPublic }: { id: number; isPublic: boolean }): Answer {
  const own = await ownPlan(tx, actor, id);
  if (!own.ok) return own;
  if (own.value.state === 'draft') return refused({ says: words.publicAfterForce });
  const missing = isPublic ? missingBeforePublic(own.value) : [];
  if (missing.length > 0) return refused(...missing);
  const action = isPublic ? 'made public' : 'withdraw';
  return keep(tx, actor, { id, zone: own.value.zoneCode, action, set: { isPublic } });
}

/** Removes a draft; a plan that was in force stays. */
export async function removePlan(tx: Tx, actor: Actor, id: number): Answer {
  const own = await ownPlan(tx, actor, id);
  if (!own.ok) return own;
  if (own.value.state !== 'draft') return refused({ says: words.onlyDraftGoes });
  const { indicators, tasks, clusters } = await readinessOf(tx, own.value);
  if (indicators + tasks + clusters > 0) return refused({ says: words.hasParts });
  await tx.delete(plans).where(eq(plans.id, id));
  await remember(tx, actor, { kind: 'plan', record: String(id), action: 'deleted', zone: own.value.zoneCode });
  return done({ id });
}

interface Step {
  readonly id: number;
  readonly zone: string;
  readonly action: string;
  readonly set: Partial<typeof plans.$inferInsert>;
}

async function keep(tx: Tx, actor: Actor, { id, zone, action, set }: Step): Answer {
  await tx
    .update(plans)
    .set({ ...set, revision: sql`${plans.revision} + 1`, updatedAt: sql`now()` })
    .where(eq(plans.id, id));
  await remember(tx, actor, { kind: 'plan', record: String(id), action, zone });
  await refreshPublicPlan(tx, id);
  return done({ id });
}
