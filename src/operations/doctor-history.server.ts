import { sql } from 'drizzle-orm';
import { theSystem } from '#accounts/actor.ts';
import { operationsWords as words } from '#language/words/operations.ts';
import type { Database } from '#platform/database.server.ts';
import type { Finding } from './finding.ts';
import type { Manifest } from './manifest.ts';

/** Whether the history still knows the row that was its newest when the backup was made: without it, its end was cut off. */
export async function examineHistorySince(database: Database, { history, madeAt }: Manifest): Promise<Finding[]> {
  if (history === undefined) return [];
  const { rowCount } = await database.inTransaction(theSystem, (tx) =>
    tx.execute(
      sql`select from history_chain where position = ${history.position} and hash = decode(${history.hash}, 'hex')`,
    ),
  );
  const ok = rowCount === 1;
  return [{ name: 'history-since', ok, says: words.historySince(ok, history.position, madeAt) }];
}
