import type { Actor } from '#accounts/actor.ts';
import type { Database } from '#platform/database.server.ts';
import { runFor, waitingAPage, waitingOf } from './read-desk.server.ts';
import { keepWaiting } from './write-upload.server.ts';

/**
 * Keeps everything of an import that has no question, each page in a transaction of its own: one that is refused stays
 * and says why. Answers how many; undefined where there is no such import for this actor.
 */
export async function keepReady(database: Database, actor: Actor, id: number): Promise<number | undefined> {
  let kept = 0;
  for (let after = -1; ;) {
    const waiting = await database.inTransaction(actor, async (tx) => {
      const run = await runFor(tx, actor, id);
      return run && waitingOf(tx, run, { after });
    });
    if (!waiting) return undefined;
    for (const { position } of waiting.filter(({ questions }) => questions.length === 0)) {
      const page = { run: id, position, said: {} };
      const outcome = await database.allOrNothing(actor, (tx) => keepWaiting(tx, actor, page));
      if (outcome.ok) kept += 1;
    }
    const last = waiting.at(-1);
    if (!last || waiting.length < waitingAPage) return kept;
    after = last.position;
  }
}
