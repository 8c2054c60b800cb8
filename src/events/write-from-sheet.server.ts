import type { Actor } from '#accounts/actor.ts';
import { zoneCellWords as words } from '#language/words/zones.ts';
import type { Tx } from '#platform/database.server.ts';
import { refused, type Outcome } from '#platform/outcome.ts';
import { zoneOfRow } from '#zones/zone-cell.ts';
import type { TypedEvent } from './event.ts';
import { typedInRow } from './event-sheet.ts';
import { typedEvent } from './fields.ts';
import { zonesOfEvents } from './read-desk.server.ts';
import { addEvent, changeEvent, ownEvent } from './write.server.ts';

type Cells = Readonly<Record<string, string>>;
type Answer = Promise<Outcome<{ id: number }>>;

/** Changes an event as a row of a file says; whoever registered hears of it as of any change. */
export async function changeFromSheet(tx: Tx, actor: Actor, { id, cells }: { id: string; cells: Cells }): Answer {
  if (cells['zone'] !== undefined) return refused({ field: 'zone', says: words.stays });
  const own = await ownEvent(tx, actor, Number(id));
  if (!own.ok) return own;
  return changeEvent(tx, actor, { id: own.value.id, fields: typedInRow(cells, typedEvent(own.value)) });
}

const nothingSaid: TypedEvent = {
  ...{ kind: '', titleZh: '', titleEn: '', summaryZh: '', summaryEn: '', venueZh: '', venueEn: '' },
  ...{ beginsAt: '', endsAt: '', registrationClosesAt: '', capacity: '' },
};

/** Begins the event of a row, as a draft; whoever keeps one zone need not name it. */
export async function addFromSheet(tx: Tx, actor: Actor, cells: Cells): Answer {
  const zone = zoneOfRow(cells['zone'], zonesOfEvents(actor));
  return zone.ok ? addEvent(tx, actor, { zone: zone.value, fields: typedInRow(cells, nothingSaid) }) : zone;
}
