/** Reads CSV as RFC 4180 has it: quoted fields, doubled quotes, line breaks inside quotes; a byte-order mark is skipped. */
export function parseCsv(text: string): string[][] {
  const field = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|\n|\r|$)/gy;
  field.lastIndex = text.startsWith('\uFEFF') ? 1 : 0;
  const rows: string[][] = [];
  let row: string[] = [];
  while (field.lastIndex < text.length) {
    const match = field.exec(text);
    if (!match) throw new SyntaxError(`row ${rows.length + 1} is not CSV`);
    row.push(fieldOf(match));
    const goesOn = match[3] === ',';
    if (goesOn && field.lastIndex < text.length) continue;
    rows.push(goesOn ? [...row, ''] : row);
    row = [];
  }
  return rows;
}

function fieldOf([, inQuotes, bare]: RegExpExecArray): string {
  return inQuotes?.replaceAll('""', '"') ?? bare ?? '';
}

/** The rows below the header, each by the header's names; a missing cell is the empty text. */
export function csvRecords(text: string): Record<string, string>[] {
  const [header = [], ...rows] = parseCsv(text);
  return rows.map((row) => Object.fromEntries(header.map((name, at) => [name, row[at] ?? ''])));
}

/**
 * One line of CSV. A text that a spreadsheet would run as a formula gets an apostrophe in front, also behind
 * blanks and in full width; a number stays a number, negative ones too.
 */
export function csvLine(cells: readonly (string | number | null)[]): string {
  return `${cells.map((cell) => quoted(typeof cell === 'string' ? harmless(cell) : String(cell ?? ''))).join(',')}\r\n`;
}

/** The text as a spreadsheet cell that is never a formula. */
export function harmless(text: string): string {
  return /^[\s\u3000]*[=+\-@＝＋－＠|%\t\r]/.test(text) ? `'${text}` : text;
}

function quoted(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
