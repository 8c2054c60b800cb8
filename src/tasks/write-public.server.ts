import { notifyChanged } from '#platform/changed.server.ts';
import type { Tx } from '#platform/database.server.ts';

interface Shown {
  readonly id: number;
  readonly planId: number | null;
}

/** Drops the public pages that show a task, the one it left and the one it came to. */
export async function taskChanged(tx: Tx, before: Shown, now?: Pick<Shown, 'planId'>): Promise<void> {
  const planIds = [...new Set([before.planId, now?.planId ?? before.planId])].filter((id) => id !== null);
  await notifyChanged(tx, [`task:${before.id}`, ...planIds.map((id) => `plan:${id}`)]);
}
