import { availableParallelism } from 'node:os';
import { sql } from 'drizzle-orm';
import { drizzle, type NodePgDatabase } from 'drizzle-orm/node-postgres';
import pg from 'pg';
import { keepStatements } from './statements.server.ts';
import { viewWords } from '#language/words/view.ts';
import { refused, type Outcome } from './outcome.ts';

/** A connection to read with. A `Tx` is one too, so every read also works inside a transaction. */
export type Db = Omit<NodePgDatabase, '$client'>;

/** An open transaction: what every verb takes first. */
export type Tx = Parameters<Parameters<NodePgDatabase['transaction']>[0]>[0];

/** Who asks, as far as the rows of the database need to know: which zones and organisations are theirs. An `Actor` is one. */
export interface Asker {
  readonly accountId?: number;
  readonly memberships: readonly { readonly role: string; readonly zone?: string; readonly organisation?: number }[];
  /** Whoever looks through the asker's eyes: such a look changes nothing, whatever a verb would let it do. */
  readonly viewedBy?: unknown;
}

export interface Database {
  /** For what anybody may see: outside of a transaction nobody has said who asks. */
  readonly db: Db;
  readonly pool: pg.Pool;
  /** Runs `work` in one transaction: all of it is kept, or none. Rows of zones that are not the asker's stay out of sight. */
  inTransaction<T>(asker: Asker, work: (tx: Tx) => Promise<T>): Promise<T>;
  /** The same for several verbs in a row: a refusal of any of them keeps nothing of the others. */
  allOrNothing<T>(asker: Asker, work: (tx: Tx) => Promise<Outcome<T>>): Promise<Outcome<T>>;
  close(): Promise<void>;
}

/** Carries a refusal out of a transaction, so that it rolls back. */
class Refused<T> extends Error {
  readonly outcome: Outcome<T>;

  constructor(outcome: Outcome<T>) {
    super('refused');
    this.outcome = outcome;
  }
}

/**
 * What a web process holds of the server's: it asks from one thread, so beyond twice the cores more connections answer
 * nothing sooner and take each other's place in the processor's caches. No request waits for a second one while it holds one.
 */
const forTheWeb = Math.min(10, Math.max(4, 2 * availableParallelism()));

/** Opens a pool on `url`. `connections` bounds what this process may hold of the server's. */
export function openDatabase(url: string, connections = forTheWeb): Database {
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
  pool.on('connect', keepStatements);
  const db = drizzle(pool);
  const inTransaction: Database['inTransaction'] = (asker, work) =>
    db.transaction(async (tx) => {
      await sayWhoAsks(tx, asker);
      return work(tx);
    });
  return {
    db,
    pool,
    inTransaction,
    allOrNothing: async (asker, work) =>
      asker.viewedBy
        ? refused({ says: viewWords.onlyLooking })
        : allOrNothing((refusable) => inTransaction(asker, refusable), work),
    close: () => pool.end(),
  };
}

/** Tells row security who asks, until this transaction ends and no longer (migrations 0055 and 0110). */
export async function sayWhoAsks(tx: Tx, { accountId, memberships, viewedBy }: Asker): Promise<void> {
  const seesAll = memberships.some(({ role }) => role === 'operator');
  const zones = seesAll ? '*' : memberships.flatMap(({ zone }) => zone ?? []).join(',');
  const organisations = memberships.flatMap(({ organisation }) => organisation ?? []).join(',');
  await tx.execute(sql`select set_config('yuanlian.zones', ${zones}, true),
    set_config('yuanlian.organisations', ${organisations}, true),
    set_config('yuanlian.account', ${String(accountId ?? '')}, true)`);
  if (viewedBy) await tx.execute(sql`set transaction read only`);
}

async function allOrNothing<T>(
  inTransaction: (work: (tx: Tx) => Promise<Outcome<T>>) => Promise<Outcome<T>>,
  work: (tx: Tx) => Promise<Outcome<T>>,
): Promise<Outcome<T>> {
  try {
    return await inTransaction(async (tx) => {
      const outcome = await work(tx);
      if (!outcome.ok) throw new Refused(outcome);
      return outcome;
    });
  } catch (error) {
    if (error instanceof Refused) return error.outcome as Outcome<T>;
    throw error;
  }
}
