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

/** The same for a query that comes in a few shapes, such as one for each set of filters: each shape is made once. */
export function preparedForShape<T>(build: (db: Db, shape: string) => T): (db: Db, shape: string) => T {
  const shapesOf = preparedOnce(() => new Map<string, T>());
  return (db, shape) => {
    const shapes = shapesOf(db);
    const kept = shapes.get(shape) ?? build(db, shape);
    shapes.set(shape, kept);
    return kept;
  };
}
