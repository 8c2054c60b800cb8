import type { Actor } from '#accounts/actor.ts';
import { canDefine } from '#indicators/indicator.ts';
import { indicatorFields, saidIn } from '#indicators/fields.ts';
import { indicatorList } from '#indicators/list.ts';
import { choicesOf } from '#indicators/read-choices.server.ts';
import { zonesMeasured } from '#indicators/read-list.server.ts';
import { findByKey, knownIndicators } from '#indicators/read-sheet.server.ts';
import { indicatorSheet } from '#indicators/sheet.ts';
import { changeIndicator } from '#indicators/write-change.server.ts';
import { createIndicator } from '#indicators/write.server.ts';
import type { NewIndicator } from '#indicators/indicator.ts';
import { askedOf } from '#lists/address.ts';
import type { SheetNoun } from '#lists/write-sheet.server.ts';
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

/** The zone whose files this person sends back: a file can name plans and units of one zone only. */
export function zoneOfFiles(actor: Actor): string | undefined {
  const [only, ...others] = (zonesMeasured(actor) ?? []).filter((zone) => canDefine(actor, zone));
  return others.length === 0 ? only : undefined;
}

/** How the indicators of a zone come back from a file. */
export async function indicatorNoun(tx: Tx, zone: string): Promise<SheetNoun> {
  return {
    list: `indicators ${zone}`,
    shape: indicatorSheet(indicatorFields(await choicesOf(tx, zone))),
    known: knownIndicators,
    find: (within, _, rows) => findByKey(within, zone, rows),
    apply: (within, actor, { id, cells }) => changeIndicator(within, actor, { ...saidIn(cells), id: Number(id) }),
    // What is missing in it is said by the verb.
    add: (within, actor, cells) => createIndicator(within, actor, { ...saidIn(cells), zone } as NewIndicator),
  };
}
