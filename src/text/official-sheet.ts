import type { TwoText } from '#language/lang.ts';
import { officialSheetWords as words } from '#language/words/official-sheets.ts';
import { readAmount } from './numerals.ts';
import { findHeader, type Header, type HeaderColumn, type Merge, type Wanted } from './official-header.ts';
import { sumProblems, totalIn, type Counted, type RawRow } from './official-totals.ts';
import { unitOf, type Unit } from './units.ts';

/** A sheet of a workbook, its cells as text. */
export interface SourceSheet {
  readonly name: string;
  readonly rows: readonly (readonly string[])[];
  readonly merges: readonly Merge[];
  /** Rows that are not shown, counted from 0. */
  readonly hidden: readonly number[];
}

/** The table of a sheet without its surroundings: one header, one row a record. */
export interface ReadSheet {
  readonly columns: readonly HeaderColumn[];
  readonly rows: readonly RawRow[];
  /** Units that stand above the table, for columns that name none. */
  readonly units: readonly Unit[];
  /** What its reader should know: what was left out, which sums do not add up. */
  readonly notices: readonly TwoText[];
}

const noteBelow =
  /^(?:备?注|说明|填表说明|填报?说明|填报?人|填报单位负责人|制表人?|审核人?|复核人?|单位负责人|联系人|资料来源|notes?)\s*(?:[:0-9一]|$)/i;
const groupHead = /^(?:[一二三四五六七八九十]+[、.]|\([一二三四五六七八九十]+\))/;

/** Reads the sheet that fits the list best, whatever stands around its table and however its cells are merged. */
export function readOfficialSheet(sheets: readonly SourceSheet[], wanted: readonly Wanted[]): ReadSheet | undefined {
  const found = sheets.map((sheet) => ({ sheet, header: findHeader(sheet.rows, sheet.merges, wanted) }));
  const fit = (header: Header) => new Set(header.columns.flatMap(({ key }) => key ?? [])).size;
  const best = found.toSorted((a, b) => fit(b.header) - fit(a.header))[0];
  if (!best) return undefined;
  const others = sheets.filter((sheet) => sheet !== best.sheet && sheet.rows.length > 0).map(({ name }) => name);
  const read = readTable(best.sheet, best.header, wanted[0]?.key);
  const left = others.length > 0 ? [words.fromSheet(best.sheet.name, others.slice(0, 10).join('、'))] : [];
  return { ...read, notices: [...left, ...read.notices] };
}

function readTable(sheet: SourceSheet, header: Header, idKey: string | undefined): ReadSheet {
  const units = unitsAbove(sheet.rows.slice(0, header.below));
  const filled = fillDown(sheet, header, idKey);
  const { body, noteAt } = withoutNotes(filled.rows.slice(header.below), header);
  const idAt = header.columns.find(({ key }) => key !== undefined && key === idKey)?.at;
  const judged = body.map((row) => kindOf(row, { sheet, header, idAt }));
  const counted = judged.flatMap(({ row, kind }): Counted[] =>
    kind === 'group' ? [] : [{ ...row, total: kind === 'row' ? undefined : kind }],
  );
  const rows = counted.filter(({ total }) => total === undefined).map(({ row, cells }) => ({ row, cells }));
  const numbers = (kinds: readonly string[]) =>
    judged.filter(({ kind }) => kinds.includes(kind)).map(({ row }) => row.row);
  const hidden = sheet.hidden.map((at) => at + 1).filter((row) => rows.some((one) => one.row === row));
  return {
    columns: header.columns.filter(({ title }) => title !== ''),
    rows,
    units,
    notices: [
      ...(header.below > 1 ? [words.headerAt(header.below)] : []),
      ...units.slice(0, 1).map(({ unit, times }) => words.unitLine(unitInWords(unit, times))),
      ...said(words.totalsLeftOut, numbers(['part', 'all'])),
      ...said(words.groupsLeftOut, numbers(['group'])),
      ...(noteAt === undefined ? [] : [words.notesLeftOut(noteAt)]),
      ...said(words.hiddenRows, hidden),
      ...filled.notices,
      ...sumProblems(counted, header.columns, units),
    ].slice(0, 50),
  };
}

function said(sentence: (rows: string) => TwoText, rows: readonly number[]): TwoText[] {
  const shown = rows.slice(0, 20).join(', ') + (rows.length > 20 ? ' …' : '');
  return rows.length === 0 ? [] : [sentence(shown)];
}

function unitInWords(unit: string, times: number): string {
  return `${{ 1: '', 1000: '千', 10000: '万', 1000000: '百万', 100000000: '亿' }[times] ?? `${times} `}${unit}`;
}

/** 单位：万元 above a table. */
function unitsAbove(rows: readonly (readonly string[])[]): Unit[] {
  return rows.flat().flatMap((text) => {
    const [, names = ''] =
      /(?:^|[(\s])(?:计量)?(?:单位|units?)\s*:\s*([^()]{1,40})\)?$/i.exec(text.normalize('NFKC').trim()) ?? [];
    return [names, ...names.split(/[、,/;]/)].flatMap((name) => unitOf(name) ?? []).slice(0, 4);
  });
}

/** A name that stands once for a group of rows is the name of each; a number stands for itself. */
function fillDown(sheet: SourceSheet, { below, columns }: Header, idKey: string | undefined) {
  const rows = sheet.rows.map((row) => [...row]);
  const notices: TwoText[] = [];
  const named = columns.filter(({ key }) => key === undefined || key !== idKey);
  for (const { top, left, bottom } of sheet.merges.filter((merge) => isDown(merge, below))) {
    const column = named.find(({ at }) => at === left);
    const text = sheet.rows[top]?.[left] ?? '';
    if (!column || text === '') continue;
    if (readAmount(text)) notices.push(words.mergedNumber(top + 1, column.title));
    else for (const row of rows.slice(top, bottom + 1)) put(row, left, text);
  }
  return { rows, notices };
}

function isDown({ top, left, bottom, right }: Merge, below: number): boolean {
  return top >= below && bottom > top && left === right;
}

function put(row: string[], at: number, text: string): void {
  while (row.length < at) row.push('');
  row[at] = text;
}

function withoutNotes(rows: readonly (readonly string[])[], { below }: Header) {
  const numbered = rows.map((cells, at): RawRow => ({ row: below + at + 1, cells }));
  const begins = numbered.findIndex(({ cells }) => {
    const texts = cells.filter((text) => text.trim() !== '');
    return texts.length > 0 && texts.length <= 4 && noteBelow.test((texts[0] ?? '').normalize('NFKC').trim());
  });
  const body = (begins === -1 ? numbered : numbered.slice(0, begins)).filter(({ cells }) =>
    cells.some((text) => text.trim() !== ''),
  );
  return { body, noteAt: numbered[begins]?.row };
}

interface Around {
  readonly sheet: SourceSheet;
  readonly header: Header;
  readonly idAt: number | undefined;
}

/** A row that names its record by id is one, whatever else it says. */
function kindOf(row: RawRow, { sheet, header, idAt }: Around) {
  const id = idAt === undefined ? '' : (row.cells[idAt] ?? '').trim();
  if (/^[\d+]/.test(id)) return { row, kind: 'row' as const };
  const total = totalIn(row.cells);
  if (total) return { row, kind: total };
  return { row, kind: isGroupHead(row, sheet, header) ? ('group' as const) : ('row' as const) };
}

function isGroupHead({ row, cells }: RawRow, { merges }: SourceSheet, { columns }: Header): boolean {
  const texts = cells.filter((text) => text.trim() !== '');
  if (texts.length !== 1 || columns.filter(({ key }) => key !== undefined).length < 3) return false;
  const isAcross = merges.some(({ top, left, right }) => top === row - 1 && right > left);
  return isAcross || groupHead.test((texts[0] ?? '').normalize('NFKC').trim());
}
