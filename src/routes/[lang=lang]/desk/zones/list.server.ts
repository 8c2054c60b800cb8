import { askedOf } from '#lists/address.ts';
import { provinces } from '#places/read-provinces.server.ts';
import type { Tx } from '#platform/database.server.ts';
import { zoneList } from '#profiles/zone-list.ts';

/** The list of zones, and what the address asks of it. */
export async function listFor(tx: Tx, query: URLSearchParams) {
  const list = zoneList((await provinces(tx)).map(({ code, name }) => ({ value: code, label: name })));
  return { list, asked: askedOf(list, query) };
}
