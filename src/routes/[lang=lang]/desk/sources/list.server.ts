import type { Actor } from '#accounts/actor.ts';
import { askedOf } from '#lists/address.ts';
import type { SheetNoun } from '#lists/write-sheet.server.ts';
import { zonesOfDesk } from '#news/desk-list.ts';
import type { Tx } from '#platform/database.server.ts';
import { knownSources } from '#sources/read-list.server.ts';
import { sourceList, sourceSheet } from '#sources/source-list.ts';
import { addFromSheet, changeFromSheet } from '#sources/write-from-sheet.server.ts';
import { zoneChoices } from '#zones/read.server.ts';

/** The list of sources as this person has it, and what the address asks of it. */
export async function listFor(tx: Tx, actor: Actor, query: URLSearchParams) {
  const list = sourceList(await zoneChoices(tx, zonesOfDesk(actor) ?? []));
  return { list, asked: askedOf(list, query) };
}

/** How sources come back from a file. */
export const sourceNoun = (): Promise<SheetNoun> =>
  Promise.resolve({
    list: 'sources',
    shape: sourceSheet,
    known: knownSources,
    apply: changeFromSheet,
    add: addFromSheet,
  });
