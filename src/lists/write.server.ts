import { and, eq } from 'drizzle-orm';
import type { Actor } from '#accounts/actor.ts';
import { accountWords } from '#language/words/accounts.ts';
import { listWords as words } from '#language/words/lists.ts';
import type { Tx } from '#platform/database.server.ts';
import { done, refused, type Outcome } from '#platform/outcome.ts';
import { viewsOf } from './read.server.ts';
import { savedViews } from './tables.server.ts';
import { viewInput } from './view.ts';

const mostViews = 20;

/** Keeps a view under a name; the same name again is the same view with a new address. */
export async function saveView(tx: Tx, actor: Actor, input: unknown): Promise<Outcome<{ name: string }>> {
  const { accountId } = actor;
  if (accountId === undefined) return refused({ says: accountWords.notYours });
  const view = viewInput.safeParse(input);
  if (!view.success) return refused({ field: 'name', says: words.viewNameWrong });
  const views = await viewsOf(tx, actor, view.data.list);
  if (views.length >= mostViews) return refused({ says: words.tooManyViews });
  await tx
    .insert(savedViews)
    .values({ accountId, ...view.data })
    .onConflictDoUpdate({
      target: [savedViews.accountId, savedViews.list, savedViews.name],
      set: { query: view.data.query },
    });
  return done({ name: view.data.name });
}

/** Forgets a view of one's own; somebody else's is not there. */
export async function deleteView(tx: Tx, actor: Actor, id: number): Promise<Outcome<undefined>> {
  if (actor.accountId === undefined) return refused({ says: accountWords.notYours });
  await tx.delete(savedViews).where(and(eq(savedViews.id, id), eq(savedViews.accountId, actor.accountId)));
  return done(undefined);
}
