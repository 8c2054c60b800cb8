import type { TwoText } from '#language/lang.ts';
import { changesBetween, type Changes } from '#history/change.ts';
import { profileWords as words } from '#language/words/profiles.ts';
import { done, refused, type Outcome, type Problem } from '#platform/outcome.ts';
import { readFields, type Cells, type Field } from './field.ts';

/** One row of a list, in the words of its form and its file. */
export interface PartRow {
  readonly id: number;
  readonly label: string;
  readonly cells: Cells;
}

export interface Said {
  /** Undefined for a new row. */
  readonly id: number | undefined;
  readonly cells: Cells;
}

/** A list that somebody may change: its rows as they are now, what can be said of one, and how it is kept. */
export interface RowList {
  readonly rows: readonly PartRow[];
  readonly fields: readonly Field[];
  /** What the fields must be together, when each by itself is right. */
  together(said: Said): Problem[] | Promise<Problem[]>;
  add(cells: Cells): Promise<number>;
  change(id: number, cells: Cells): Promise<void>;
  remove(id: number): Promise<void>;
  /** Why rows of this list are never removed. */
  readonly stays?: TwoText;
  /** Writes down what was done. */
  told(deed: { id: number; action: 'add' | 'change' | 'remove'; changes: Changes }): Promise<void>;
}

const mostRows = 500;

/** Adds a row to a list; answers its id. */
export async function addTo(list: RowList, cells: Cells): Promise<Outcome<number>> {
  if (list.rows.length >= mostRows) return refused({ says: words.tooMany });
  const said = await checked(list, { id: undefined, cells });
  if (!said.ok) return said;
  const id = await list.add(said.value);
  await list.told({ id, action: 'add', changes: changesBetween<Cells>(undefined, said.value) });
  return done(id);
}

/** Changes what is said of a row; what is not mentioned stays. */
export async function changeIn(list: RowList, { id, cells }: { id: number; cells: Cells }): Promise<Outcome<number>> {
  const before = list.rows.find((row) => row.id === id);
  if (!before) return refused({ says: words.noRow });
  const said = await checked(list, { id, cells: { ...before.cells, ...cells } });
  if (!said.ok) return said;
  const changes = changesBetween<Cells>(before.cells, said.value);
  if (Object.keys(changes).length === 0) return done(id);
  await list.change(id, said.value);
  await list.told({ id, action: 'change', changes });
  return done(id);
}

/** Takes a row away, where its list lets go of any. */
export async function removeFrom(list: RowList, id: number): Promise<Outcome<null>> {
  const before = list.rows.find((row) => row.id === id);
  if (!before) return refused({ says: words.noRow });
  if (list.stays) return refused({ says: list.stays });
  await list.remove(id);
  const changes = Object.fromEntries(Object.entries(before.cells).map(([key, value]) => [key, [value, null] as const]));
  await list.told({ id, action: 'remove', changes });
  return done(null);
}

/** Each field by itself, then what they must be together. */
async function checked(list: RowList, { id, cells }: Said): Promise<Outcome<Cells>> {
  const read = readFields(list.fields, cells);
  if (!read.ok) return read;
  const problems = await list.together({ id, cells: read.value });
  return problems.length > 0 ? refused(...problems) : read;
}
