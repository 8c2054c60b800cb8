import { and, eq, lt } from 'drizzle-orm';
import type { Actor } from '#accounts/actor.ts';
import { accountWords } from '#language/words/accounts.ts';
import { listWords as words } from '#language/words/lists.ts';
import type { TwoText } from '#language/lang.ts';
import type { Tx } from '#platform/database.server.ts';
import { done, refused, type Outcome, type Problem } from '#platform/outcome.ts';
import {
  changesByRecord,
  isNew,
  previewOf,
  type Known,
  type Preview,
  type SheetChange,
  type SheetRow,
  type SheetShape,
} from './sheet.ts';
import { incomingSheets } from './tables.server.ts';

const lifeMs = 24 * 60 * 60 * 1000;

/** How a noun takes its list back from a file. */
export interface SheetNoun {
  readonly list: string;
  readonly shape: SheetShape;
  /** The records of these ids that the actor may change; another zone's are not there. */
  known(tx: Tx, actor: Actor, ids: readonly string[]): Promise<Map<string, Known>>;
  /** Gives rows without an id that of the record they mean, where what they say names one. */
  find?(tx: Tx, actor: Actor, rows: readonly SheetRow[]): Promise<readonly SheetRow[]>;
  /** The noun's own verb for the changed cells of one record. */
  apply(
    tx: Tx,
    actor: Actor,
    change: { id: string; cells: Readonly<Record<string, string>> },
  ): Promise<Outcome<unknown>>;
  /** The verb for a new record, where the shape lets a file add some. */
  add?(tx: Tx, actor: Actor, cells: Readonly<Record<string, string>>): Promise<Outcome<unknown>>;
}

/** Puts a file that was read aside until the person has seen what it would change; answers its id. */
export async function keepSheet(
  tx: Tx,
  actor: Actor,
  sheet: { list: string; fileName: string; rows: readonly SheetRow[]; notices?: readonly TwoText[] },
): Promise<Outcome<string>> {
  const { accountId } = actor;
  if (accountId === undefined) return refused({ says: accountWords.notYours });
  await tx.delete(incomingSheets).where(lt(incomingSheets.createdAt, new Date(Date.now() - lifeMs)));
  const [row] = await tx
    .insert(incomingSheets)
    .values({ accountId, ...sheet })
    .returning({ id: incomingSheets.id });
  return done(row?.id ?? '');
}

/** A file put aside, and the noun whose list it is. */
export interface Kept {
  readonly noun: SheetNoun;
  readonly id: string;
}

/** What the file would change now. */
export async function previewSheet(tx: Tx, actor: Actor, { noun, id }: Kept): Promise<Outcome<Preview>> {
  const kept = await keptOf(tx, actor, { noun, id });
  if (!kept) return refused({ says: words.gone });
  const rows = noun.find ? await noun.find(tx, actor, kept.rows) : kept.rows;
  const [{ key }] = noun.shape.columns;
  const ids = rows.flatMap(({ cells }) => cells[key] ?? []);
  const preview = previewOf(noun.shape, rows, await noun.known(tx, actor, ids));
  return done({ ...preview, notices: kept.notices });
}

/** Makes every change of the file. A refusal of one is to keep none: run it with `allOrNothing`. */
export async function applySheet(tx: Tx, actor: Actor, { noun, id }: Kept): Promise<Outcome<number>> {
  const preview = await previewSheet(tx, actor, { noun, id });
  if (!preview.ok) return preview;
  const made = await makeChanges(tx, actor, { noun, preview: preview.value });
  if (made.ok) await discardSheet(tx, actor, id);
  return made;
}

/** Makes what a preview shows, record by record; the first that is refused ends it. */
export async function makeChanges(
  tx: Tx,
  actor: Actor,
  { noun, preview, onRecord }: { noun: SheetNoun; preview: Preview; onRecord?: (done: number, of: number) => void },
): Promise<Outcome<number>> {
  const { changes, errors } = preview;
  if (errors.length > 0) return refused({ says: words.errors(errors.length) });
  const records = [...changesByRecord(changes)];
  for (const [at, [record, cells]] of records.entries()) {
    const outcome = await (isNew(record) && noun.add
      ? noun.add(tx, actor, cells)
      : noun.apply(tx, actor, { id: record, cells }));
    const first = changes.find(({ id }) => id === record);
    if (!outcome.ok) return refused(...inRow(outcome.problems, first));
    onRecord?.(at + 1, records.length);
  }
  return done(changes.length);
}

/** Says which row of the file was refused. */
function inRow(problems: readonly Problem[], change: SheetChange | undefined): Problem[] {
  return problems.map(({ says }) => ({ says: words.refusedRow(change?.row ?? 0, says) }));
}

/** Throws the file away. */
export async function discardSheet(tx: Tx, actor: Actor, id: string): Promise<void> {
  await tx.delete(incomingSheets).where(mine(actor, id));
}

async function keptOf(tx: Tx, actor: Actor, { noun, id }: Kept) {
  const [found] = await tx
    .select({ rows: incomingSheets.rows, notices: incomingSheets.notices })
    .from(incomingSheets)
    .where(and(mine(actor, id), eq(incomingSheets.list, noun.list)));
  return found;
}

function mine({ accountId }: Actor, id: string) {
  return and(eq(incomingSheets.id, id), eq(incomingSheets.accountId, accountId ?? -1));
}
