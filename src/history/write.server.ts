import type { Tx } from '#platform/database.server.ts';
import type { Changes } from './change.ts';
import { history } from './tables.server.ts';

/** Whoever did it; history needs to know no more of them, so that accounts can be remembered too. */
interface Doer {
  readonly id: string;
}

export interface Remembered {
  readonly kind: string;
  readonly record: string;
  readonly action: string;
  readonly changes?: Changes;
}

/** Writes down who did what, in the same transaction as the change itself. */
export async function remember(tx: Tx, actor: Doer, ...what: Remembered[]): Promise<void> {
  if (what.length === 0) return;
  await tx.insert(history).values(what.map((row) => ({ actor: actor.id, changes: {}, ...row })));
}
