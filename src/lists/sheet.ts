import type { TwoText } from '#language/lang.ts';
import { listWords as words } from '#language/words/lists.ts';
import { done, refused, type Outcome, type Problem } from '#platform/outcome.ts';
import { isCounting, type HeaderColumn, type Wanted } from '#text/official-header.ts';
import { readOfficialSheet, type ReadSheet, type SourceSheet } from '#text/official-sheet.ts';
import { meaning } from './cell-meaning.ts';
import type { Choice } from './list.ts';

/** One column of a list as a file has it. The same column goes out and comes back in. */
export interface SheetColumn {
  readonly key: string;
  readonly title: TwoText;
  /** Other names its header may go by in a file. */
  readonly aliases?: readonly string[];
  /** Its cells are days: 2026年3月底 comes in as 2026-03-31. */
  readonly isDay?: true;
  /** Its cells are moments on China's clock: 2026年3月5日上午9时 comes in as 2026-03-05 09:00. */
  readonly isMoment?: true;
  /** Its cells are numbers of this unit, as 元; 3.5亿元 comes in as 350000000. A unit in its title says the same. */
  readonly unit?: string;
  /** What its cells choose among, so that a preview names a value in the reader's words. */
  readonly choices?: readonly Choice[];
  /** What a changed cell means, or why it may not be that; a column without it goes out only. */
  readonly read?: (text: string) => Outcome<string>;
}

/** A list as a file: its first column ties a row to its record. */
export interface SheetShape {
  readonly columns: readonly [SheetColumn, ...SheetColumn[]];
  /** A row without an id is a record that is not there yet. */
  readonly mayAdd?: true;
  /** Rows without an id are looked up by something else they say, so a file need have no ids at all. */
  readonly isFound?: true;
}

/** A row of a file that came in: its number as the spreadsheet shows it, and the cells by column key. */
export interface SheetRow {
  readonly row: number;
  readonly cells: Readonly<Record<string, string>>;
}

export interface Incoming {
  readonly rows: readonly SheetRow[];
  /** Titles of columns that no file can change. */
  readonly ignored: readonly string[];
  /** What was left out of the file, and sums in it that do not add up. */
  readonly notices: readonly TwoText[];
}

/** A record as it is now, by column key, with the words people know it by. */
export interface Known {
  readonly label: string;
  readonly cells: Readonly<Record<string, string>>;
}

export interface SheetChange {
  readonly row: number;
  readonly id: string;
  readonly label: string;
  readonly column: string;
  readonly before: string;
  readonly after: string;
}

/** What is wrong with a file, by row and column as its author counts them. */
export interface SheetError {
  readonly row: number;
  readonly column: string;
  readonly says: TwoText;
}

export interface Preview {
  readonly changes: readonly SheetChange[];
  readonly errors: readonly SheetError[];
  readonly unchanged: number;
  readonly notices?: readonly TwoText[];
}

/** The rows of a file by the columns of the list, whatever shape its author gave the sheet. */
export function incomingFrom(
  shape: SheetShape,
  sheets: readonly SourceSheet[],
  year: number | undefined,
): Outcome<Incoming> {
  const sheet = readOfficialSheet(sheets, shape.columns.map(wantedOf));
  if (!sheet) return refused({ says: words.fileEmpty });
  const problems = headerProblems(shape, sheet.columns);
  if (problems.length > 0) return refused(...problems);
  const cells = cellReaders(shape, sheet, year);
  const rows = sheet.rows
    .map((row): SheetRow => ({ row: row.row, cells: Object.fromEntries(cells.map((read) => read(row.cells))) }))
    .filter((row) => Object.values(row.cells).some((text) => text !== ''));
  const ignored = sheet.columns.filter((column) => !isChangeable(shape, column)).map(({ title }) => title);
  return rows.length === 0 ? refused({ says: words.fileEmpty }) : done({ rows, ignored, notices: sheet.notices });
}

/** How many columns of the list a file has. */
export function columnsMatched(shape: SheetShape, sheets: readonly SourceSheet[]): number {
  const read = readOfficialSheet(sheets, shape.columns.map(wantedOf));
  return new Set(read?.columns.flatMap(({ key }) => key ?? [])).size;
}

/** The same for a table that is nothing else: its header in the first row. */
export function incomingOf(shape: SheetShape, rows: readonly (readonly string[])[]): Outcome<Incoming> {
  return incomingFrom(shape, [{ name: '', rows, merges: [], hidden: [] }], undefined);
}

function wantedOf({ key, title, aliases = [] }: SheetColumn): Wanted {
  return { key, names: [title.zh, title.en, key, ...aliases] };
}

function isChangeable({ columns }: SheetShape, { key, title }: HeaderColumn): boolean {
  const column = columns.find((one) => one.key === key);
  return isCounting(title) || column?.read !== undefined || (column !== undefined && column === columns[0]);
}

function headerProblems({ columns, isFound }: SheetShape, said: readonly HeaderColumn[]): Problem[] {
  const [first] = columns;
  const keys = said.map(({ key }) => key);
  const twice = columns.filter(({ key }) => keys.filter((one) => one === key).length > 1);
  const missing = isFound || keys.includes(first.key) ? [] : [{ says: words.keyMissing(first.title.zh) }];
  return [...missing, ...twice.map(({ title }) => ({ says: words.headerTwice(title.zh) }))];
}

type Read = (cells: readonly string[]) => [key: string, text: string];

function cellReaders({ columns }: SheetShape, sheet: ReadSheet, year: number | undefined): Read[] {
  return sheet.columns.flatMap((said) => {
    const column = columns.find(({ key }) => key === said.key);
    if (!column) return [];
    const asKept = meaning(column, { unit: said.unit, units: sheet.units, year });
    return [(cells: readonly string[]): [string, string] => [column.key, asKept(cells[said.at] ?? '')]];
  });
}

/** What the file would change, and what is wrong with it. Cells that say what is known already are no change. */
export function previewOf(shape: SheetShape, rows: readonly SheetRow[], known: ReadonlyMap<string, Known>): Preview {
  const [{ key: idKey }] = shape.columns;
  const idOf = ({ cells, row }: SheetRow) =>
    (cells[idKey] ?? '').replace(/^\++/, '') || (shape.mayAdd ? `+${row}` : '');
  const errors = rows.flatMap((row) => idErrors(shape, row, { id: idOf(row), rows, known }));
  const judged = rows.map((row) => judge(shape, row, { id: idOf(row), record: recordOf(idOf(row), known) }));
  return {
    changes: judged.flatMap((one) => one.changes),
    errors: [...errors, ...judged.flatMap((one) => one.errors)].sort((a, b) => a.row - b.row),
    unchanged: judged.filter((one) => one.changes.length === 0 && one.errors.length === 0).length,
  };
}

/** What a row is called whose record is not there yet begins with a plus, and no id of a record does. */
export function isNew(id: string): boolean {
  return id.startsWith('+');
}

function recordOf(id: string, known: ReadonlyMap<string, Known>): Known | undefined {
  return isNew(id) ? { label: words.newRow.zh, cells: {} } : known.get(id);
}

interface About {
  readonly id: string;
  readonly rows: readonly SheetRow[];
  readonly known: ReadonlyMap<string, Known>;
}

function idErrors({ columns }: SheetShape, { row }: SheetRow, { id, rows, known }: About): SheetError[] {
  const column = columns[0].key;
  if (isNew(id)) return [];
  if (id === '') return [{ row, column, says: words.keyEmpty }];
  if (!known.has(id)) return [{ row, column, says: words.keyUnknown(id) }];
  const first = rows.find(({ cells }) => cells[column] === id);
  return first?.row === row ? [] : [{ row, column, says: words.keyTwice(id) }];
}

interface Found {
  readonly id: string;
  readonly record: Known | undefined;
}

function judge({ columns }: SheetShape, row: SheetRow, { id, record }: Found) {
  const changes: SheetChange[] = [];
  const errors: SheetError[] = [];
  for (const column of record ? columns : []) {
    const cell = changed(column, row, { id, record });
    if (cell === undefined) continue;
    const at = { row: row.row, column: column.key };
    if (!cell.after.ok) errors.push(...cell.after.problems.map(({ says }) => ({ ...at, says })));
    else changes.push({ ...at, id, label: record?.label ?? '', before: cell.before, after: cell.after.value });
  }
  return { changes, errors };
}

/** What a cell says now and what it would say, where that is another thing. */
function changed({ key, read }: SheetColumn, { cells }: SheetRow, { id, record }: Found) {
  const before = cellOf(record, key);
  const text = asSaid(cells[key], id);
  if (!read || text === undefined || (text === before && !isNew(id))) return undefined;
  const after = read(text);
  return after.ok && after.value === before ? undefined : { before, after };
}

function cellOf(record: Known | undefined, key: string): string {
  return record?.cells[key] ?? '';
}

/** A new record is asked for everything it needs, also for what the file has no column for. */
function asSaid(text: string | undefined, id: string): string | undefined {
  return text === undefined && isNew(id) ? '' : text;
}

/** The changes of each record together, as its verb takes them. */
export function changesByRecord(changes: readonly SheetChange[]): Map<string, Record<string, string>> {
  const byId = new Map<string, Record<string, string>>();
  for (const { id, column, after } of changes) byId.set(id, { ...byId.get(id), [column]: after });
  return byId;
}

/** A text of at most so many characters; nothing is allowed only where `mayBeEmpty`. */
export function textCell(longest: number, mayBeEmpty = false): (text: string) => Outcome<string> {
  return (text) => {
    const value = text.normalize('NFC').trim();
    if (value === '' && !mayBeEmpty) return refused({ says: words.noEmpty });
    return value.length > longest ? refused({ says: words.tooLong(longest) }) : done(value);
  };
}

/** One of a few values, written as the value itself or as either of its labels. */
export function choiceCell(choices: readonly { value: string; label: TwoText }[]): (text: string) => Outcome<string> {
  return (text) => {
    const found = choices.find(({ value, label }) => [value, label.zh, label.en].includes(text.trim()));
    const all = choices.map(({ label }) => label.zh).join('、');
    return found ? done(found.value) : refused({ says: words.oneOf(all) });
  };
}
