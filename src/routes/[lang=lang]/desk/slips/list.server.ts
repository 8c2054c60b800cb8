import type { Actor } from '#accounts/actor.ts';
import { readCalendar } from '#calendar/read.server.ts';
import { dateOf } from '#language/dates.ts';
import { askedOf } from '#lists/address.ts';
import type { SheetNoun } from '#lists/write-sheet.server.ts';
import type { Tx } from '#platform/database.server.ts';
import { knownSlips } from '#slips/read-list.server.ts';
import { unitsOf } from '#slips/read-units.server.ts';
import { slipList, slipSheet } from '#slips/slip-list.ts';
import { zonesOfSlips } from '#slips/slip.ts';
import { addFromSheet, changeFromSheet } from '#slips/write-from-sheet.server.ts';
import { zoneChoices } from '#zones/read.server.ts';

/** The list of slips as this person has it, what the address asks of it, and the day that clocks are read on. */
export async function listFor(tx: Tx, actor: Actor, { query, now }: { query: URLSearchParams; now: Date }) {
  const zones = zonesOfSlips(actor) ?? [];
  const units = (await unitsOf(tx, zones)).map(({ id, name }) => ({ value: String(id), label: name }));
  const list = slipList(units, await zoneChoices(tx, zones));
  return { list, asked: askedOf(list, query), day: { today: dateOf(now), calendar: await readCalendar(tx) } };
}

/** How slips come back from a file. */
export const slipNoun = (): Promise<SheetNoun> => {
  const today = dateOf(new Date());
  return Promise.resolve({
    ...{ list: 'slips', shape: slipSheet, known: knownSlips },
    ...{ apply: changeFromSheet(today), add: addFromSheet(today) },
  });
};
