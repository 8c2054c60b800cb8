import type pg from 'pg';

/** Whether the database answers within two seconds and has exactly the schema this program knows. */
export async function isSchemaCurrent(pool: pg.Pool, newest: number): Promise<boolean> {
  const query = pool
    .query<{ number: number }>('select max(number) as number from schema_migration')
    .then(({ rows }) => rows[0]?.number === newest)
    // Any failure means: not ready. The reason is in the log of whoever needed the database.
    .catch(() => false);
  const late = new Promise<false>((resolve) => setTimeout(resolve, 2_000, false).unref());
  return Promise.race([query, late]);
}
