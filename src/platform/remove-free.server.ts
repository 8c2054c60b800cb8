import type { Tx } from './database.server.ts';

/**
 * Removes rows that nothing else is tied to: all at once where the database lets it, else each by itself. The database knows
 * best what is tied to what; what is, stays. Answers which went.
 */
export async function removeFree(
  tx: Tx,
  ids: readonly number[],
  remove: (within: Tx, ids: readonly number[]) => Promise<void>,
): Promise<number[]> {
  if (ids.length === 0) return [];
  if (await isRemoved(tx, (within) => remove(within, ids))) return [...ids];
  const gone: number[] = [];
  if (ids.length > 1) for (const id of ids) if (await isRemoved(tx, (within) => remove(within, [id]))) gone.push(id);
  return gone;
}

const foreignKeyViolated = '23503';

async function isRemoved(tx: Tx, remove: (within: Tx) => Promise<void>): Promise<boolean> {
  try {
    await tx.transaction(remove);
    return true;
  } catch (error) {
    if (codeOf(error) === foreignKeyViolated) return false;
    throw error;
  }
}

function codeOf(error: unknown): unknown {
  const cause = error instanceof Error ? (error.cause ?? error) : error;
  return typeof cause === 'object' && cause !== null && 'code' in cause ? cause.code : undefined;
}
