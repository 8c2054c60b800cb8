import { eq, sql } from 'drizzle-orm';
import { theSystem, type Actor } from '#accounts/actor.ts';
import { addDays } from '#calendar/workdays.ts';
import { remember } from '#history/write.server.ts';
import { dateOf } from '#language/dates.ts';
import { slipVerbWords as words } from '#language/words/slip-verbs.ts';
import type { Tx } from '#platform/database.server.ts';
import { later, type Handler } from '#platform/jobs.server.ts';
import type { Problem } from '#platform/outcome.ts';
import { daysForWord } from './blocker.ts';
import { lockSlip, type SlipRow } from './read-row.server.ts';
import { blockers, slips } from './tables.server.ts';
import { take } from './write-step.server.ts';

declare module '#platform/jobs.server.ts' {
  interface JobData {
    'blocker-not-solved': { readonly blocker: number };
  }
}

/** Asks the enterprise whether what it brought up is solved. */
export async function askEnterprise(tx: Tx, { blockerId }: SlipRow): Promise<void> {
  if (blockerId === null) return;
  await tx
    .update(blockers)
    .set({ askedAt: sql`now()`, said: '', saidNote: '', saidAt: null })
    .where(eq(blockers.id, blockerId));
  await later(tx, { job: 'tell-blocker', data: { blocker: blockerId, what: 'askWord' } });
}

/** What a slip that an enterprise brought up still waits for before it is closed. */
export async function blockerHindrance(tx: Tx, { blockerId }: SlipRow, today: string): Promise<Problem | undefined> {
  const [blocker] = blockerId === null ? [] : await tx.select().from(blockers).where(eq(blockers.id, blockerId));
  if (!blocker || blocker.said === 'solved') return undefined;
  if (blocker.said === 'not-solved') return { says: words.saysNotSolved };
  const until = addDays(dateOf(blocker.askedAt ?? new Date()), daysForWord);
  return today > until ? undefined : { says: words.waitsForWord(until) };
}

/** With its slip the blocker is over. */
export async function closeBlocker(tx: Tx, actor: Actor, { blockerId, zoneCode }: SlipRow): Promise<void> {
  if (blockerId === null) return;
  await tx.update(blockers).set({ state: 'solved' }).where(eq(blockers.id, blockerId));
  const changes = { state: ['taken', 'solved'] as const };
  await remember(tx, actor, {
    kind: 'blocker',
    record: String(blockerId),
    action: 'slip closed',
    changes,
    zone: zoneCode,
  });
}

/** What the enterprise said was of a solution that was none. */
export async function forgetWord(tx: Tx, { blockerId }: SlipRow): Promise<void> {
  if (blockerId === null) return;
  await tx.update(blockers).set({ askedAt: null, said: '', saidAt: null }).where(eq(blockers.id, blockerId));
}

/** Its enterprise says that it is not solved: the slip goes on. An enterprise may not write in it, so the site does. */
export const reopenForBlocker: Handler<'blocker-not-solved'> = async ({ database, now }, { blocker: id }) => {
  await database.inTransaction(theSystem, (tx) => reopenSlipOf(tx, id, dateOf(now())));
};

export async function reopenSlipOf(tx: Tx, id: number, today: string): Promise<void> {
  const [blocker] = await tx.select().from(blockers).where(eq(blockers.id, id));
  const [found] = await tx
    .select({ id: slips.id })
    .from(slips)
    .where(eq(slips.blockerId, id))
    .orderBy(sql`id desc`);
  const slip = found && (await lockSlip(tx, found.id));
  // Done twice, it finds the slip under way again.
  if (slip?.state !== 'solved' || blocker?.said !== 'not-solved') return;
  const who = { ...theSystem, name: blocker.filerName };
  await take(tx, who, { slip, event: { kind: 'recheck-failed', note: blocker.saidNote }, today });
}
