import { sql, type SQL } from 'drizzle-orm';
import { isDay, isInstant } from '#language/dates.ts';
import type { Asked } from './address.ts';

/** What a list is sorted by: an expression that is never null, and its type in the database. */
export interface SortKey {
  readonly by: SQL;
  readonly type: 'timestamptz' | 'date' | 'text' | 'bigint' | 'numeric';
}

export interface Keyset {
  /** Rows behind the last one of the page before; undefined on the first page. */
  readonly where: SQL | undefined;
  readonly orderBy: SQL;
}

/** Pages by key: the sort value and the id of the last row, so that a page costs the same however far down it is. */
export function keysetOf(asked: Asked, keys: Readonly<Record<string, SortKey>>, id: SQL): Keyset | undefined {
  const key = keys[asked.sort.key];
  if (!key) return undefined;
  const direction = asked.sort.descending ? sql`desc` : sql`asc`;
  const orderBy = sql`${key.by} ${direction}, ${id} ${direction}`;
  const last = readCursor(asked.after, key.type);
  if (!last) return { where: undefined, orderBy };
  const type = sql.raw(key.type);
  const [value, lastId] = last;
  const compare = asked.sort.descending ? sql`<` : sql`>`;
  return { where: sql`(${key.by}, ${id}) ${compare} (${value}::${type}, ${lastId}::bigint)`, orderBy };
}

/** Where a page ended. The value is text, as the database writes it. */
export function cursorAt(value: string, id: string): string {
  return Buffer.from(JSON.stringify([value, id])).toString('base64url');
}

/** What the database would refuse must not reach it; what has no time yet is sorted as before all time. */
const looksLike: Readonly<Record<SortKey['type'], (value: string) => boolean>> = {
  timestamptz: (value) => value === '-infinity' || isInstant(value),
  date: (value) => value === 'infinity' || isDay(value),
  numeric: (value) => /^-?\d{1,18}(\.\d{1,2})?$/.test(value),
  bigint: (value) => /^-?\d{1,18}$/.test(value),
  text: (value) => /^[^\u0000]{0,500}$/.test(value),
};

/** A cursor that was not made here is no cursor: the list begins at its beginning. */
function readCursor(text: string | undefined, type: SortKey['type']): [string, string] | undefined {
  const [value, id] = parsed(text);
  const isGood = typeof value === 'string' && looksLike[type](value) && /^\d{1,18}$/.test(String(id));
  return isGood ? [value, String(id)] : undefined;
}

function parsed(text: string | undefined): unknown[] {
  try {
    const value: unknown = JSON.parse(Buffer.from(text ?? '', 'base64url').toString());
    return Array.isArray(value) ? value : [];
  } catch {
    return [];
  }
}
