import type { Actor } from '#accounts/actor.ts';
import type { SheetNoun } from '#lists/write-sheet.server.ts';
import type { Tx } from '#platform/database.server.ts';
import { projectSheet } from '#projects/list-sheet.ts';
import { knownProjects, sheetChoices } from '#projects/read-list-sheet.server.ts';
import { addFromList, changeFromList } from '#projects/write-from-list.server.ts';

/** How investments come back from a file, for this person. */
export function projectNoun(actor: Actor) {
  return async (tx: Tx): Promise<SheetNoun> => ({
    list: 'projects',
    shape: projectSheet(await sheetChoices(tx, actor)),
    known: knownProjects,
    apply: changeFromList,
    add: addFromList,
  });
}
