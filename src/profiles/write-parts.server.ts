import { sql } from 'drizzle-orm';
import type { Actor } from '#accounts/actor.ts';
import { changesBetween } from '#history/change.ts';
import { remember } from '#history/write.server.ts';
import { profileWords as words } from '#language/words/profiles.ts';
import { notifyChanged } from '#platform/changed.server.ts';
import type { Tx } from '#platform/database.server.ts';
import { done, refused, type Outcome, type Problem } from '#platform/outcome.ts';
import { zoneByCode } from '#zones/read.server.ts';
import { contactProblems } from './contact.ts';
import { readFields, type Cells } from './field.ts';
import { figureProblems } from './figure.ts';
import type { PartName } from './part.ts';
import { canRunZone } from './profile.ts';
import { partFields, partRows, type PartRow } from './read-parts.server.ts';
import { stores, unitsAbove } from './write-rows.server.ts';
import { parentProblems } from './unit.ts';

const mostRows = 500;
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
  const rows = await rowsToChange(tx, actor, at);
  if (!rows.ok) return rows;
  if (rows.value.length >= mostRows) return refused({ says: words.tooMany });
  const said = await checked(tx, at, { id: undefined, cells, rows: rows.value });
  if (!said.ok) return said;
  const id = await stores[at.part].add(tx, { zone: at.zone, cells: said.value });
  await told(tx, actor, { ...at, id, action: 'add', changes: changesBetween<Cells>(undefined, said.value) });
  return done(id);
}

/** Changes what is said of a row; what is not mentioned stays. */
export async function changeRow(
  tx: Tx,
  actor: Actor,
  { id, cells, ...at }: Place & { id: number; cells: Cells },
): Promise<Outcome<number>> {
  const rows = await rowsToChange(tx, actor, at);
  if (!rows.ok) return rows;
  const before = rows.value.find((row) => row.id === id);
  if (!before) return refused({ says: words.noRow });
  const said = await checked(tx, at, { id, cells: { ...before.cells, ...cells }, rows: rows.value });
  if (!said.ok) return said;
  const changes = changesBetween<Cells>(before.cells, said.value);
  if (Object.keys(changes).length === 0) return done(id);
  await stores[at.part].change(tx, { zone: at.zone, id, cells: said.value });
  await told(tx, actor, { ...at, id, action: 'change', changes });
  return done(id);
}

/** Takes a row away. A block or unit stays, because reports go on naming it. */
export async function removeRow(tx: Tx, actor: Actor, { id, ...at }: Place & { id: number }): Promise<Outcome<null>> {
  const rows = await rowsToChange(tx, actor, at);
  if (!rows.ok) return rows;
  const before = rows.value.find((row) => row.id === id);
  if (!before) return refused({ says: words.noRow });
  const { remove } = stores[at.part];
  if (!remove) return refused({ says: words.unitStays });
  await remove(tx, id);
  const gone = Object.fromEntries(Object.entries(before.cells).map(([key, value]) => [key, [value, null] as const]));
  await told(tx, actor, { ...at, id, action: 'remove', changes: gone });
  return done(null);
}

/** The rows of a list that the actor may change; another zone is as if it did not exist. */
async function rowsToChange(tx: Tx, actor: Actor, { zone, part }: Place): Promise<Outcome<PartRow[]>> {
  if (!canRunZone(actor, zone) || !(await zoneByCode(tx, zone))) return refused({ says: words.noZone });
  // Two people who add the same name at once: the second sees the first.
  await tx.execute(sql`select pg_advisory_xact_lock(hashtext(${`profile ${zone}`}))`);
  return done(await partRows(tx, { zone, part }));
}

interface Said {
  /** Undefined for a new row. */
  readonly id: number | undefined;
  readonly cells: Cells;
  readonly rows: readonly PartRow[];
}

/** Each field by itself, then what they must be together. */
async function checked(tx: Tx, at: Place, { id, cells, rows }: Said): Promise<Outcome<Cells>> {
  const read = readFields(await partFields(tx, at), cells);
  if (!read.ok) return read;
  const problems = await together(tx, at, { id, cells: read.value, rows });
  return problems.length > 0 ? refused(...problems) : read;
}

async function together(tx: Tx, { zone, part }: Place, { id, cells, rows }: Said): Promise<Problem[]> {
  if (part === 'figures') return figureProblems(cells);
  if (part === 'contacts') return contactProblems(cells);
  const isTaken = rows.some((row) => row.id !== id && row.cells['name_zh'] === cells['name_zh']);
  const taken = isTaken ? [{ field: 'name_zh', says: words.nameTaken }] : [];
  return [...taken, ...parentProblems({ id, cells, units: await unitsAbove(tx, zone) })];
}

type Told = Place & { id: number; action: string; changes: ReturnType<typeof changesBetween> };

async function told(tx: Tx, actor: Actor, { zone, part, id, action, changes }: Told): Promise<void> {
  await remember(tx, actor, { kind: kinds[part], record: String(id), action, changes, zone });
  await notifyChanged(tx, [`zone:${zone}`]);
}
