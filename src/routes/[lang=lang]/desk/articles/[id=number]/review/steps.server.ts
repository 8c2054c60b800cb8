import type { Actor } from '#accounts/actor.ts';
import { timeFrom } from '#news/draft-form.ts';
import { comment, resolveComment } from '#news/write-comments.server.ts';
import { publishArticle } from '#news/write-publish.server.ts';
import {
  recall,
  removeDraft,
  restoreArticle,
  sendBack,
  submitForReview,
  unschedule,
  withdrawArticle,
} from '#news/write-review.server.ts';
import { schedule } from '#news/write-scheduled.server.ts';
import type { Tx } from '#platform/database.server.ts';
import type { Outcome } from '#platform/outcome.ts';
import type { CommentInput } from '#news/write-comments.server.ts';

/** What a form of the review page sent; `seen` is the text it stood beside, and none is the text of nothing. */
export interface Sent {
  readonly id: number;
  readonly seen: string;
  readonly typed: Readonly<Record<string, string>>;
}

type Step = (tx: Tx, actor: Actor, sent: Sent) => Promise<Outcome<unknown>>;

/** What each button asks for. */
export const steps = {
  submit: (tx, actor, { id, seen, typed }) => submitForReview(tx, actor, { id, seen, note: typed.note ?? '' }),
  sendBack: (tx, actor, { id, seen, typed }) => sendBack(tx, actor, { id, seen, note: typed.note ?? '' }),
  publish: (tx, actor, { id, seen, typed }) => publishArticle(tx, actor, { id, seen, confirmed: typed.confirmed }),
  schedule: (tx, actor, { id, seen, typed }) =>
    schedule(tx, actor, { id, seen, confirmed: typed.confirmed, at: timeFrom(typed.at ?? '') ?? new Date(NaN) }),
  unschedule,
  recall,
  restore: restoreArticle,
  remove: removeDraft,
  withdraw: (tx, actor, { id, seen, typed }) =>
    withdrawArticle(tx, actor, { id, seen, reason: typed.reason ?? '', reasonEn: typed.reasonEn ?? '' }),
  resolve: (tx, actor, { id, typed }) => resolveComment(tx, actor, { id, comment: Number(typed.comment) || 0 }),
  comment: (tx, actor, { id, typed }) => {
    const { lang, block, quoted = '', says = '' } = typed;
    // The verb reads it by its schema.
    return comment(tx, actor, { id, lang: lang as CommentInput['lang'], block: Number(block), quoted, says });
  },
} satisfies Record<string, Step>;
