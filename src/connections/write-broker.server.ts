import type { Actor } from '#accounts/actor.ts';
import { connectionWords as words } from '#language/words/connections.ts';
import type { Tx } from '#platform/database.server.ts';
import { done, refused, type Outcome, type Problem } from '#platform/outcome.ts';
import { gone, mayHandOver, personsOf } from './connection.ts';
import { brokersOf } from './read-people.server.ts';
import { lockConnection, type ConnectionRow } from './read-row.server.ts';
import { stateAfter } from './state.ts';
import { begin, take } from './write-step.server.ts';

type Answer = Promise<Outcome<{ id: number }>>;

/** A broker of one of the two zones looks after it from now on: only that person moves it then. */
export async function takeOver(tx: Tx, actor: Actor, { id }: { id: number }): Answer {
  const begun = await begin(tx, actor, { id, step: 'take-over' });
  if (!begun.ok) return begun;
  const { row } = begun.value;
  if (row.brokerId !== null) return refused({ field: 'connection', says: words.alreadyTaken });
  if (actor.accountId === undefined) return refused({ field: 'connection', says: words.notYours });
  const fields = { brokerId: actor.accountId, brokerName: actor.name };
  await take(tx, actor, { row, as: 'broker', step: 'take-over', fields });
  return done({ id });
}

/** Gives it on to another broker of the two zones, or back to all of them. */
export async function handOver(tx: Tx, actor: Actor, { id, to }: { id: number; to: number | null }): Answer {
  const row = await lockConnection(tx, id);
  if (!row || personsOf(actor, row).length === 0) return refused(gone);
  const problem = whyNotHandOver(actor, row);
  if (problem) return refused(problem);
  const next = to === null ? { id: null, name: '' } : (await brokersOf(tx, row)).find(({ id: known }) => known === to);
  if (!next || to === row.brokerId) return refused({ field: 'to', says: words.noSuchBroker });
  await take(tx, actor, { row, as: 'broker', step: 'hand-over', fields: { brokerId: to, brokerName: next.name } });
  return done({ id });
}

function whyNotHandOver(actor: Actor, row: ConnectionRow): Problem | undefined {
  if (actor.viewedBy) return { says: words.onlyLooking };
  if (!mayHandOver(actor, row)) return { field: 'connection', says: words.notYours };
  const isOpen = stateAfter(row.state, 'hand-over') !== undefined;
  return isOpen ? undefined : { field: 'connection', says: words.notNow(words.states[row.state]) };
}
