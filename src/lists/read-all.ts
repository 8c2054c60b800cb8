/** More rows than this are no list to look at; who needs all of them makes a backup. */
export const mostExported = 50_000;

/** Every page of a list, one after the other. */
export async function readAll<T>(
  page: (after: string | undefined) => Promise<{ rows: readonly T[]; next: string | undefined }>,
): Promise<T[]> {
  const all: T[] = [];
  let after: string | undefined;
  do {
    const { rows, next } = await page(after);
    all.push(...rows);
    after = next;
  } while (after !== undefined && all.length < mostExported);
  return all;
}
