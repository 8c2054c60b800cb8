import type { Actor } from '#accounts/actor.ts';
import { listWords } from '#language/words/lists.ts';
import { taskWords as words } from '#language/words/tasks.ts';
import type { Tx } from '#platform/database.server.ts';
import { done, refused, type Outcome } from '#platform/outcome.ts';
import { contentOf, lockTask } from './read-row.server.ts';
import { saveTask } from './write-save.server.ts';

const most = 200;

interface Assigned {
  readonly ids: readonly string[];
  readonly unit: string;
}

/** Gives several tasks to one unit; run it with `allOrNothing`. Answers how many. */
export async function assignTasks(tx: Tx, actor: Actor, { ids, unit }: Assigned): Promise<Outcome<number>> {
  const chosen = [...new Set(ids)].filter((id) => /^[1-9]\d{0,14}$/.test(id));
  if (chosen.length === 0) return refused({ says: listWords.noneSelected });
  if (chosen.length > most) return refused({ says: listWords.tooManySelected });
  if (!/^[1-9]\d{0,14}$/.test(unit)) return refused({ field: 'unit', says: words.noSuchUnit });
  for (const id of chosen) {
    const locked = await lockTask(tx, actor, Number(id));
    if (!locked.ok) return locked;
    const content = { ...contentOf(locked.value), leadUnitId: Number(unit) };
    const saved = await saveTask(tx, actor, { id: Number(id), revision: locked.value.row.revision, content });
    if (!saved.ok) return saved;
  }
  return done(chosen.length);
}
