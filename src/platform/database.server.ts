import { drizzle, type NodePgDatabase } from 'drizzle-orm/node-postgres';
import pg from 'pg';

/** A connection to read with. A `Tx` is one too, so every read also works inside a transaction. */
export type Db = Omit<NodePgDatabase, '$client'>;

/** An open transaction: what every verb takes first. */
export type Tx = Parameters<Parameters<NodePgDatabase['transaction']>[0]>[0];

export interface Database {
  readonly db: Db;
  readonly pool: pg.Pool;
  /** Runs `work` in one transaction: all of it is kept, or none. */
  inTransaction<T>(work: (tx: Tx) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

/** Opens a pool on `url`. `connections` bounds what this process may hold of the server's. */
export function openDatabase(url: string, connections = 10): Database {
  const pool = new pg.Pool({
    connectionString: url,
    max: connections,
    connectionTimeoutMillis: 5_000,
    idleTimeoutMillis: 60_000,
    // A runaway statement must not hold a public page: long work sets its own limit with SET LOCAL.
    statement_timeout: 15_000,
    application_name: 'yuanlian',
  });
  // An idle connection that the server ends is replaced at the next query; without a listener it would end the process.
  pool.on('error', () => undefined);
  const db = drizzle(pool);
  return {
    db,
    pool,
    inTransaction: (work) => db.transaction(work),
    close: () => pool.end(),
  };
}
