import { inArray, sql } from 'drizzle-orm';
import type { Lang } from '#language/lang.ts';
import type { Db } from '#platform/database.server.ts';
import type { Kind } from './entry.ts';
import { highlighted, snippetOf, type Part } from './snippet.ts';
import { searchEntries } from './tables.server.ts';

export interface Hit {
  readonly kind: Kind;
  readonly id: string;
  readonly lang: Lang;
  readonly path: string;
  readonly title: readonly Part[];
  readonly snippet: readonly Part[];
  readonly zone: string | undefined;
  readonly city: string | undefined;
  readonly province: string | undefined;
  readonly at: Date | undefined;
  readonly sample: boolean;
}

/** A snippet is looked for in the first part of a text only: further down it is not what the text is about. */
const readForSnippet = 6000;

/** The rows in the order of `ids`, with what was looked for marked. */
export async function hitsFor(db: Db, ids: readonly number[], marks: readonly string[]): Promise<Hit[]> {
  if (ids.length === 0) return [];
  const { id, kind, record, lang, path, title, zone, city, province, at, sample } = searchEntries;
  const body = sql<string>`left(${searchEntries.body}, ${readForSnippet})`;
  const rows = await db
    .select({ row: id, kind, id: record, lang, path, title, body, zone, city, province, at, sample })
    .from(searchEntries)
    .where(inArray(id, [...ids]));
  const place = new Map(ids.map((one, order) => [one, order]));
  rows.sort((one, other) => (place.get(one.row) ?? 0) - (place.get(other.row) ?? 0));
  return rows.map(({ row: _row, ...hit }) => ({
    ...hit,
    title: highlighted(hit.title, marks),
    snippet: snippetOf(hit.body, marks, hit.lang === 'zh' ? 120 : 240),
    zone: hit.zone ?? undefined,
    city: hit.city ?? undefined,
    province: hit.province ?? undefined,
    at: hit.at ?? undefined,
  }));
}
