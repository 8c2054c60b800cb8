import { eq, sql } from 'drizzle-orm';
import type { Actor } from '#accounts/actor.ts';
import { changesBetween, type Changes } from '#history/change.ts';
import { remember } from '#history/write.server.ts';
import { fileWords } from '#language/words/files.ts';
import { planVerbWords as words } from '#language/words/plan-verbs.ts';
import type { Tx } from '#platform/database.server.ts';
import { done, refused, type Outcome } from '#platform/outcome.ts';
import { zoneByCode } from '#zones/read.server.ts';
import type { TypedAdjustment } from './adjustment.ts';
import {
  canKeepPlans,
  isOpenPlan,
  planForm,
  planProblems,
  promisedFields,
  spanProblems,
  type PlanFields,
} from './plan.ts';
import { isArticleOf } from './read-articles.server.ts';
import { missingBeforePublic } from './state.ts';
import { plans } from './tables.server.ts';
import { adjustPlan, ownPlan, type PlanRow } from './write-adjust.server.ts';
import { refreshPublicPlan, useDocument } from './write-public.server.ts';

/** Begins a plan of a zone, as a draft. */
export async function createPlan(
  tx: Tx,
  actor: Actor,
  { zone, fields }: { zone: string; fields: unknown },
): Promise<Outcome<{ id: number }>> {
  if (!canKeepPlans(actor, zone) || !(await zoneByCode(tx, zone)))
    return refused({ field: 'zone', says: words.mayNot });
  const said = await parsed(tx, zone, fields);
  if (!said.ok) return said;
  const [plan] = await tx
    .insert(plans)
    .values({ ...said.value, document: null, zoneCode: zone })
    .returning();
  if (!plan) throw new Error('a plan was not kept');
  const { document = null } = said.value;
  if (!(await useDocument(tx, plan, document))) return refused(notOfZone);
  if (document !== null) await tx.update(plans).set({ document }).where(eq(plans.id, plan.id));
  await remember(tx, actor, { kind: 'plan', record: String(plan.id), action: 'add', zone });
  return done({ id: plan.id });
}

/** Changes what is said of a plan. What it promises changes, once it is in force, only by an adjustment. */
export async function changePlan(
  tx: Tx,
  actor: Actor,
  { id, revision, fields, adjustment }: { id: number; revision: number; fields: unknown; adjustment: TypedAdjustment },
): Promise<Outcome<{ id: number }>> {
  const own = await ownPlan(tx, actor, id);
  if (!own.ok) return own;
  const plan = own.value;
  const said = await changeSaid(tx, plan, { revision, fields });
  if (!said.ok) return said;
  const changes = changesBetween<Partial<PlanFields>>(plan, said.value);
  if (Object.keys(changes).length === 0) return done({ id });
  if (promisedFields.some((field) => field in changes)) {
    const adjusted = await adjustPlan(tx, actor, { plan: id, ...adjustment });
    if (!adjusted.ok) return adjusted;
  }
  return keepChange(tx, actor, { plan, changes, fields: said.value });
}

/** What a form says of a plan that may still be changed, by somebody who saw it as it is. */
async function changeSaid(
  tx: Tx,
  plan: PlanRow,
  { revision, fields }: { revision: number; fields: unknown },
): Promise<Outcome<PlanFields>> {
  if (plan.state === 'closed') return refused({ says: words.isClosed });
  if (plan.revision !== revision) return refused({ says: words.changedMeanwhile });
  const said = await parsed(tx, plan.zoneCode, fields);
  if (!said.ok) return said;
  const missing = isOpenPlan(plan) ? missingBeforePublic(said.value) : [];
  return missing.length > 0 ? refused(...missing) : said;
}

interface Change {
  readonly plan: PlanRow;
  readonly fields: PlanFields;
  readonly changes: Changes;
}

async function keepChange(tx: Tx, actor: Actor, { plan, fields, changes }: Change): Promise<Outcome<{ id: number }>> {
  const { id, zoneCode: zone, revision } = plan;
  const { document = plan.document } = fields;
  if (!(await useDocument(tx, plan, document))) return refused(notOfZone);
  await tx
    .update(plans)
    .set({ ...fields, revision: revision + 1, updatedAt: sql`now()` })
    .where(eq(plans.id, id));
  await remember(tx, actor, { kind: 'plan', record: String(id), action: 'change', changes, zone });
  await refreshPublicPlan(tx, id);
  return done({ id });
}

const notOfZone = { field: 'document', says: fileWords.notOfZone };

async function parsed(tx: Tx, zone: string, fields: unknown): Promise<Outcome<PlanFields>> {
  const said = planForm.safeParse(fields);
  if (!said.success) return refused(...planProblems(said.error));
  const problems = spanProblems(said.data);
  if (problems.length > 0) return refused(...problems);
  const { articleId = null } = said.data;
  const isOwn = articleId === null || (await isArticleOf(tx, zone, articleId));
  return isOwn ? done(said.data) : refused({ field: 'articleId', says: words.noArticle });
}
