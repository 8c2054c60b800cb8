import { officialSheetWords as words } from '#language/words/official-sheets.ts';
import type { TwoText } from '#language/lang.ts';
import { plainNumber, readAmount } from './numerals.ts';
import type { HeaderColumn } from './official-header.ts';
import type { Unit } from './units.ts';

/** A row of a sheet: its number as the spreadsheet shows it, and its cells. */
export interface RawRow {
  readonly row: number;
  readonly cells: readonly string[];
}

const part = /^(?:小计|.{1,20}小计|sub-?totals?)$/i;
const all = /^(?:合计|总计|共计|总和|.{1,20}(?:合计|总计)|(?:grand )?totals?)$/i;

/** Whether a row adds up others: all of the table, or the part above it. */
export function totalIn(cells: readonly string[]): 'part' | 'all' | undefined {
  const labels = cells
    .map((text) => text.normalize('NFKC').trim())
    .filter((text) => text !== '')
    .slice(0, 3)
    .map((text) => text.replace(/(?<=[\u3400-\u9fff])\s+(?=[\u3400-\u9fff])/g, '').replace(/:$/, ''));
  if (labels.some((text) => part.test(text))) return 'part';
  return labels.some((text) => all.test(text)) ? 'all' : undefined;
}

/** A row as it stands in the table, and whether it is one that adds up. */
export interface Counted extends RawRow {
  readonly total: 'part' | 'all' | undefined;
}

/** Where a total is not the sum of its rows, in the unit of its column. Ratios are not summed. */
export function sumProblems(
  rows: readonly Counted[],
  columns: readonly HeaderColumn[],
  above: readonly Unit[],
): TwoText[] {
  const summed = columns.filter(({ title, unit }) => unit?.unit !== '%' && !noSum.test(title));
  return rows.flatMap((row, place) =>
    row.total === undefined
      ? []
      : summed.flatMap(({ at, title, unit }) => problemOf(rows, place, { at, title, unit: unit ?? above[0] })),
  );
}

const noSum = /率|比重|占比|%|序号|^no\.?$/i;

type Summed = Pick<HeaderColumn, 'at' | 'title' | 'unit'>;

function problemOf(rows: readonly Counted[], place: number, column: Summed): TwoText[] {
  const total = rows[place];
  const text = total?.cells[column.at] ?? '';
  const said = valueOf(text, column.unit);
  if (!total || said === undefined) return [];
  const sums = partsOf(rows, place).flatMap((parts) => sumOf(parts, column) ?? []);
  const isClose = (sum: Sum) => Math.abs(sum.value - said) <= tolerance(text, sum.count);
  const [first] = sums;
  if (!first || sums.some(isClose)) return [];
  const sum = plainNumber(first.value);
  return [words.sumDiffers({ row: total.row, column: column.title, said: plainNumber(said), sum })];
}

/** A number in the unit of its column; one with another unit, where the column has none, cannot be added. */
function valueOf(text: string, unit: Unit | undefined): number | undefined {
  const amount = readAmount(text, unit);
  if (!amount || amount.unit !== unit?.unit) return undefined;
  return amount.value / (unit?.times ?? 1);
}

/** What a total may add up: for a part, the rows above it up to the last total, or those below it up to the next. */
function partsOf(rows: readonly Counted[], place: number): (readonly Counted[])[] {
  const plain = (some: readonly Counted[]) => some.filter(({ total }) => total === undefined);
  if (rows[place]?.total === 'all') return [plain(rows)];
  const before = rows.slice(0, place);
  const after = rows.slice(place + 1);
  const next = after.findIndex(({ total }) => total !== undefined);
  return [
    before.slice(before.findLastIndex(({ total }) => total !== undefined) + 1),
    next === -1 ? after : after.slice(0, next),
  ];
}

interface Sum {
  readonly value: number;
  readonly count: number;
}

function sumOf(rows: readonly Counted[], { at, unit }: Summed): Sum | undefined {
  const texts = rows.map(({ cells }) => cells[at] ?? '').filter((text) => readAmount(text) !== undefined);
  const values = texts.map((text) => valueOf(text, unit)).filter((value) => value !== undefined);
  if (values.length === 0 || values.length < texts.length) return undefined;
  return { value: values.reduce((sum, one) => sum + one, 0), count: values.length };
}

/** Numbers that were rounded need not add up to the last decimal; whole numbers do. */
function tolerance(said: string, count: number): number {
  const decimals = /\.(\d+)/.exec(said.normalize('NFKC'))?.[1]?.length ?? 0;
  return decimals === 0 ? 1e-6 : 0.5 * 10 ** -decimals * (count + 1);
}
