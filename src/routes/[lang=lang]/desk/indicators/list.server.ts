import type { Actor } from '#accounts/actor.ts';
import { indicatorList } from '#indicators/list.ts';
import { choicesOf } from '#indicators/read-choices.server.ts';
import { zonesMeasured } from '#indicators/read-list.server.ts';
import { askedOf } from '#lists/address.ts';
import type { Tx } from '#platform/database.server.ts';
import { zoneChoices } from '#zones/read.server.ts';

const none = { plans: [], goals: [], clusters: [], units: [], improvements: [] };

/** The list of indicators as this person has it, and what the address asks of it. */
export async function listFor(tx: Tx, actor: Actor, query: URLSearchParams) {
  const zones = zonesMeasured(actor) ?? [];
  const [only, ...others] = zones;
  const choices = only !== undefined && others.length === 0 ? await choicesOf(tx, only) : none;
  const list = indicatorList({ ...choices, zones: await zoneChoices(tx, zones) });
  return { list, asked: askedOf(list, query) };
}
