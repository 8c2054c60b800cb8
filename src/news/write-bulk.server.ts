import { eq } from 'drizzle-orm';
import { z } from 'zod';
import type { Actor } from '#accounts/actor.ts';
import { remember } from '#history/write.server.ts';
import { newsWords } from '#language/words/news.ts';
import type { Database, Tx } from '#platform/database.server.ts';
import { done, refused, type Outcome } from '#platform/outcome.ts';
import { canEdit, canPublish } from './article.ts';
import { lockWork } from './read-work.server.ts';
import { gone } from './review.ts';
import { articles } from './tables.server.ts';
import { isOpenColumn } from './write-columns.server.ts';
import { publishArticle } from './write-publish.server.ts';
import { refreshPublic } from './write-public.server.ts';
import { removeDraft, restoreArticle, submitForReview, withdrawArticle } from './write-review.server.ts';

/** What can be done with many articles at once. `undo` brings back what `remove` took away. */
export const bulkInput = z.discriminatedUnion('action', [
  z.strictObject({ action: z.literal('submit'), note: z.string().max(2000).default('') }),
  z.strictObject({ action: z.literal('publish') }),
  z.strictObject({ action: z.literal('withdraw'), reason: z.string(), reasonEn: z.string().default('') }),
  z.strictObject({ action: z.literal('move'), column: z.string().max(40) }),
  z.strictObject({ action: z.literal('remove') }),
  z.strictObject({ action: z.literal('undo') }),
]);
export type BulkInput = z.input<typeof bulkInput>;
type Bulk = z.output<typeof bulkInput>;

/** As many as one page of a list can choose. */
export const mostAtOnce = 200;

export interface BulkAnswer {
  readonly id: number;
  readonly outcome: Outcome<{ id: number }>;
}

/**
 * Does the same with each of many articles. Each is judged alone, in a transaction of its own: what is refused keeps
 * nothing back of the others, and the answers say which and why.
 */
export async function inBulk(
  database: Database,
  actor: Actor,
  { ids, input }: { ids: readonly number[]; input: BulkInput },
): Promise<BulkAnswer[]> {
  const bulk = bulkInput.parse(input);
  const unique = [...new Set(ids)].slice(0, mostAtOnce);
  const answers: BulkAnswer[] = [];
  for (const id of unique) {
    const outcome = await database.allOrNothing(actor, (tx) => doOne(tx, actor, { id, bulk }));
    answers.push({ id, outcome });
  }
  return answers;
}

function doOne(tx: Tx, actor: Actor, { id, bulk }: { id: number; bulk: Bulk }): Promise<Outcome<{ id: number }>> {
  switch (bulk.action) {
    case 'submit':
      return submitForReview(tx, actor, { id, note: bulk.note });
    case 'publish':
      return publishArticle(tx, actor, id);
    case 'withdraw':
      return withdrawArticle(tx, actor, { id, reason: bulk.reason, reasonEn: bulk.reasonEn });
    case 'move':
      return moveToColumn(tx, actor, { id, column: bulk.column });
    case 'remove':
      return removeDraft(tx, actor, { id });
    case 'undo':
      return bringBack(tx, actor, id);
  }
}

/** Only what was removed: what was withdrawn is brought back one by one, by somebody who looks at it. */
async function bringBack(tx: Tx, actor: Actor, id: number): Promise<Outcome<{ id: number }>> {
  const work = await lockWork(tx, id);
  if (work && work.state !== 'removed') return refused({ says: newsWords.wrongStep });
  return restoreArticle(tx, actor, { id });
}

/** Puts an article into another column; a published one only by a publisher's hand. */
export async function moveToColumn(
  tx: Tx,
  actor: Actor,
  { id, column }: { id: number; column: string },
): Promise<Outcome<{ id: number }>> {
  const work = await lockWork(tx, id);
  if (!work || !canEdit(actor, work.zoneCode)) return refused(gone);
  if (work.state === 'published' && !canPublish(actor, work.zoneCode))
    return refused({ says: newsWords.mayNotPublish });
  if (!(await isOpenColumn(tx, column))) return refused({ field: 'column', says: newsWords.notOne });
  const before = work.article.columnSlug;
  if (before === column) return done({ id });
  await tx
    .update(articles)
    .set({ columnSlug: column, version: work.article.version + 1 })
    .where(eq(articles.id, id));
  const changes = { columnSlug: [before, column] as const };
  await remember(tx, actor, { kind: 'article', record: String(id), action: 'placed', changes });
  await refreshPublic(tx, id);
  return done({ id });
}
