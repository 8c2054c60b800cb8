import { eq, sql } from 'drizzle-orm';
import type { Actor } from '#accounts/actor.ts';
import { slipVerbWords as words } from '#language/words/slip-verbs.ts';
import type { Tx } from '#platform/database.server.ts';
import { later } from '#platform/jobs.server.ts';
import { done, refused, type Outcome, type Problem } from '#platform/outcome.ts';
import { answerInput, canSettleBlockers, type BlockerState } from './blocker.ts';
import { isProjectOf } from './read-projects.server.ts';
import { isUnitOf } from './read-row.server.ts';
import { slipProblems, takeOnInput } from './slip.ts';
import { blockers } from './tables.server.ts';
import { lockBlocker, rememberBlocker, type BlockerRow, type BlockerTold } from './write-blocker.server.ts';
import { raiseOne } from './write-by-hand.server.ts';

type Answer = Promise<Outcome<{ id: number }>>;

interface Input {
  readonly id: number;
  readonly note: unknown;
}

/** Takes a blocker on: it becomes a slip, which its enterprise knows by its number. */
export async function takeOnBlocker(
  tx: Tx,
  actor: Actor,
  { id, fields, today }: { id: number; fields: unknown; today: string },
): Promise<Outcome<{ id: number; slip: number }>> {
  const parsed = takeOnInput.safeParse(fields);
  if (!parsed.success) return refused(...slipProblems(parsed.error));
  const open = await lockOpen(tx, actor, id);
  if (!open.ok) return open;
  const blocker = open.value;
  const { note, projectId = blocker.projectId, ...said } = parsed.data;
  const problem = await takeOnProblem(tx, actor, { blocker, unitId: said.unitId, projectId });
  if (problem) return refused(problem);
  const { title, body: demand, zoneCode, sample } = blocker;
  const wanted = { ...said, cause: 'blocker' as const, blockerId: id, title, demand, zoneCode, sample };
  const raised = await raiseOne(tx, actor, { wanted, today });
  if (!raised.ok) return raised;
  await settle(tx, actor, { blocker, to: 'taken', note, projectId, slipReference: raised.value.reference });
  return done({ id, slip: raised.value.id });
}

interface TakingOn {
  readonly blocker: BlockerRow;
  readonly unitId: number | null;
  readonly projectId: number | null;
}

async function takeOnProblem(
  tx: Tx,
  actor: Actor,
  { blocker, unitId, projectId }: TakingOn,
): Promise<Problem | undefined> {
  if (unitId !== null && !(await isUnitOf(tx, blocker.zoneCode, unitId)))
    return { field: 'unitId', says: words.unitUnknown };
  if (projectId === null || projectId === blocker.projectId) return undefined;
  const isKnown = await isProjectOf(tx, actor, { ...blocker, projectId });
  return isKnown ? undefined : { field: 'projectId', says: words.projectUnknown };
}

/** Says why the zone cannot do anything about it. */
export async function declineBlocker(tx: Tx, actor: Actor, input: Input): Answer {
  return answerWith(tx, actor, { ...input, to: 'declined' });
}

/** Answers what needs no slip; the enterprise says whether that was it. */
export async function answerBlocker(tx: Tx, actor: Actor, input: Input): Answer {
  return answerWith(tx, actor, { ...input, to: 'solved' });
}

async function answerWith(tx: Tx, actor: Actor, { id, note, to }: Input & { to: 'declined' | 'solved' }): Answer {
  const open = await lockOpen(tx, actor, id);
  if (!open.ok) return open;
  const said = answerInput.safeParse(note);
  if (!said.success) return refused({ field: 'note', says: words.wrong['note'] ?? words.wrongForm });
  return settle(tx, actor, { blocker: open.value, to, note: said.data });
}

async function lockOpen(tx: Tx, actor: Actor, id: number): Promise<Outcome<BlockerRow>> {
  const blocker = await lockBlocker(tx, actor, id);
  if (!blocker) return refused({ says: words.noBlocker });
  if (!canSettleBlockers(actor, blocker.zoneCode)) return refused({ says: words.mayNotSettle });
  return blocker.state === 'filed' ? done(blocker) : refused({ says: words.blockerMoved });
}

interface Settled {
  readonly blocker: BlockerRow;
  readonly to: BlockerState;
  readonly note: string;
  readonly slipReference?: string;
  readonly projectId?: number | null;
}

const deeds = { taken: 'blocker taken on', declined: 'blocker declined', solved: 'blocker answered' } as const;
const tellings = { taken: 'taken', declined: 'declined', solved: 'settled' } as const satisfies Record<
  string,
  BlockerTold
>;

async function settle(
  tx: Tx,
  actor: Actor,
  { blocker, to, note, projectId = blocker.projectId, slipReference = '' }: Settled,
) {
  if (to !== 'taken' && to !== 'declined' && to !== 'solved') throw new Error(`a blocker is not settled as ${to}`);
  const now = sql`now()`;
  const asked = { askedAt: to === 'solved' ? now : null, said: '' as const, saidNote: '', saidAt: null };
  await tx
    .update(blockers)
    .set({ ...asked, state: to, answer: note, answeredBy: actor.name, answeredAt: now, slipReference, projectId })
    .where(eq(blockers.id, blocker.id));
  const about = projectId === blocker.projectId ? {} : { projectId: [blocker.projectId, projectId] as const };
  const changes = { state: [blocker.state, to], answer: [blocker.answer, note], ...about } as const;
  await rememberBlocker(tx, actor, { row: blocker, action: deeds[to], changes });
  await later(tx, { job: 'tell-blocker', data: { blocker: blocker.id, what: tellings[to] } });
  return done({ id: blocker.id });
}
