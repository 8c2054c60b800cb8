import { commandLine } from '#accounts/actor.ts';
import { loadReference, putReference } from '#importers/reference.server.ts';
import type { Tx } from '#platform/database.server.ts';
import type { Outcome } from '#platform/outcome.ts';

/** The real reference records, every zone, place and industry of the product, but not findable: that takes seconds. */
export async function seedReference(tx: Tx): Promise<void> {
  accepted(await putReference(tx, 'reference'));
}

/** The same with everything findable, for tests that search. */
export async function seedFindable(tx: Tx): Promise<void> {
  accepted(await loadReference(tx, commandLine, 'reference'));
}

function accepted(outcome: Outcome<unknown>): void {
  if (!outcome.ok) throw new Error(outcome.problems.map((problem) => problem.says.en).join('\n'));
}
