import { sql } from 'drizzle-orm';
import type { Db } from '#platform/database.server.ts';
import type { Kind } from './entry.ts';

/** The records of a kind whose text holds one of these, which the caller has brought to the form of `normalise`. */
export async function recordsHolding(db: Db, kind: Kind, texts: readonly string[]): Promise<string[]> {
  if (texts.length === 0) return [];
  const { rows } = await db.execute<{ record: string }>(sql`
    select distinct record from search_entry
    where kind = ${kind} and exists (select from unnest(${sql.param(texts)}::text[]) one
      where strpos(coalesce(folded, lower(title || e'\n' || body)), one) > 0)`);
  return rows.map(({ record }) => record);
}
