import type { Actor } from '#accounts/actor.ts';
import { askedOf } from '#lists/address.ts';
import type { SheetNoun } from '#lists/write-sheet.server.ts';
import { provinces } from '#places/read-provinces.server.ts';
import type { Tx } from '#platform/database.server.ts';
import { knownZones } from '#profiles/read-zone-list.server.ts';
import { zoneList, zoneSheet } from '#profiles/zone-list.ts';
import { correctEnglishName } from '#zones/write-name.server.ts';

/** The list of zones, and what the address asks of it. */
export async function listFor(tx: Tx, query: URLSearchParams) {
  const list = zoneList((await provinces(tx)).map(({ code, name }) => ({ value: code, label: name })));
  return { list, asked: askedOf(list, query) };
}

/** How English names come back from a file. */
export const zoneNoun = (): Promise<SheetNoun> =>
  Promise.resolve({
    list: 'zones',
    shape: zoneSheet,
    known: knownZones,
    apply: (tx: Tx, actor: Actor, { id, cells }: { id: string; cells: Readonly<Record<string, string>> }) =>
      correctEnglishName(tx, actor, { code: id, nameEn: cells['name_en'] ?? '' }),
  });
