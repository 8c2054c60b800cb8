/** More rows than this are no list to look at; who needs all of them makes a backup. */
export const mostExported = 50_000;

type Page<T> = (after: string | undefined) => Promise<{ rows: readonly T[]; next: string | undefined }>;

/** Every row of a list, read a page at a time as the file is written: no more than a page is held. */
export async function* eachRow<T>(page: Page<T>): AsyncGenerator<T> {
  let after: string | undefined;
  let count = 0;
  do {
    const { rows, next } = await page(after);
    yield* rows;
    count += rows.length;
    after = next;
  } while (after !== undefined && count < mostExported);
}

/** Every row of a list at once, for what has to see all of them. */
export function readAll<T>(page: Page<T>): Promise<T[]> {
  return Array.fromAsync(eachRow(page));
}
