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
  const byId = new Map(rows.map(({ row, ...rest }) => [row, rest]));
  return ids.flatMap((one) => {
    const hit = byId.get(one);
    return hit === undefined ? [] : [marked(hit, marks)];
  });
}

interface Row extends Omit<Hit, 'title' | 'snippet' | 'zone' | 'city' | 'province' | 'at'> {
  readonly title: string;
  readonly body: string;
  readonly zone: string | null;
  readonly city: string | null;
  readonly province: string | null;
  readonly at: Date | null;
}

function marked({ title, body, ...row }: Row, marks: readonly string[]): Hit {
  return {
    ...row,
    title: highlighted(title, marks),
    snippet: snippetOf(body, marks, row.lang === 'zh' ? 120 : 240),
    zone: row.zone ?? undefined,
    city: row.city ?? undefined,
    province: row.province ?? undefined,
    at: row.at ?? undefined,
  };
}
