import type { Actor } from '#accounts/actor.ts';
import type { TwoText } from '#language/lang.ts';
import { sheetImportWords as words } from '#language/words/sheet-import.ts';
import { readWorkbook } from '#lists/read-workbook.server.ts';
import { columnsMatched, incomingFrom, previewOf, type Preview, type SheetRow } from '#lists/sheet.ts';
import { makeChanges, type SheetNoun } from '#lists/write-sheet.server.ts';
import type { Database, Tx } from '#platform/database.server.ts';
import { done, refused, type Outcome } from '#platform/outcome.ts';
import type { SourceSheet } from '#text/official-sheet.ts';
import { sheetNouns } from './nouns.server.ts';

export interface SheetRequest {
  readonly bytes: Uint8Array;
  /** Which list the file is of; guessed from its columns where it is not said. */
  readonly list?: string | undefined;
  /** What new rows say in a column that the file does not fill, as their zone or plan. */
  readonly defaults: Readonly<Record<string, string>>;
  /** Looks only: what would change. */
  readonly isDry: boolean;
  /** What a day without a year is in. */
  readonly year: number;
  readonly onProgress: (done: number, of: number) => void;
}

export interface SheetReport {
  readonly list: string;
  readonly preview: Preview;
  readonly ignored: readonly string[];
  /** Changes that were made; none when it was only looked at, or when anything is wrong. */
  readonly made: number;
  readonly titles: Readonly<Record<string, TwoText>>;
}

/** Brings a sheet into the list it belongs to, by that list's own verbs: all of it, or nothing. */
export async function importSheet(
  database: Database,
  actor: Actor,
  request: SheetRequest,
): Promise<Outcome<SheetReport>> {
  const sheets = await readWorkbook(request.bytes);
  if (!sheets.ok) return sheets;
  let found: SheetReport | undefined;
  const outcome = await database.allOrNothing(actor, async (tx) => {
    const noun = await nounFor(tx, actor, { sheets: sheets.value, list: request.list, zone: request.defaults['zone'] });
    if (!noun.ok) return noun;
    const looked = await look(tx, actor, { noun: noun.value, sheets: sheets.value, request });
    if (!looked.ok) return looked;
    found = looked.value;
    const { preview } = looked.value;
    if (request.isDry || preview.errors.length > 0) return done(0);
    return makeChanges(tx, actor, { noun: noun.value, preview, onRecord: request.onProgress });
  });
  if (!outcome.ok) return outcome;
  return found ? done({ ...found, made: outcome.value }) : refused({ says: words.listUnclear('') });
}

interface Asked {
  readonly sheets: readonly SourceSheet[];
  readonly list: string | undefined;
  readonly zone: string | undefined;
}

/** The list that was named, or the one most of whose columns the file has; two that fit alike have to be told apart. */
async function nounFor(tx: Tx, actor: Actor, { sheets, list, zone }: Asked): Promise<Outcome<SheetNoun>> {
  const all = sheetNouns(actor, zone);
  const names = Object.keys(all).join(', ');
  if (list === undefined) {
    const nouns: SheetNoun[] = [];
    for (const make of Object.values(all)) nouns.push(await make(tx));
    return guessed(nouns, sheets, names);
  }
  const named = Object.hasOwn(all, list) ? all[list] : undefined;
  return named ? done(await named(tx)) : refused({ says: words.listUnknown(list, names) });
}

function guessed(nouns: readonly SheetNoun[], sheets: readonly SourceSheet[], names: string): Outcome<SheetNoun> {
  const fits = nouns.map(({ shape }) => columnsMatched(shape, sheets));
  const most = Math.max(...fits);
  const best = nouns.filter((_, at) => fits[at] === most);
  const [only] = best;
  return only && best.length === 1 && most >= 2 ? done(only) : refused({ says: words.listUnclear(names) });
}

interface Looked {
  readonly noun: SheetNoun;
  readonly sheets: readonly SourceSheet[];
  readonly request: SheetRequest;
}

async function look(tx: Tx, actor: Actor, { noun, sheets, request }: Looked): Promise<Outcome<SheetReport>> {
  const incoming = incomingFrom(noun.shape, sheets, request.year);
  if (!incoming.ok) return incoming;
  const [{ key }] = noun.shape.columns;
  const found = noun.find ? await noun.find(tx, actor, incoming.value.rows) : incoming.value.rows;
  const rows = found.map((row) => (row.cells[key] ? row : withDefaults(row, noun, request.defaults)));
  const known = await noun.known(
    tx,
    actor,
    rows.flatMap(({ cells }) => cells[key] ?? []),
  );
  const preview = { ...previewOf(noun.shape, rows, known), notices: incoming.value.notices };
  const titles = Object.fromEntries(noun.shape.columns.map((column) => [column.key, column.title]));
  return done({ list: noun.list, preview, ignored: incoming.value.ignored, made: 0, titles });
}

function withDefaults(row: SheetRow, { shape }: SheetNoun, defaults: SheetRequest['defaults']): SheetRow {
  const filled = shape.columns.flatMap(({ key }) =>
    (row.cells[key] ?? '') === '' && defaults[key] !== undefined ? [[key, defaults[key]] as const] : [],
  );
  return { ...row, cells: { ...row.cells, ...Object.fromEntries(filled) } };
}
