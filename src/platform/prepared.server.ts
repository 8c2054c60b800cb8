import type { Db } from './database.server.ts';

/**
 * Builds a prepared query once for each connection pool and keeps it: hot public pages then pay neither for making the
 * SQL nor for planning it.
 */
export function preparedOnce<T>(build: (db: Db) => T): (db: Db) => T {
  const made = new WeakMap<Db, T>();
  return (db) => {
    const kept = made.get(db) ?? build(db);
    made.set(db, kept);
    return kept;
  };
}
