import { and, asc, desc, eq, inArray, isNull, sql } from 'drizzle-orm';
import type { Actor } from '#accounts/actor.ts';
import { picturesOf } from '#files/read.server.ts';
import type { Lang } from '#language/lang.ts';
import type { Db } from '#platform/database.server.ts';
import { diffDocuments, diffText } from '#text/diff.ts';
import { filesIn } from '#text/document.ts';
import { zoneNames } from '#zones/read.server.ts';
import { canEdit } from './article.ts';
import { findingsOf } from './checks.ts';
import { allWatchWords, readWork, type WorkRecord } from './read-work.server.ts';
import { asWritten, seenOf, standingOf, stepsFor, whyNot, type Content } from './review.ts';
import { articleQuestions, editionRevisions, reviewComments, reviewSteps } from './tables.server.ts';

/** The work on an article, for whoever may write there; for all others there is none. */
export async function workFor(db: Db, actor: Actor, id: number): Promise<WorkRecord | undefined> {
  const work = await readWork(db, id);
  return work && canEdit(actor, work.zoneCode) ? work : undefined;
}

/** Everything the review page shows, but the buttons' own answers. */
export async function reviewOf(db: Db, actor: Actor, work: WorkRecord) {
  const { article, stand } = work;
  const texts = asWritten(work.editions, work.drafts);
  return {
    id: article.id,
    zoneCode: article.zoneCode,
    standing: standingOf(work),
    publishAt: article.publishAt,
    seen: seenOf(article.version, stand),
    may: stepsFor(actor, work),
    // Why the one button that everybody looks for is not there.
    notPublish: whyNot(actor, work, 'publish')?.says,
    pictures: await picturesOf(
      db,
      texts.flatMap(({ body }) => filesIn(body)),
    ),
    texts: texts.map(({ lang, original, ...text }) => ({ lang, original, ...shown(text) })),
    findings: await findingsFor(db, work),
    changes: changesOf(work),
    comments: await commentsOf(db, article.id),
    steps: await stepsOf(db, article.id),
  };
}

function shown({ title, summary, source, author, body }: Content) {
  return { title, summary, source, author, body };
}

/** What the checks say of the text as it stands now, names included. */
export async function findingsFor(db: Db, work: WorkRecord) {
  const [open] = await db
    .select({ n: sql<number>`count(*)::int` })
    .from(articleQuestions)
    .where(and(eq(articleQuestions.articleId, work.article.id), isNull(articleQuestions.answeredAt)));
  const editions = asWritten(work.editions, work.drafts);
  const checked = { ...work.article, openQuestions: open?.n ?? 0, englishWanted: work.rule.englishWanted, editions };
  const [words, names] = [await allWatchWords(db), await zoneNames(db)];
  return findingsOf(checked, { now: new Date(), words, directory: new Set(names) });
}

/** What a change would change of what the public reads, in each language. */
function changesOf({ state, editions, drafts }: WorkRecord) {
  if (state !== 'published') return [];
  return drafts.flatMap((draft) => {
    const live = editions.find(({ lang }) => lang === draft.lang);
    return live ? [{ lang: draft.lang, ...contentChanges(live, draft) }] : [];
  });
}

const fields = ['title', 'summary', 'source', 'author'] as const;

/** What changed between two texts: the short fields that differ, and the body block by block. */
export function contentChanges(before: Content, after: Content) {
  return {
    fields: fields
      .filter((field) => before[field] !== after[field])
      .map((field) => ({ field, pieces: diffText(before[field], after[field]) })),
    blocks: diffDocuments(before.body, after.body),
  };
}

async function commentsOf(db: Db, articleId: number) {
  return db
    .select()
    .from(reviewComments)
    .where(eq(reviewComments.articleId, articleId))
    .orderBy(asc(reviewComments.id))
    .limit(500);
}

async function stepsOf(db: Db, articleId: number) {
  return db
    .select()
    .from(reviewSteps)
    .where(eq(reviewSteps.articleId, articleId))
    .orderBy(desc(reviewSteps.id))
    .limit(50);
}

const revisionsShown = 100;

/** The revisions of one language, the latest first, without their text. */
export async function revisionsOf(db: Db, articleId: number, lang: Lang) {
  return db
    .select({
      revision: editionRevisions.revision,
      title: editionRevisions.title,
      note: editionRevisions.note,
      actor: editionRevisions.actor,
      actorName: editionRevisions.actorName,
      at: editionRevisions.at,
    })
    .from(editionRevisions)
    .where(and(eq(editionRevisions.articleId, articleId), eq(editionRevisions.lang, lang)))
    .orderBy(desc(editionRevisions.revision))
    .limit(revisionsShown);
}

/** What changed between two revisions; undefined where one of them is not there. */
export async function revisionChanges(
  db: Db,
  { id, lang, from, to }: { id: number; lang: Lang; from: number; to: number },
) {
  const rows = await db
    .select()
    .from(editionRevisions)
    .where(
      and(
        eq(editionRevisions.articleId, id),
        eq(editionRevisions.lang, lang),
        inArray(editionRevisions.revision, [from, to]),
      ),
    );
  const [before, after] = [from, to].map((revision) => rows.find((row) => row.revision === revision));
  return before && after ? contentChanges(before, after) : undefined;
}
