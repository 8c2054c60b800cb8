import type { Actor } from '#accounts/actor.ts';
import type { SheetNoun } from '#lists/write-sheet.server.ts';
import type { Tx } from '#platform/database.server.ts';
import { taskChoices } from '#tasks/read-choices.server.ts';
import { findTasks, knownTasks } from '#tasks/read-sheet.server.ts';
import { taskSheet } from '#tasks/sheet.ts';
import { addFromSheet, changeFromSheet } from '#tasks/write-from-sheet.server.ts';

/** How tasks come back from a file, as this person names units and plans. */
export const taskNoun =
  (actor: Actor) =>
  async (tx: Tx): Promise<SheetNoun> => {
    const choices = await taskChoices(tx, actor);
    return {
      ...{ list: 'tasks', shape: taskSheet(choices), known: knownTasks, find: findTasks(choices) },
      ...{ apply: changeFromSheet, add: addFromSheet },
    };
  };
