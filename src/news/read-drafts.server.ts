import { and, desc, eq, inArray, isNull, lt } from 'drizzle-orm';
import { isOperator, zonesAs, type Actor } from '#accounts/actor.ts';
import type { Db } from '#platform/database.server.ts';
import type { Question } from './article.ts';
import { articleQuestions, articles, editions } from './tables.server.ts';

/** A draft on the desk, with what an import asked of it. */
export interface Draft {
  readonly id: number;
  readonly title: string;
  readonly source: string;
  readonly text: string;
  readonly sourceAddress: string | null;
  readonly zoneCode: string | null;
  readonly columnSlug: string | null;
  readonly publishedAt: Date | null;
  readonly questions: readonly Question[];
}

const pageLength = 20;

/** The drafts that this actor may work on, the latest first; `before` is the id where the last page ended. */
export async function draftsFor(db: Db, actor: Actor, before?: number): Promise<Draft[]> {
  const zones = zonesAs(actor, ['editor', 'publisher']);
  const mine = isOperator(actor) ? undefined : inArray(articles.zoneCode, zones);
  const rows = await db
    .select({
      ...{ id: articles.id, title: editions.title, source: editions.source, text: editions.bodyText },
      ...{ sourceAddress: articles.sourceAddress, zoneCode: articles.zoneCode },
      ...{ columnSlug: articles.columnSlug, publishedAt: articles.publishedAt },
    })
    .from(articles)
    .innerJoin(editions, and(eq(editions.articleId, articles.id), eq(editions.original, true)))
    .where(and(eq(articles.state, 'draft'), mine, before === undefined ? undefined : lt(articles.id, before)))
    .orderBy(desc(articles.id))
    .limit(pageLength);
  const questions = await openQuestions(
    db,
    rows.map((row) => row.id),
  );
  return rows.map((row) => ({ ...row, questions: questions.filter((question) => question.articleId === row.id) }));
}

async function openQuestions(db: Db, ids: readonly number[]) {
  if (ids.length === 0) return [];
  return db
    .select()
    .from(articleQuestions)
    .where(and(inArray(articleQuestions.articleId, [...ids]), isNull(articleQuestions.answeredAt)));
}
