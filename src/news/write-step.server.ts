import { eq } from 'drizzle-orm';
import type { Actor } from '#accounts/actor.ts';
import { changesBetween } from '#history/change.ts';
import { remember } from '#history/write.server.ts';
import type { Tx } from '#platform/database.server.ts';
import { done, refused, type Outcome } from '#platform/outcome.ts';
import { stepFrom, workOn, type Action } from '#publishing/state.ts';
import { lockWork, type ArticleRow, type WorkRecord } from './read-work.server.ts';
import { gone, seenOf, stale, standingOf, whyNot } from './review.ts';
import { articles, reviewSteps } from './tables.server.ts';
import { refreshPublic } from './write-public.server.ts';

/** A step as it is asked for: `seen` is what the form was made for (seenOf), where there was one. */
export interface StepInput {
  readonly id: number;
  readonly seen?: string | undefined;
}

/** Locks the article and says whether this actor may take this step on what they saw of it. */
export async function begin(
  tx: Tx,
  actor: Actor,
  { id, seen, action }: StepInput & { action: Action },
): Promise<Outcome<WorkRecord>> {
  const work = await lockWork(tx, id);
  if (!work) return refused(gone);
  const problem = whyNot(actor, work, action);
  if (problem === gone) return refused(gone);
  // Somebody was quicker: that explains the refusal better than the state they left.
  if (seen !== undefined && seen !== seenOf(work.article.version, work.stand)) return refused(stale);
  return problem ? refused(problem) : done(work);
}

interface Taken {
  readonly work: WorkRecord;
  readonly action: Action;
  readonly note?: string;
  /** What else of the record changes with the step. */
  readonly fields?: Partial<ArticleRow>;
}

/** Takes the step that `begin` allowed: state, review step, history, what the public sees. */
export async function take(tx: Tx, actor: Actor, { work, action, ...more }: Taken) {
  const from = standingOf(work);
  const to = stepFrom(from, action);
  if (!to) throw new Error(`${action} was not allowed from ${from.state}`);
  const { id, version } = work.article;
  // Only what is scheduled has a time of its own to come.
  const changed = { publishAt: null, ...more.fields, ...to, version: version + 1 };
  await tx.update(articles).set(changed).where(eq(articles.id, id));
  const note = more.note ?? '';
  await tx.insert(reviewSteps).values({ articleId: id, action, note, actor: actor.id, actorName: actor.name });
  const changes = {
    state: [workOn(from), workOn(to)] as const,
    ...changesBetween({ note: '', publishAt: work.article.publishAt }, { note, publishAt: changed.publishAt }),
  };
  await remember(tx, actor, { kind: 'article', record: String(id), action, changes });
  if (from.state !== to.state || action === 'publish') await refreshPublic(tx, id);
  return done({ id });
}
