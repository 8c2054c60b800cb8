import type { Actor } from '#accounts/actor.ts';
import { taskSheetWords as words } from '#language/words/task-sheet.ts';
import type { Tx } from '#platform/database.server.ts';
import { refused, type Outcome } from '#platform/outcome.ts';
import { contentOf, lockTask } from './read-row.server.ts';
import { saidInRow } from './sheet.ts';
import { canKeepTasks, zonesOfTasks, type NewTask } from './task.ts';
import { saveTask } from './write-save.server.ts';
import { createTask } from './write.server.ts';

type Cells = Readonly<Record<string, string>>;

/** Changes a task as a row of a file says. */
export async function changeFromSheet(
  tx: Tx,
  actor: Actor,
  { id, cells }: { id: string; cells: Cells },
): Promise<Outcome<{ id: number }>> {
  if (cells['zone'] !== undefined) return refused({ says: words.zoneStays });
  const locked = await lockTask(tx, actor, Number(id));
  if (!locked.ok) return locked;
  const content = saidInRow(cells, contentOf(locked.value));
  const { revision } = locked.value.row;
  return saveTask(tx, actor, { id: Number(id), revision, content, adjustment: adjustmentIn(cells) });
}

/** Adds the task of a row; whoever keeps one zone need not name it. */
export async function addFromSheet(tx: Tx, actor: Actor, cells: Cells): Promise<Outcome<{ id: number }>> {
  const zones = zonesOfTasks(actor, canKeepTasks) ?? [];
  const said = /^\d{8}(?=$|\s)/.exec(cells['zone'] ?? '')?.[0];
  const zone = said ?? (zones.length === 1 ? zones[0] : undefined);
  if (zone === undefined) return refused({ says: words.zoneFirst });
  // What is missing in it is said by the verb, which reads it as anybody’s.
  return createTask(tx, actor, { ...saidInRow(cells, undefined), zone, adjustment: adjustmentIn(cells) } as NewTask);
}

function adjustmentIn(cells: Cells) {
  return { instruction: cells['instruction'] ?? '', reason: cells['reason'] ?? '' };
}
