import { and, eq, isNull, sql } from 'drizzle-orm';
import type { Actor } from '#accounts/actor.ts';
import { newsWords } from '#language/words/news.ts';
import { reviewWords as words } from '#language/words/review.ts';
import type { Tx } from '#platform/database.server.ts';
import { done, refused, type Outcome } from '#platform/outcome.ts';
import { workOn } from '#publishing/state.ts';
import { missingBeforePublishing } from './article.ts';
import { findingsOf } from './checks.ts';
import { stopping, type Finding } from './finding.ts';
import { allWatchWords, type WorkRecord } from './read-work.server.ts';
import { asWritten, standingOf } from './review.ts';
import { articleQuestions } from './tables.server.ts';
import { foldDrafts } from './write-fold.server.ts';
import { begin, take, type StepInput } from './write-step.server.ts';
import { tellAuthors } from './write-telling.server.ts';

/** `confirmed`: why personal data that the checks found is meant to be public. */
export interface PublishInput extends StepInput {
  readonly confirmed?: string | undefined;
}

type Answer = Promise<Outcome<{ id: number }>>;

/** Puts an article before the public. Its first time of publication is set once and never changes. */
export async function publishArticle(tx: Tx, actor: Actor, input: number | PublishInput): Answer {
  const asked = typeof input === 'number' ? { id: input } : input;
  const begun = await begin(tx, actor, { ...asked, action: 'publish' });
  if (!begun.ok) return begun;
  const ready = await readyToPublish(tx, begun.value, asked);
  return ready.ok ? goLive(tx, actor, { work: begun.value, note: ready.value }) : ready;
}

/** Publishes a text that was handed in, as the one who read it saw it. */
export async function approve(tx: Tx, actor: Actor, input: PublishInput & { seen: string }): Answer {
  const begun = await begin(tx, actor, { ...input, action: 'publish' });
  if (!begun.ok) return begun;
  if (workOn(standingOf(begun.value)) !== 'in_review') return refused({ says: newsWords.wrongStep });
  const ready = await readyToPublish(tx, begun.value, input);
  return ready.ok ? goLive(tx, actor, { work: begun.value, note: ready.value }) : ready;
}

/** Whether anything stops publishing; if not, the note to keep of what was confirmed. */
export async function readyToPublish(tx: Tx, work: WorkRecord, input: PublishInput): Promise<Outcome<string>> {
  if (!isWhatWasAgreed(work) && input.seen === undefined) return refused({ field: 'seen', says: words.changedSince });
  const openQuestions = await countOpenQuestions(tx, work.article.id);
  const texts = asWritten(work.editions, work.drafts);
  const source = texts.find(({ original }) => original)?.source ?? '';
  const publishedAt = work.article.publishedAt ?? new Date();
  const missing = missingBeforePublishing({ ...work.article, publishedAt, openQuestions, source });
  if (missing.length > 0) return refused(...missing);
  const article = { ...work.article, openQuestions, englishWanted: work.rule.englishWanted, editions: texts };
  const findings = findingsOf(article, { now: new Date(), words: await allWatchWords(tx) });
  return confirmed(findings, input.confirmed ?? '');
}

/** A text that was handed in or scheduled, and has been changed since, is not the one that was agreed on. */
export function isWhatWasAgreed(work: WorkRecord): boolean {
  const agreed = ['in_review', 'scheduled'].includes(workOn(standingOf(work)));
  return !agreed || work.article.agreedStand === work.stand;
}

function confirmed(findings: readonly Finding[], reason: string): Outcome<string> {
  const { hard, confirmable } = stopping(findings);
  const why = reason.trim().slice(0, 500);
  if (hard.length > 0) return refused(...hard.map(toProblem));
  if (confirmable.length === 0) return done('');
  if (why === '') return refused({ field: 'confirmed', says: words.confirmNeeded }, ...confirmable.map(toProblem));
  const places = confirmable.map(({ where }) => where?.excerpt ?? '').join('; ');
  return done(`${why} [${places}]`);
}

function toProblem({ says, fix }: Finding) {
  return { field: 'findings', says: { zh: says.zh + fix.zh, en: `${says.en} ${fix.en}` } };
}

/** Makes what is written what the public reads. */
export async function goLive(tx: Tx, actor: Actor, { work, note }: { work: WorkRecord; note: string }): Answer {
  const now = new Date();
  const { article } = work;
  const changed = await foldDrafts(tx, actor, work);
  const fields = {
    publishedAt: article.publishedAt ?? article.publishAt ?? now,
    firstPublishedAt: article.firstPublishedAt ?? now,
    // Before the first time there is nothing to be newer than.
    ...(changed && article.firstPublishedAt && { updatedAt: now }),
    ...{ agreedStand: null, withdrawnAt: null, withdrawnReasonZh: '', withdrawnReasonEn: '' },
  };
  await tellAuthors(tx, actor, { work, says: words.toldPublished });
  return take(tx, actor, { work, action: 'publish', note, fields });
}

async function countOpenQuestions(tx: Tx, id: number): Promise<number> {
  const open = await tx
    .select({ n: sql<number>`count(*)::int` })
    .from(articleQuestions)
    .where(and(eq(articleQuestions.articleId, id), isNull(articleQuestions.answeredAt)));
  return open[0]?.n ?? 0;
}
