import { z } from 'zod';
import type { Actor } from '#accounts/actor.ts';
import type { Database } from '#platform/database.server.ts';
import type { Outcome } from '#platform/outcome.ts';
import { handOver, takeOver } from './write-broker.server.ts';

const account = z.number().int().positive().max(Number.MAX_SAFE_INTEGER);

/** What can be done with many connections at once. */
export const connectionBulk = z.discriminatedUnion('action', [
  z.strictObject({ action: z.literal('take-over') }),
  z.strictObject({ action: z.literal('hand-over'), to: account.nullable() }),
]);
export type ConnectionBulk = z.output<typeof connectionBulk>;

export const mostConnectionsAtOnce = 200;

export interface ConnectionBulkAnswer {
  readonly id: number;
  readonly outcome: Outcome<{ id: number }>;
}

/** Does the same with each of many connections, each in a transaction of its own: one that is refused keeps no other back. */
export async function connectionsInBulk(
  database: Pick<Database, 'allOrNothing'>,
  actor: Actor,
  { ids, input }: { ids: readonly number[]; input: ConnectionBulk },
): Promise<ConnectionBulkAnswer[]> {
  const answers: ConnectionBulkAnswer[] = [];
  for (const id of [...new Set(ids)].slice(0, mostConnectionsAtOnce)) {
    const outcome = await database.allOrNothing(actor, (tx) =>
      input.action === 'take-over' ? takeOver(tx, actor, { id }) : handOver(tx, actor, { id, to: input.to }),
    );
    answers.push({ id, outcome });
  }
  return answers;
}
