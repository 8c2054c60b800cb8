import { csvLine } from './csv.ts';

export type Cell = string | number | null;

/** A list as every file format tells it: one header, rows of the same length. */
export interface Sheet {
  readonly name: string;
  readonly header: readonly string[];
  readonly rows: Iterable<readonly Cell[]> | AsyncIterable<readonly Cell[]>;
}

/** The sheet as CSV, a piece at a time. It begins with a mark without which Excel takes it for the local code page. */
export async function* csvOf({ header, rows }: Sheet): AsyncGenerator<string> {
  yield `\uFEFF${csvLine([...header])}`;
  for await (const row of rows) yield csvLine([...row]);
}

/** The sheet as a JSON array of records keyed by the header, a piece at a time. */
export async function* jsonOf({ header, rows }: Sheet): AsyncGenerator<string> {
  let separator = '[\n';
  for await (const row of rows) {
    yield `${separator}${JSON.stringify(Object.fromEntries(header.map((title, place) => [title, row[place] ?? null])))}`;
    separator = ',\n';
  }
  yield separator === '[\n' ? '[]\n' : '\n]\n';
}
