import { eq, sql } from 'drizzle-orm';
import { theSystem, type Actor } from '#accounts/actor.ts';
import type { Arrived } from '#files/prepare.server.ts';
import { addFileOnce, type Keeping } from '#files/write.server.ts';
import { remember } from '#history/write.server.ts';
import { fileWords } from '#language/words/files.ts';
import { planVerbWords as words } from '#language/words/plan-verbs.ts';
import { viewWords } from '#language/words/view.ts';
import { refused, done, type Outcome } from '#platform/outcome.ts';
import { canKeepPlans } from './plan.ts';
import { planOfDesk } from './read-desk.server.ts';
import { plans } from './tables.server.ts';
import { ownPlan } from './write-adjust.server.ts';
import { refreshPublicPlan, useDocument } from './write-public.server.ts';

/** Attaches the document of a plan: the file is kept first, then the plan names it. */
export async function attachDocument(
  keeping: Keeping,
  actor: Actor,
  { id, arrived }: { id: number; arrived: Arrived | undefined },
): Promise<Outcome<{ id: number }>> {
  const kept = await keepFor(keeping, actor, { id, arrived });
  if (!kept.ok) return kept;
  return keeping.database.allOrNothing(actor, async (tx) => {
    const own = await ownPlan(tx, actor, id);
    if (!own.ok) return own;
    const plan = own.value;
    if (plan.state === 'closed') return refused({ says: words.isClosed });
    const document = kept.value.id;
    if (!(await useDocument(tx, plan, document))) return refused({ field: 'file', says: fileWords.notOfZone });
    await tx
      .update(plans)
      .set({ document, revision: plan.revision + 1, updatedAt: sql`now()` })
      .where(eq(plans.id, id));
    const changes = { document: [plan.document, document] } as const;
    const zone = plan.zoneCode;
    await remember(tx, actor, { kind: 'plan', record: String(id), action: 'attached files', changes, zone });
    await refreshPublicPlan(tx, id);
    return done({ id });
  });
}

/** Whoever keeps plans may bring their document, also a leader, who keeps no other files of the zone. */
async function keepFor(
  keeping: Keeping,
  actor: Actor,
  { id, arrived }: { id: number; arrived: Arrived | undefined },
): Promise<Outcome<{ id: string }>> {
  if (actor.viewedBy) return refused({ says: viewWords.onlyLooking });
  const plan = await keeping.database.inTransaction(actor, (tx) => planOfDesk(tx, actor, id));
  if (!plan || !canKeepPlans(actor, plan.zoneCode)) return refused({ says: words.notFound });
  if (!arrived) return refused({ field: 'file', says: fileWords.chooseFile });
  return addFileOnce(keeping, theSystem, { zone: plan.zoneCode, arrived, mustBePicture: false });
}
