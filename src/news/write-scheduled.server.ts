import { and, isNotNull, lte } from 'drizzle-orm';
import { theSystem, type Actor } from '#accounts/actor.ts';
import { reviewWords as words } from '#language/words/review.ts';
import type { Database, Db, Tx } from '#platform/database.server.ts';
import { later, type Handler } from '#platform/jobs.server.ts';
import { refused, type Outcome } from '#platform/outcome.ts';
import { workOn } from '#publishing/state.ts';
import { lockWork, type WorkRecord } from './read-work.server.ts';
import { standingOf } from './review.ts';
import { articles } from './tables.server.ts';
import { goLive, isWhatWasAgreed, readyToPublish, type PublishInput } from './write-publish.server.ts';
import { begin, take } from './write-step.server.ts';
import { tellAuthors, tellPublishers } from './write-telling.server.ts';

declare module '#platform/jobs.server.ts' {
  interface JobData {
    'publish-scheduled': { readonly article: number };
    'sweep-scheduled': Record<string, never>;
  }
}

const minute = 60_000;
const farthest = 366 * 24 * 60 * minute;

/** Publishes a text at a minute to come, as it stands now: whoever changes it after that stops it. */
export async function schedule(
  tx: Tx,
  actor: Actor,
  input: PublishInput & { at: Date },
): Promise<Outcome<{ id: number }>> {
  const ahead = input.at.getTime() - Date.now();
  if (!(ahead > 0 && ahead < farthest)) return refused({ field: 'at', says: words.timeNotAhead });
  if (input.at.getTime() % minute !== 0) return refused({ field: 'at', says: words.wholeMinute });
  const begun = await begin(tx, actor, { ...input, action: 'schedule' });
  if (!begun.ok) return begun;
  const work = begun.value;
  const ready = await readyToPublish(tx, work, input);
  if (!ready.ok) return ready;
  const { id } = work.article;
  await later(tx, { job: 'publish-scheduled', data: { article: id }, at: input.at, key: `article:${id}` });
  const fields = { publishAt: input.at, agreedStand: work.stand };
  return take(tx, actor, { work, action: 'schedule', note: ready.value, fields });
}

/**
 * Publishes everything whose minute has come. Run by the job of each article and by a sweep: an article whose job was
 * lost still goes out, and one whose job comes twice goes out once.
 */
export async function publishDue(database: Database, now: Date): Promise<number> {
  const due = await database.inTransaction(theSystem, (tx) => dueArticles(tx, now));
  let published = 0;
  for (const id of due) if (await database.inTransaction(theSystem, (tx) => publishIfDue(tx, id, now))) published += 1;
  return published;
}

/** The job of one article and the sweep after it do the same: whatever is due goes out. */
export const publishScheduled: Handler<'publish-scheduled' | 'sweep-scheduled'> = async ({ database, now }) => {
  await publishDue(database, now());
};

async function dueArticles(db: Db, now: Date): Promise<number[]> {
  const rows = await db
    .select({ id: articles.id })
    .from(articles)
    .where(and(isNotNull(articles.publishAt), lte(articles.publishAt, now)))
    .orderBy(articles.publishAt, articles.id);
  return rows.map(({ id }) => id);
}

/** One article, if it is still due once nobody else holds it; says whether it went out. */
export async function publishIfDue(tx: Tx, id: number, now: Date): Promise<boolean> {
  const work = await lockWork(tx, id);
  if (!work || workOn(standingOf(work)) !== 'scheduled') return false;
  if (!work.article.publishAt || work.article.publishAt > now) return false;
  const problem = await whatStopsIt(tx, work);
  if (problem === undefined) return (await goLive(tx, theSystem, { work, note: '' })).ok;
  await tellPublishers(tx, theSystem, { work, says: words.toldNotPublished });
  await tellAuthors(tx, theSystem, { work, says: words.toldNotPublished });
  await take(tx, theSystem, { work, action: 'unschedule', note: problem });
  return false;
}

/** What has come up since it was scheduled; what was confirmed then stays confirmed. */
async function whatStopsIt(tx: Tx, work: WorkRecord): Promise<string | undefined> {
  if (!isWhatWasAgreed(work)) return words.changedSince.zh;
  const ready = await readyToPublish(tx, work, { id: work.article.id, confirmed: 'scheduled' });
  return ready.ok ? undefined : ready.problems.map(({ says }) => says.zh).join(' ');
}
