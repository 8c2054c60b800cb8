import { sql } from 'drizzle-orm';
import type { Db } from '#platform/database.server.ts';

/** One form of a file as the database knows it. */
export interface StoredForm extends Record<string, unknown> {
  readonly id: string;
  readonly name: string;
  readonly bytes: number;
  readonly sha256: string;
}

/** Every form of every file whose bytes must be in the storage: those on their way are not there yet. */
export async function storedForms(db: Db): Promise<StoredForm[]> {
  const { rows } = await db.execute<StoredForm>(sql`
    select file.id, form.name, form.bytes::float8 as bytes, form.sha256
    from file, jsonb_to_recordset(variants) as form (name text, bytes bigint, sha256 text) where state <> 'arriving'`);
  return rows;
}
