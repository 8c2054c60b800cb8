import { commandLine } from '#accounts/actor.ts';
import { loadReference } from '#importers/reference.server.ts';
import type { Tx } from '#platform/database.server.ts';

/** Loads the real reference files: every zone, place and industry of the product. */
export async function seedReference(tx: Tx): Promise<void> {
  const loaded = await loadReference(tx, commandLine, 'reference');
  if (!loaded.ok) throw new Error(loaded.problems.map((problem) => problem.says.en).join('\n'));
}
