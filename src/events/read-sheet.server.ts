import { and, inArray } from 'drizzle-orm';
import type { Actor } from '#accounts/actor.ts';
import type { Known, SheetRow } from '#lists/sheet.ts';
import type { Tx } from '#platform/database.server.ts';
import { eventCells } from './event-sheet.ts';
import { typedEvent } from './fields.ts';
import { keptEvents } from './read-desk.server.ts';
import { events } from './tables.server.ts';
import { typedMoment } from './said.ts';

/** Those events that a file names by their numbers and this person keeps, as they are now. */
export async function knownEvents(tx: Tx, actor: Actor, ids: readonly string[]): Promise<Map<string, Known>> {
  const numbers = ids.filter((id) => /^[1-9]\d{0,14}$/.test(id)).map(Number);
  const rows = await tx
    .select()
    .from(events)
    .where(and(keptEvents(actor), inArray(events.id, numbers)));
  return new Map(
    rows.map((row) => [
      String(row.id),
      { label: row.titleZh, cells: eventCells({ id: row.id, zone: row.zoneCode, typed: typedEvent(row) }) },
    ]),
  );
}

/** Rows that say no number get that of the one event of their name that begins on their day. */
export async function findEvents(tx: Tx, actor: Actor, rows: readonly SheetRow[]): Promise<readonly SheetRow[]> {
  const titles = rows.flatMap(({ cells }) => (cells['id'] ? [] : (cells['titleZh'] ?? [])));
  if (titles.length === 0) return rows;
  const found = await tx
    .select({ id: events.id, zone: events.zoneCode, title: events.titleZh, at: events.beginsAt })
    .from(events)
    .where(and(keptEvents(actor), inArray(events.titleZh, titles)));
  const byName = Map.groupBy(found, ({ title, at }) => `${typedMoment(at).slice(0, 10)} ${title}`);
  return rows.map((row) => {
    const { id, zone = '', titleZh = '', beginsAt = '' } = row.cells;
    const meant = (byName.get(`${beginsAt.slice(0, 10)} ${titleZh}`) ?? []).filter(
      (one) => zone === '' || one.zone === zone,
    );
    const [only] = meant;
    if (id || !only || meant.length > 1) return row;
    return { ...row, cells: { ...row.cells, id: String(only.id), zone: only.zone } };
  });
}
