import { and, desc, eq, ne } from 'drizzle-orm';
import type { Db, Tx } from '#platform/database.server.ts';
import { connections, connectionSteps } from './tables.server.ts';

export type ConnectionRow = typeof connections.$inferSelect;

/** The connection, held until the transaction ends: of two who act at once the second sees what the first did. */
export async function lockConnection(tx: Tx, id: number): Promise<ConnectionRow | undefined> {
  const [row] = await tx.select().from(connections).where(eq(connections.id, id)).for('update');
  return row;
}

export async function connectionRow(db: Db, id: number): Promise<ConnectionRow | undefined> {
  const [row] = await db.select().from(connections).where(eq(connections.id, id));
  return row;
}

/** The step that brought a connection to where it is. */
export async function lastMove(db: Db, id: number) {
  const [step] = await db
    .select({ action: connectionSteps.action, side: connectionSteps.side })
    .from(connectionSteps)
    .where(and(eq(connectionSteps.connectionId, id), ne(connectionSteps.fromState, connectionSteps.toState)))
    .orderBy(desc(connectionSteps.id))
    .limit(1);
  return step;
}
