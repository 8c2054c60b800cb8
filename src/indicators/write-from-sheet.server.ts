import type { Actor } from '#accounts/actor.ts';
import { observationWords as words } from '#language/words/observations.ts';
import type { SheetNoun } from '#lists/write-sheet.server.ts';
import type { Tx } from '#platform/database.server.ts';
import { refused, type Outcome } from '#platform/outcome.ts';
import { findValues, indicatorsByKey, knownValues } from './read-values.server.ts';
import { valueSaid, valuesSheet } from './values-sheet.ts';
import { observe } from './write-observation.server.ts';

type Cells = Readonly<Record<string, string>>;

/** How values come back from a file: the same verb as their form. */
export const valuesNoun: SheetNoun = {
  list: 'observations',
  shape: valuesSheet,
  known: knownValues,
  find: findValues,
  apply: reviseFromSheet,
  add: addFromSheet,
};

async function reviseFromSheet(
  tx: Tx,
  actor: Actor,
  { id, cells }: { id: string; cells: Cells },
): Promise<Outcome<unknown>> {
  if ('key' in cells || 'end' in cells) return refused({ says: words.rowStays });
  const before = (await knownValues(tx, actor, [id])).get(id)?.cells ?? {};
  const [indicator = '0', end = ''] = id.split('@');
  return observe(tx, actor, { ...valueSaid(cells, before), indicator: Number(indicator), end });
}

async function addFromSheet(tx: Tx, actor: Actor, cells: Cells): Promise<Outcome<unknown>> {
  const key = cells['key'] ?? '';
  const indicator = (await indicatorsByKey(tx, actor, [key])).get(key);
  if (indicator === undefined) return refused({ field: 'key', says: words.noKey(key) });
  return observe(tx, actor, { ...valueSaid(cells, {}), indicator, end: cells['end'] ?? '' });
}
