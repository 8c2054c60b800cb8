import type { Actor } from '#accounts/actor.ts';
import { readCalendar } from '#calendar/read.server.ts';
import { dateOf } from '#language/dates.ts';
import { askedOf } from '#lists/address.ts';
import type { Tx } from '#platform/database.server.ts';
import { unitsOf } from '#slips/read-units.server.ts';
import { slipList } from '#slips/slip-list.ts';
import { zonesOfSlips } from '#slips/slip.ts';
import { zoneChoices } from '#zones/read.server.ts';

/** The list of slips as this person has it, what the address asks of it, and the day that clocks are read on. */
export async function listFor(tx: Tx, actor: Actor, { query, now }: { query: URLSearchParams; now: Date }) {
  const zones = zonesOfSlips(actor) ?? [];
  const units = (await unitsOf(tx, zones)).map(({ id, name }) => ({ value: String(id), label: name }));
  const list = slipList(units, await zoneChoices(tx, zones));
  return { list, asked: askedOf(list, query), day: { today: dateOf(now), calendar: await readCalendar(tx) } };
}
