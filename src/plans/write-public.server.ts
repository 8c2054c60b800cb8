import { eq } from 'drizzle-orm';
import { showFiles, useFiles } from '#files/write-use.server.ts';
import { notifyChanged } from '#platform/changed.server.ts';
import type { Tx } from '#platform/database.server.ts';
import { putEntries, removeEntries } from '#search/write.server.ts';
import { planEntries } from './entry.ts';
import { isOpenPlan } from './plan.ts';
import { planWithPlace } from './read-place.server.ts';
import { goals, type plans } from './tables.server.ts';

/**
 * Brings what everybody sees of a plan in line with what it is now: search, its document, and the pages that are kept.
 * Whoever changes an indicator, a cluster or a task of a plan calls it too.
 */
export async function refreshPublicPlan(tx: Tx, id: number): Promise<void> {
  const row = await planWithPlace(tx, id);
  if (!row) return;
  const { plan, ...place } = row;
  const isPublic = isOpenPlan(plan);
  await showFiles(tx, { kind: 'plan', record: String(id), isPublic });
  if (isPublic) {
    const wanted = await tx.select({ zh: goals.titleZh, en: goals.titleEn }).from(goals).where(eq(goals.planId, id));
    await putEntries(tx, planEntries({ ...plan, ...place }, wanted));
  } else await removeEntries(tx, 'plan', [String(id)]);
  await notifyChanged(tx, planTags(id));
}

/** Says which file the plan keeps; answers whether it may be used. */
export async function useDocument(tx: Tx, plan: typeof plans.$inferSelect, document: string | null): Promise<boolean> {
  const user = { kind: 'plan', record: String(plan.id), zone: plan.zoneCode, isPublic: isOpenPlan(plan) };
  const refusedFiles = await useFiles(tx, user, document === null ? [] : [document]);
  return refusedFiles.length === 0;
}

/** The pages that show a plan: its own, the list of plans, and the home page. */
export function planTags(id: number): string[] {
  return [`plan:${id}`, 'plan-list'];
}
