import { and, asc, eq, inArray, sql } from 'drizzle-orm';
import type { Actor } from '#accounts/actor.ts';
import { remember } from '#history/write.server.ts';
import { proposalWords as words } from '#language/words/proposals.ts';
import type { TypedAdjustment } from '#plans/adjustment.ts';
import { adjustPlan, ownPlan, type PlanRow } from '#plans/write-adjust.server.ts';
import type { Tx } from '#platform/database.server.ts';
import { done, refused, type Outcome, type Problem } from '#platform/outcome.ts';
import { fieldProblems, isTyped, type ProposalFields } from './proposal.ts';
import { proposals } from './tables.server.ts';
import { makeRecord, type ProposalRow } from './write-record.server.ts';

/** Keeps what a person has put right in a proposal. */
export async function editProposal(
  tx: Tx,
  actor: Actor,
  { plan, id, revision, fields }: { plan: number; id: number; revision: number; fields: ProposalFields },
): Promise<Outcome<{ id: number }>> {
  const found = await openOnes(tx, actor, { plan, ids: [id] });
  if (!found.ok) return found;
  const [row] = found.value.rows;
  if (!row) return refused({ says: words.notOpen });
  if (row.revision !== revision) return refused({ says: words.changedMeanwhile });
  if (!isTyped(row.kind, fields)) return refused({ says: words.formWrong });
  await tx
    .update(proposals)
    .set({ fields, revision: revision + 1 })
    .where(eq(proposals.id, id));
  return done({ id });
}

interface Settled {
  readonly accepted: number;
  /** What could not be accepted, by its proposal. */
  readonly refused: readonly { readonly id: number; readonly problems: readonly Problem[] }[];
}

interface Accepted {
  readonly plan: number;
  readonly ids: readonly number[];
  readonly adjustment: TypedAdjustment;
}

/** Makes records of proposals, goals before what hangs beneath them; one that is refused does not keep the others out. */
export async function acceptProposals(tx: Tx, actor: Actor, asked: Accepted): Promise<Outcome<Settled>> {
  const { plan, ids, adjustment } = asked;
  const found = await openOnes(tx, actor, { plan, ids });
  if (!found.ok) return found;
  if (found.value.rows.length === 0) return refused({ says: words.chooseSome });
  const adjusted = await adjustPlan(tx, actor, { plan, ...adjustment });
  if (!adjusted.ok) return adjusted;
  const failures: { id: number; problems: readonly Problem[] }[] = [];
  for (const row of found.value.rows) {
    const outcome = await acceptOne(tx, actor, { row, plan: found.value.plan, adjustment });
    if (!outcome.ok) failures.push({ id: row.id, problems: outcome.problems });
  }
  const accepted = found.value.rows.length - failures.length;
  return accepted === 0
    ? refused(...failures.flatMap(({ problems }) => problems))
    : done({ accepted, refused: failures });
}

interface One {
  readonly row: ProposalRow;
  readonly plan: PlanRow;
  readonly adjustment: TypedAdjustment;
}

class NotMade extends Error {
  readonly problems: Problem[];

  constructor(problems: Problem[]) {
    super('a proposal was refused');
    this.problems = problems;
  }
}

/** In a savepoint of its own: a verb may have written before it refused. */
async function acceptOne(tx: Tx, actor: Actor, { row, plan, adjustment }: One): Promise<Outcome<{ id: number }>> {
  const wrong = fieldProblems(row.kind, row.fields);
  if (wrong.length > 0) return refused(...wrong);
  try {
    return await tx.transaction(async (own) => {
      const made = await makeRecord(own, actor, { row, plan, adjustment });
      if (!made.ok) throw new NotMade(made.problems);
      await own
        .update(proposals)
        .set({ state: 'accepted', record: made.value.id, settledBy: actor.id, settledAt: sql`now()` })
        .where(eq(proposals.id, row.id));
      return made;
    });
  } catch (error) {
    if (error instanceof NotMade) return refused(...error.problems);
    throw error;
  }
}

/** Puts proposals aside: they were looked at and are not what the plan says. */
export async function declineProposals(
  tx: Tx,
  actor: Actor,
  { plan, ids }: { plan: number; ids: readonly number[] },
): Promise<Outcome<{ declined: number }>> {
  const found = await openOnes(tx, actor, { plan, ids });
  if (!found.ok) return found;
  const open = found.value.rows.map(({ id }) => id);
  if (open.length === 0) return refused({ says: words.chooseSome });
  await tx
    .update(proposals)
    .set({ state: 'declined', settledBy: actor.id, settledAt: sql`now()` })
    .where(inArray(proposals.id, open));
  const changes = { declined: [0, open.length] } as const;
  const zone = found.value.plan.zoneCode;
  await remember(tx, actor, { kind: 'plan', record: String(plan), action: 'proposals declined', changes, zone });
  return done({ declined: open.length });
}

/** Those of a plan the actor keeps that still wait, locked, in the order of their document. */
async function openOnes(
  tx: Tx,
  actor: Actor,
  { plan, ids }: { plan: number; ids: readonly number[] },
): Promise<Outcome<{ plan: PlanRow; rows: ProposalRow[] }>> {
  const own = await ownPlan(tx, actor, plan);
  if (!own.ok) return own;
  const wanted = and(eq(proposals.planId, plan), eq(proposals.state, 'open'), inArray(proposals.id, [...ids]));
  const rows = await tx
    .select()
    .from(proposals)
    .where(wanted)
    .orderBy(asc(proposals.readingId), asc(proposals.position))
    .for('update');
  return done({ plan: own.value, rows });
}
