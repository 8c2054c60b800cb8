import { z } from 'zod';
import type { Actor } from '#accounts/actor.ts';
import { newsWords } from '#language/words/news.ts';
import { reviewWords as words } from '#language/words/review.ts';
import type { Tx } from '#platform/database.server.ts';
import { refused, type Outcome } from '#platform/outcome.ts';
import type { Action } from '#publishing/state.ts';
import { tellAuthors, tellPublishers } from './write-telling.server.ts';
import { dropDrafts } from './write-fold.server.ts';
import { begin, take, type StepInput } from './write-step.server.ts';

export const noteText = z.string().trim().max(2000);

type Answer = Promise<Outcome<{ id: number }>>;

/** Hands a text in: from now on somebody else reads it. */
export async function submitForReview(tx: Tx, actor: Actor, input: StepInput & { note?: string }): Answer {
  const begun = await begin(tx, actor, { ...input, action: 'submit' });
  if (!begun.ok) return begun;
  const work = begun.value;
  if (work.editions.length + work.drafts.length === 0) return refused({ field: 'body', says: words.nothingWritten });
  const note = noteText.parse(input.note ?? '');
  await tellPublishers(tx, actor, { work, says: words.toldSubmitted });
  return take(tx, actor, { work, action: 'submit', note, fields: { agreedStand: work.stand } });
}

/** Sends a text back to those who wrote it, with what is to be changed. */
export async function sendBack(tx: Tx, actor: Actor, input: StepInput & { note: string }): Answer {
  const note = noteText.parse(input.note);
  if (note === '') return refused({ field: 'note', says: words.sayWhatToChange });
  const begun = await begin(tx, actor, { ...input, action: 'send_back' });
  if (!begun.ok) return begun;
  await tellAuthors(tx, actor, { work: begun.value, says: words.toldSentBack });
  return take(tx, actor, { work: begun.value, action: 'send_back', note });
}

/** Steps that need nothing but permission: taking back what was handed in, bringing back, removing. */
async function plainStep(tx: Tx, actor: Actor, input: StepInput & { action: Action }): Answer {
  const begun = await begin(tx, actor, input);
  return begun.ok ? take(tx, actor, { work: begun.value, action: input.action }) : begun;
}

/** Takes back a text that was handed in and not yet answered. */
export const recall = (tx: Tx, actor: Actor, input: StepInput) => plainStep(tx, actor, { ...input, action: 'recall' });

/** Stops a scheduled text: it waits for review again. */
export const unschedule = (tx: Tx, actor: Actor, input: StepInput) =>
  plainStep(tx, actor, { ...input, action: 'unschedule' });

/** Brings back what was withdrawn or removed, as a draft: it goes the whole way again. */
export const restoreArticle = (tx: Tx, actor: Actor, input: StepInput) =>
  plainStep(tx, actor, { ...input, action: 'restore' });

export const withdrawInput = z.object({
  reason: z.string().trim().min(1).max(500),
  reasonEn: z.string().trim().max(500).default(''),
});

/** Takes an article back: its address stays and says so and why, its text is no longer public. */
export async function withdrawArticle(
  tx: Tx,
  actor: Actor,
  input: StepInput & { reason: string; reasonEn?: string },
): Answer {
  const parsed = withdrawInput.safeParse(input);
  if (!parsed.success) return refused({ field: 'reason', says: words.reasonMissing });
  const begun = await begin(tx, actor, { ...input, action: 'withdraw' });
  if (!begun.ok) return begun;
  const { reason, reasonEn } = parsed.data;
  const fields = { withdrawnAt: new Date(), withdrawnReasonZh: reason, withdrawnReasonEn: reasonEn };
  await tellAuthors(tx, actor, { work: begun.value, says: words.toldWithdrawn });
  return take(tx, actor, { work: begun.value, action: 'withdraw', note: reason, fields });
}

/** Removes a draft, so that it can be brought back; beside something published it removes the change only. */
export async function removeDraft(tx: Tx, actor: Actor, input: StepInput): Answer {
  const begun = await begin(tx, actor, { ...input, action: 'remove' });
  if (!begun.ok) return begun;
  const work = begun.value;
  // What the public once read is withdrawn, not removed: its address must go on saying what became of it.
  if (work.state !== 'published' && work.article.firstPublishedAt) return refused({ says: newsWords.wrongStep });
  if (work.state === 'published') await dropDrafts(tx, work);
  return take(tx, actor, { work, action: 'remove' });
}
