import { and, asc, eq } from 'drizzle-orm';
import type { Actor } from '#accounts/actor.ts';
import type { Tx } from '#platform/database.server.ts';
import { savedViews } from './tables.server.ts';
import type { SavedView } from './view.ts';

/** What this person has saved of that list. */
export async function viewsOf(tx: Tx, actor: Actor, list: string): Promise<SavedView[]> {
  if (actor.accountId === undefined) return [];
  return tx
    .select({ id: savedViews.id, name: savedViews.name, query: savedViews.query })
    .from(savedViews)
    .where(and(eq(savedViews.accountId, actor.accountId), eq(savedViews.list, list)))
    .orderBy(asc(savedViews.name));
}
