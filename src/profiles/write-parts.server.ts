import { sql } from 'drizzle-orm';
import type { Actor } from '#accounts/actor.ts';
import { remember } from '#history/write.server.ts';
import { profileWords as words } from '#language/words/profiles.ts';
import { notifyChanged } from '#platform/changed.server.ts';
import type { Tx } from '#platform/database.server.ts';
import { done, refused, type Outcome, type Problem } from '#platform/outcome.ts';
import { zoneByCode } from '#zones/read.server.ts';
import { contactProblems } from './contact.ts';
import type { Cells } from './field.ts';
import { figureProblems } from './figure.ts';
import type { PartName } from './part.ts';
import { canRunZone } from './profile.ts';
import { partFields, partRows } from './read-parts.server.ts';
import { addTo, changeIn, removeFrom, type PartRow, type RowList, type Said } from './rows.server.ts';
import { stores, unitsAbove } from './write-rows.server.ts';
import { parentProblems } from './unit.ts';

/** What history calls one row of each list. */
const kinds = { figures: 'figure', contacts: 'contact', units: 'unit' } as const;

interface Place {
  readonly zone: string;
  readonly part: PartName;
}

/** Adds a row to one of a zone's lists; answers its id. */
export async function addRow(
  tx: Tx,
  actor: Actor,
  { cells, ...at }: Place & { cells: Cells },
): Promise<Outcome<number>> {
  const list = await listToChange(tx, actor, at);
  return list.ok ? addTo(list.value, cells) : list;
}

/** Changes what is said of a row; what is not mentioned stays. */
export async function changeRow(
  tx: Tx,
  actor: Actor,
  { id, cells, ...at }: Place & { id: number; cells: Cells },
): Promise<Outcome<number>> {
  const list = await listToChange(tx, actor, at);
  return list.ok ? changeIn(list.value, { id, cells }) : list;
}

/** Takes a row away. A block or unit stays, because reports go on naming it. */
export async function removeRow(tx: Tx, actor: Actor, { id, ...at }: Place & { id: number }): Promise<Outcome<null>> {
  const list = await listToChange(tx, actor, at);
  return list.ok ? removeFrom(list.value, id) : list;
}

/** A list of a zone that the actor may change; another zone is as if it did not exist. */
async function listToChange(tx: Tx, actor: Actor, { zone, part }: Place): Promise<Outcome<RowList>> {
  if (!canRunZone(actor, zone) || !(await zoneByCode(tx, zone))) return refused({ says: words.noZone });
  // Two people who add the same name at once: the second sees the first.
  await tx.execute(sql`select pg_advisory_xact_lock(hashtext(${`profile ${zone}`}))`);
  const [rows, fields] = [await partRows(tx, { zone, part }), await partFields(tx, { zone, part })];
  const store = stores[part];
  return done({
    ...{ rows, fields },
    together: (said) => together(tx, { zone, part }, { ...said, rows }),
    add: (cells) => store.add(tx, { zone, cells }),
    change: (id, cells) => store.change(tx, { zone, id, cells }),
    remove: (id) => store.remove?.(tx, id) ?? Promise.resolve(),
    ...(!store.remove && { stays: words.unitStays }),
    told: async ({ id, action, changes }) => {
      await remember(tx, actor, { kind: kinds[part], record: String(id), action, changes, zone });
      await notifyChanged(tx, [`zone:${zone}`]);
    },
  });
}

type Among = Said & { readonly rows: readonly PartRow[] };

async function together(tx: Tx, { zone, part }: Place, { id, cells, rows }: Among): Promise<Problem[]> {
  if (part === 'figures') return figureProblems(cells);
  if (part === 'contacts') return contactProblems(cells);
  const isTaken = rows.some((row) => row.id !== id && row.cells['name_zh'] === cells['name_zh']);
  const taken = isTaken ? [{ field: 'name_zh', says: words.nameTaken }] : [];
  return [...taken, ...parentProblems({ id, cells, units: await unitsAbove(tx, zone) })];
}
