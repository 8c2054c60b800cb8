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
  /** Whose people may read it; left out, it is the zone of the record where that is an article or a zone. */
  readonly zone?: string | undefined;
}

/** Writes down who did what, in the same transaction as the change itself. */
export async function remember(tx: Tx, actor: Doer, ...what: Remembered[]): Promise<void> {
  if (what.length === 0) return;
  await tx
    .insert(history)
    .values(what.map(({ zone, ...row }) => ({ actor: actor.id, changes: {}, zoneCode: zone ?? null, ...row })));
}
