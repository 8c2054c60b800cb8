import { and, eq, sql } from 'drizzle-orm';
import type { Actor } from '#accounts/actor.ts';
import { remember } from '#history/write.server.ts';
import { roundWords as words } from '#language/words/rounds.ts';
import { notify } from '#notifications/write.server.ts';
import type { Tx } from '#platform/database.server.ts';
import { done, refused, type Outcome } from '#platform/outcome.ts';
import { officersOfUnits, unitsOfZone } from './read-people.server.ts';
import { canKeepRounds, canReadRounds, problemsOf, roundInput, type RoundInput } from './round.ts';
import { roundAnswers, rounds } from './tables.server.ts';

interface Asking {
  readonly asks: RoundInput;
  readonly today: string;
}

/** Asks several blocks one question, each with its own form; answers the round's id. */
export async function askBlocks(tx: Tx, actor: Actor, { asks, today }: Asking): Promise<Outcome<number>> {
  const parsed = roundInput.safeParse(asks);
  if (!parsed.success) return refused(...problemsOf(parsed.error));
  const { zone, units, ...said } = parsed.data;
  if (actor.viewedBy || !canKeepRounds(actor, zone)) return refused({ says: words.notYours });
  if (said.dueOn < today) return refused({ field: 'dueOn', says: words.dueWrong });
  const asked = [...new Set(units)];
  if ((await unitsOfZone(tx, zone, asked)).length < asked.length)
    return refused({ field: 'units', says: words.unitsWrong });
  const [row] = await tx
    .insert(rounds)
    .values({ ...said, zoneCode: zone, askedBy: actor.id, askerName: actor.name })
    .returning({ id: rounds.id });
  if (!row) throw new Error('a round that was kept has no id');
  const { id } = row;
  await tx.insert(roundAnswers).values(asked.map((unitId) => ({ roundId: id, zoneCode: zone, unitId })));
  const changes = { title: [null, said.titleZh] as const, 'due on': [null, said.dueOn] as const };
  await remember(tx, actor, { kind: 'round', record: String(id), action: 'made', changes, zone });
  const title = { zh: said.titleZh, en: said.titleEn || said.titleZh };
  const accounts = await officersOfUnits(tx, asked);
  await notify(tx, { accounts, kind: 'task', text: words.toldAsked(title, said.dueOn), path: `/desk/rounds/${id}` });
  return done(id);
}

/** Ends a round: what has not come by now is not taken any more. Or opens it again. */
export async function setRoundState(
  tx: Tx,
  actor: Actor,
  { id, state }: { readonly id: number; readonly state: 'open' | 'closed' },
): Promise<Outcome<null>> {
  const row = await lockRound(tx, actor, id);
  if (!row) return refused({ says: words.notFound });
  if (!canKeepRounds(actor, row.zoneCode)) return refused({ says: words.notYours });
  if (row.state === state) return done(null);
  await tx
    .update(rounds)
    .set({ state, revision: row.revision + 1, updatedAt: sql`now()` })
    .where(eq(rounds.id, id));
  const action = state === 'closed' ? 'closed' : 'reopen';
  const what = { kind: 'round', record: String(id), changes: { state: [row.state, state] as const } };
  await remember(tx, actor, { ...what, action, zone: row.zoneCode });
  return done(null);
}

/** The round, for somebody of its zone who is not only looking; any other is as if it did not exist. */
export async function lockRound(tx: Tx, actor: Actor, id: number) {
  const [row] = await tx.select().from(rounds).where(eq(rounds.id, id)).for('update');
  return row && !actor.viewedBy && canReadRounds(actor, row.zoneCode) ? row : undefined;
}

/** The answer of one block, locked. */
export async function lockAnswer(tx: Tx, round: number, unit: number) {
  const [row] = await tx
    .select()
    .from(roundAnswers)
    .where(and(eq(roundAnswers.roundId, round), eq(roundAnswers.unitId, unit)))
    .for('update');
  return row;
}
