import { and, asc, eq, inArray, sql } from 'drizzle-orm';
import type { Db, Tx } from '#platform/database.server.ts';
import type { PublishingRule, Work } from './review.ts';
import { standOf } from './review.ts';
import { articles, editionDrafts, editions, publishingRules, watchWords } from './tables.server.ts';

export type ArticleRow = typeof articles.$inferSelect;
export type EditionRow = typeof editions.$inferSelect;
export type DraftRow = typeof editionDrafts.$inferSelect;

/** An article with all that is written of it, as verbs and the review page need it. */
export interface WorkRecord extends Work {
  readonly article: ArticleRow;
  readonly editions: readonly EditionRow[];
  readonly drafts: readonly DraftRow[];
  readonly stand: string;
}

/** Reads an article and keeps everybody else from changing it until this transaction ends. */
export async function lockWork(tx: Tx, id: number): Promise<WorkRecord | undefined> {
  const [article] = await tx.select().from(articles).where(eq(articles.id, id)).for('update');
  return article && complete(tx, article);
}

/** The same without keeping anybody waiting. */
export async function readWork(db: Db, id: number): Promise<WorkRecord | undefined> {
  const [article] = await db.select().from(articles).where(eq(articles.id, id));
  return article && complete(db, article);
}

async function complete(db: Db, article: ArticleRow): Promise<WorkRecord> {
  const [kept, drafts] = [
    await db.select().from(editions).where(eq(editions.articleId, article.id)).orderBy(asc(editions.lang)),
    await db
      .select()
      .from(editionDrafts)
      .where(eq(editionDrafts.articleId, article.id))
      .orderBy(asc(editionDrafts.lang)),
  ];
  return {
    article,
    ...{ state: article.state, proposal: article.proposal, zoneCode: article.zoneCode },
    editions: kept,
    drafts,
    hasDrafts: drafts.length > 0,
    rule: await ruleOf(db, article.zoneCode),
    authors: await authorsOf(db, article.id),
    stand: standOf(kept, drafts),
  };
}

/** Everybody who had a hand in the text since the public last had it. */
async function authorsOf(db: Db, id: number): Promise<string[]> {
  const { rows } = await db.execute<{ author: string }>(sql`
    select unnest(r.authors || r.actor) as author from edition_revision r
      left join edition e on e.article_id = r.article_id and e.lang = r.lang
      where r.article_id = ${id} and r.revision > coalesce(e.published_revision, 0)
    union select unnest(d.authors) from edition_draft d where d.article_id = ${id}`);
  return rows.map(({ author }) => author);
}

/** What the zone asks of what it publishes; no zone asks for nothing. */
export async function ruleOf(db: Db, zoneCode: string | null): Promise<PublishingRule> {
  const nothing = { twoPerson: false, englishWanted: false };
  if (zoneCode === null) return nothing;
  const [rule] = await db
    .select({ twoPerson: publishingRules.twoPerson, englishWanted: publishingRules.englishWanted })
    .from(publishingRules)
    .where(eq(publishingRules.zoneCode, zoneCode));
  return rule ?? nothing;
}

/** Which of these zones let nobody publish alone. */
export async function twoPersonZones(db: Db, zoneCodes: readonly string[]): Promise<Set<string>> {
  if (zoneCodes.length === 0) return new Set();
  const rows = await db
    .select({ zoneCode: publishingRules.zoneCode })
    .from(publishingRules)
    .where(and(inArray(publishingRules.zoneCode, [...zoneCodes]), publishingRules.twoPerson));
  return new Set(rows.map(({ zoneCode }) => zoneCode));
}

/** The operator's word list, whole: it is held against every text. */
export async function allWatchWords(db: Db) {
  return db.select().from(watchWords).orderBy(asc(watchWords.word));
}
