import type { Actor } from '#accounts/actor.ts';
import { listingSheet } from '#listings/listing-sheet.ts';
import { sidePaths, type Side } from '#listings/listing.ts';
import { findByReference, knownListings, sheetChoices } from '#listings/read-sheet.server.ts';
import { addFromSheet, changeFromSheet } from '#listings/write-from-sheet.server.ts';
import type { SheetNoun } from '#lists/write-sheet.server.ts';
import type { Tx } from '#platform/database.server.ts';

/** How needs or offers come back from a file that this person sends. */
export function nounOf(side: Side, actor: Actor): (tx: Tx) => Promise<SheetNoun> {
  return async (tx) => ({
    list: sidePaths[side],
    shape: listingSheet(side, await sheetChoices(tx, actor)),
    known: (within, asker, ids) => knownListings(within, asker, { side, ids }),
    find: findByReference,
    apply: changeFromSheet,
    add: (within, asker, cells) => addFromSheet(within, asker, { side, cells }),
  });
}
