import { unitOf, type Unit } from './units.ts';

/** Cells that are shown as one, counted from 0, the last ones included. */
export interface Merge {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** A column that a list has, by all the names it may go under. */
export interface Wanted {
  readonly key: string;
  readonly names: readonly string[];
}

export interface HeaderColumn {
  readonly at: number;
  /** As the file says it, from the uppermost heading down. */
  readonly title: string;
  readonly key: string | undefined;
  readonly unit: Unit | undefined;
}

export interface Header {
  /** The first row of the header and the first one below it, counted from 0. */
  readonly top: number;
  readonly below: number;
  readonly columns: readonly HeaderColumn[];
}

type Rows = readonly (readonly string[])[];

const deepest = 3;
const searched = 30;

/** The header of a sheet, wherever it begins and however many rows it has: what matches the most columns of the list. */
export function findHeader(rows: Rows, merges: readonly Merge[], wanted: readonly Wanted[]): Header {
  const searchedIn: Searched = { rows, merges, keyOf: namesOf(wanted) };
  const first = rows.findIndex((row) => row.some((text) => text.trim() !== ''));
  let best = headerAt(searchedIn, Math.max(0, first), 1);
  for (let top = 0; top < Math.min(searched, rows.length); top += 1) {
    for (let depth = 1; depth <= deepest; depth += 1) best = better(best, headerAt(searchedIn, top, depth));
  }
  return matched(best) === 0 ? best : { ...best, below: whole(best, merges) };
}

/** More columns, and no row above the header that adds none. */
function better(best: Header, other: Header): Header {
  const more = matched(other) - matched(best);
  const isTighter = more === 0 && other.below === best.below && other.top > best.top;
  return more > 0 || isTighter ? other : best;
}

interface Searched {
  readonly rows: Rows;
  readonly merges: readonly Merge[];
  readonly keyOf: (path: readonly string[]) => string | undefined;
}

function headerAt({ rows, merges, keyOf }: Searched, top: number, depth: number): Header {
  const levels = Array.from({ length: depth }, (_, level) =>
    spread(rows[top + level] ?? [], top + level, { rows, merges }),
  );
  const wide = Math.max(0, ...levels.map((level) => level.length));
  const columns = Array.from({ length: wide }, (_, at) => {
    const path = pathOf(levels.map((level) => level[at] ?? ''));
    return { at, title: path.join(' '), key: keyOf(path), unit: unitsIn(path) };
  });
  return { top, below: top + depth, columns };
}

/** The row with each merged cell said in all its places. */
function spread(
  row: readonly string[],
  at: number,
  { rows, merges }: { rows: Rows; merges: readonly Merge[] },
): string[] {
  const texts = [...row];
  for (const { top, left, bottom, right } of merges) {
    if (at < top || at > bottom) continue;
    for (let column = left; column <= right; column += 1) texts[column] = rows[top]?.[left] ?? '';
  }
  return Array.from(texts, (text) => (text ?? '').replace(/\s+/g, ' ').trim());
}

/** The headings above a column, each once. */
function pathOf(texts: readonly string[]): string[] {
  return texts.filter((text, at) => text !== '' && text !== texts[at - 1]);
}

function matched({ columns }: Header): number {
  return new Set(columns.flatMap(({ key }) => key ?? [])).size;
}

/** A header ends where none of its cells reaches further down, and not with one that spans several columns. */
function whole({ top, below }: Header, merges: readonly Merge[]): number {
  const begun = merges.filter((merge) => merge.top >= top && merge.top < below && merge.bottom < top + deepest);
  return Math.max(below, ...begun.map(({ bottom }) => bottom + 1));
}

/** Which column of the list a heading names: by its whole path, else by its last word, with or without its unit. */
function namesOf(wanted: readonly Wanted[]): Searched['keyOf'] {
  const exact = new Map<string, string>();
  const bare = new Map<string, string | undefined>();
  for (const { key, names } of wanted) {
    for (const name of names) {
      if (!exact.has(plain(name))) exact.set(plain(name), key);
      const stripped = plain(withoutUnit(name).name);
      bare.set(stripped, bare.has(stripped) && bare.get(stripped) !== key ? undefined : key);
    }
  }
  return (path) => {
    const last = path.at(-1) ?? '';
    const said = [path.join(''), last].flatMap((text) => [plain(text), plain(withoutUnit(text).name)]);
    if (last === '') return undefined;
    return said.map((name) => exact.get(name) ?? bare.get(name)).find((key) => key !== undefined);
  };
}

function plain(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s*:/·]+/g, '');
}

/** A column that only counts the rows. */
export function isCounting(title: string): boolean {
  return /^(?:序号|行号|no\.?|#)$/i.test(title);
}

const inBrackets = /^(.+?)\s*\((?:单位:?|unit:)?\s*([^()]{1,20})\)\s*$/i;
const behindStroke = /^(.+?)\s*[/,]\s*([^/,()]{1,10})$/;

/** The unit of a header in brackets behind its name, or behind a stroke. */
export function withoutUnit(title: string): { name: string; unit: Unit | undefined } {
  const text = title.normalize('NFKC').trim();
  const found = inBrackets.exec(text) ?? behindStroke.exec(text);
  const unit = unitOf(found?.[2] ?? '');
  return found && unit ? { name: found[1] ?? '', unit } : { name: title.trim(), unit: undefined };
}

function unitsIn(path: readonly string[]): Unit | undefined {
  return path.map((text) => withoutUnit(text).unit).findLast((unit) => unit !== undefined);
}
