import { and, eq, isNull } from 'drizzle-orm';
import { z } from 'zod';
import type { Actor } from '#accounts/actor.ts';
import { remember } from '#history/write.server.ts';
import { langs } from '#language/lang.ts';
import { reviewWords as words } from '#language/words/review.ts';
import type { Tx } from '#platform/database.server.ts';
import { done, refused, type Outcome } from '#platform/outcome.ts';
import { blockText } from '#text/document.ts';
import { canEdit } from './article.ts';
import { lockWork } from './read-work.server.ts';
import { asWritten, gone } from './review.ts';
import { reviewComments } from './tables.server.ts';
import { tellAuthors } from './write-telling.server.ts';

export const commentInput = z.strictObject({
  id: z.number().int().positive(),
  lang: z.enum(langs),
  block: z.number().int().min(0).max(5000),
  /** The words it is about; the whole block where none are named. */
  quoted: z.string().max(2000).default(''),
  says: z.string().trim().min(1).max(2000),
});
export type CommentInput = z.input<typeof commentInput>;

const quotedLength = 200;

/** Says something about a passage. The passage is kept with it, so that it can be understood when the text has moved on. */
export async function comment(tx: Tx, actor: Actor, input: CommentInput): Promise<Outcome<{ id: number }>> {
  const parsed = commentInput.safeParse(input);
  if (!parsed.success) return refused({ field: 'says', says: words.commentEmpty });
  const { id, lang, block, quoted, says } = parsed.data;
  const work = await lockWork(tx, id);
  if (!work || !canEdit(actor, work.zoneCode)) return refused(gone);
  const text = asWritten(work.editions, work.drafts).find((one) => one.lang === lang);
  const passage = text?.body.content[block];
  if (!passage) return refused({ field: 'block', says: words.noPassage });
  // Only words that stand there: nobody is quoted with what they did not write.
  const whole = blockText(passage);
  const kept = (quoted !== '' && whole.includes(quoted) ? quoted : whole).slice(0, quotedLength).toWellFormed();
  const [row] = await tx
    .insert(reviewComments)
    .values({
      ...{ articleId: id, lang, block, quoted: kept, says, stand: work.stand },
      ...{ author: actor.id, authorName: actor.name },
    })
    .returning({ id: reviewComments.id });
  const changes = { comment: [null, says] as const };
  await remember(tx, actor, { kind: 'article', record: String(id), action: 'commented', changes });
  await tellAuthors(tx, actor, { work, says: words.toldCommented });
  return done({ id: row?.id ?? 0 });
}

/** Marks what was said as settled. */
export async function resolveComment(
  tx: Tx,
  actor: Actor,
  input: { id: number; comment: number },
): Promise<Outcome<{ id: number }>> {
  const work = await lockWork(tx, input.id);
  if (!work || !canEdit(actor, work.zoneCode)) return refused(gone);
  const settled = await tx
    .update(reviewComments)
    .set({ resolvedBy: actor.id, resolvedAt: new Date() })
    .where(
      and(
        eq(reviewComments.id, input.comment),
        eq(reviewComments.articleId, input.id),
        isNull(reviewComments.resolvedAt),
      ),
    )
    .returning({ id: reviewComments.id });
  if (settled.length === 0) return refused({ field: 'comment', says: words.noComment });
  const changes = { comment: [input.comment, null] as const };
  await remember(tx, actor, { kind: 'article', record: String(input.id), action: 'settled comment', changes });
  return done({ id: input.comment });
}
