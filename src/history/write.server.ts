import type { Actor } from '#accounts/actor.ts';
import type { Tx } from '#platform/database.server.ts';
import type { Changes } from './change.ts';
import { history } from './tables.server.ts';

export interface Remembered {
  readonly kind: string;
  readonly record: string;
  readonly action: string;
  readonly changes?: Changes;
}

/** Writes down who did what, in the same transaction as the change itself. */
export async function remember(tx: Tx, actor: Actor, ...what: Remembered[]): Promise<void> {
  if (what.length === 0) return;
  await tx.insert(history).values(what.map((row) => ({ actor: actor.id, changes: {}, ...row })));
}
