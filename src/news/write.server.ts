import { and, eq, isNull, sql } from 'drizzle-orm';
import type { Actor } from '#accounts/actor.ts';
import { remember } from '#history/write.server.ts';
import { newsWords as words } from '#language/words/news.ts';
import type { Tx } from '#platform/database.server.ts';
import { done, refused, type Outcome } from '#platform/outcome.ts';
import { stateAfter, type Action } from '#publishing/state.ts';
import { canPublish, editionInput, missingBeforePublishing, canEdit, type EditionInput } from './article.ts';
import { articleQuestions, articles, editions } from './tables.server.ts';
import { putEdition } from './write-edition.server.ts';
import { refreshPublic } from './write-public.server.ts';

type Article = typeof articles.$inferSelect;

/** Puts an article before the public. Its first time of publication is set once and never changes. */
export async function publishArticle(tx: Tx, actor: Actor, id: number): Promise<Outcome<{ id: number }>> {
  const article = await lockArticle(tx, id);
  if (!article) return refused({ says: words.notFound });
  if (!canPublish(actor, article.zoneCode)) return refused({ says: words.mayNotPublish });
  const missing = missingBeforePublishing({ ...article, ...(await stillOpen(tx, id)) });
  if (missing.length > 0) return refused(...missing);
  return move(tx, actor, { article, action: 'publish' });
}

/** Takes an article back: its address stays and says so, its text is no longer public. */
export async function withdrawArticle(tx: Tx, actor: Actor, id: number): Promise<Outcome<{ id: number }>> {
  const article = await lockArticle(tx, id);
  if (!article) return refused({ says: words.notFound });
  if (!canPublish(actor, article.zoneCode)) return refused({ says: words.mayNotPublish });
  return move(tx, actor, { article, action: 'withdraw' });
}

/** Writes or changes one language of an article; a second language is a translation of the original as it stands. */
export async function saveEdition(
  tx: Tx,
  actor: Actor,
  input: { articleId: number; edition: EditionInput },
): Promise<Outcome<{ changed: boolean }>> {
  const article = await lockArticle(tx, input.articleId);
  if (!article) return refused({ says: words.notFound });
  if (!canEdit(actor, article.zoneCode)) return refused({ says: words.mayNotEdit });
  const edition = editionInput.parse(input.edition);
  const changed = await putEdition(tx, actor, { articleId: article.id, edition });
  if (changed) {
    await tx.update(articles).set({ updatedAt: new Date() }).where(eq(articles.id, article.id));
    await refreshPublic(tx, article.id);
  }
  return done({ changed });
}

/** Removes every article that came as sample content, and says how many. Nothing a person wrote is touched. */
export async function removeSampleArticles(tx: Tx, actor: Actor): Promise<number> {
  const rows = await tx.select().from(articles).where(eq(articles.sample, true)).for('update');
  for (const article of rows) {
    await tx.update(articles).set({ state: 'draft' }).where(eq(articles.id, article.id));
    await refreshPublic(tx, article.id);
  }
  await tx.delete(articles).where(eq(articles.sample, true));
  await remember(
    tx,
    actor,
    ...rows.map(({ id }) => ({ kind: 'article', record: String(id), action: 'removed sample' })),
  );
  return rows.length;
}

async function move(tx: Tx, actor: Actor, { article, action }: { article: Article; action: Action }) {
  const state = stateAfter(article.state, action);
  if (!state) return refused({ says: words.wrongStep });
  const now = new Date();
  await tx
    .update(articles)
    .set({
      state,
      version: article.version + 1,
      firstPublishedAt: article.firstPublishedAt ?? (state === 'published' ? now : null),
    })
    .where(eq(articles.id, article.id));
  const changes = { state: [article.state, state] as const };
  await remember(tx, actor, { kind: 'article', record: String(article.id), action, changes });
  await refreshPublic(tx, article.id);
  return done({ id: article.id });
}

async function lockArticle(tx: Tx, id: number): Promise<Article | undefined> {
  const [article] = await tx.select().from(articles).where(eq(articles.id, id)).for('update');
  return article;
}

async function stillOpen(tx: Tx, id: number): Promise<{ openQuestions: number; source: string }> {
  const open = await tx
    .select({ n: sql<number>`count(*)::int` })
    .from(articleQuestions)
    .where(and(eq(articleQuestions.articleId, id), isNull(articleQuestions.answeredAt)));
  const original = await tx
    .select({ source: editions.source })
    .from(editions)
    .where(and(eq(editions.articleId, id), eq(editions.original, true)));
  return { openQuestions: open[0]?.n ?? 0, source: original[0]?.source ?? '' };
}
