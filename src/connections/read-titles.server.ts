import { eq, inArray, sql } from 'drizzle-orm';
import type { Lang, TwoText } from '#language/lang.ts';
import { listingEditions, listings } from '#listings/tables.server.ts';
import type { Db } from '#platform/database.server.ts';

/** What listings are called in both languages; where one is missing, the other stands for it. */
export async function titlesOf(db: Db, ids: readonly (number | null)[]): Promise<Map<number, TwoText>> {
  const wanted = [...new Set(ids)].filter((id) => id !== null);
  if (wanted.length === 0) return new Map();
  const rows = await db
    .select({
      id: listingEditions.listingId,
      zh: sql<string | null>`max(${listingEditions.title}) filter (where ${listingEditions.lang} = 'zh')`,
      en: sql<string | null>`max(${listingEditions.title}) filter (where ${listingEditions.lang} = 'en')`,
    })
    .from(listingEditions)
    .where(inArray(listingEditions.listingId, wanted))
    .groupBy(listingEditions.listingId);
  return new Map(rows.map(({ id, zh, en }) => [id, { zh: zh ?? en ?? '', en: en ?? zh ?? '' }]));
}

/** The language somebody wrote a listing in, before any translation. */
export async function writtenIn(db: Db, listing: number | null): Promise<Lang | undefined> {
  if (listing === null) return undefined;
  const [row] = await db.select({ lang: listings.originalLang }).from(listings).where(eq(listings.id, listing));
  return row?.lang;
}
