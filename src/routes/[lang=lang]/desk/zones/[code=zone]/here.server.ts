import { error } from '@sveltejs/kit';
import type { Actor } from '#accounts/actor.ts';
import { profileWords as words } from '#language/words/profiles.ts';
import type { SheetNoun } from '#lists/write-sheet.server.ts';
import type { Tx } from '#platform/database.server.ts';
import { sheetOf } from '#profiles/field.ts';
import type { PartName } from '#profiles/part.ts';
import { knownRows, zoneOfDesk, type ZoneOfDesk } from '#profiles/read-desk.server.ts';
import { partFields } from '#profiles/read-parts.server.ts';
import { addRow, changeRow } from '#profiles/write-parts.server.ts';

/** The zone of this address, or the page that says there is none. */
export async function zoneHere(tx: Tx, { actor, lang }: App.Locals, code: string): Promise<ZoneOfDesk> {
  return (await zoneOfDesk(tx, actor, code)) ?? error(404, words.noZone[lang]);
}

/** How a list of this zone comes back from a file. */
export function nounOf(zone: string, part: PartName) {
  return async (tx: Tx): Promise<SheetNoun> => ({
    // A file that was put aside for one zone is not there for another.
    list: `${part} ${zone}`,
    shape: sheetOf(await partFields(tx, { zone, part })),
    known: (inTx: Tx, actor: Actor, ids: readonly string[]) => knownRows(inTx, actor, { zone, part, ids }),
    apply: (inTx, actor, { id, cells }) => changeRow(inTx, actor, { zone, part, id: Number(id), cells }),
    add: (inTx, actor, cells) => addRow(inTx, actor, { zone, part, cells }),
  });
}
