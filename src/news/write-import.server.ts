import { eq, sql } from 'drizzle-orm';
import type { z } from 'zod';
import type { Actor } from '#accounts/actor.ts';
import { remember } from '#history/write.server.ts';
import { newsWords as words } from '#language/words/news.ts';
import type { Tx } from '#platform/database.server.ts';
import { done, refused, type Outcome } from '#platform/outcome.ts';
import { zoneByCode } from '#zones/read.server.ts';
import { canEdit, canPublish, importedArticle, missingBeforePublishing, type ImportedArticle } from './article.ts';
import { ruleOf } from './read-work.server.ts';
import { articleQuestions, articles, attachments } from './tables.server.ts';
import { putEdition } from './write-edition.server.ts';
import { refreshPublic } from './write-public.server.ts';
import { saveEdition } from './write.server.ts';

export type ImportResult = 'imported' | 'draft' | 'updated' | 'unchanged';
type Imported = z.output<typeof importedArticle>;

/**
 * Keeps one imported article: known by its source address, else by its content. The same file twice changes nothing, a
 * changed page becomes a new revision, and what could not be decided stays a draft with its questions.
 */
export async function saveImportedArticle(
  tx: Tx,
  actor: Actor,
  input: ImportedArticle,
): Promise<Outcome<{ id: number; result: ImportResult }>> {
  const article = importedArticle.parse(input);
  if (!canEdit(actor, article.zoneCode)) return refused({ field: 'zone', says: words.mayNotEdit });
  await oneAtATime(tx, article);
  const known = await findKnown(tx, article);
  // An article of another zone is not this actor's to change, whatever the address of the page says.
  if (known && !canEdit(actor, known.zoneCode)) return refused({ field: 'zone', says: words.mayNotEdit });
  return known ? updateKnown(tx, actor, { known, article }) : addNew(tx, actor, article);
}

/** Two imports of the same page at once would both find nothing; the second waits for the first. */
async function oneAtATime(tx: Tx, article: Imported): Promise<void> {
  await tx.execute(
    sql`select pg_advisory_xact_lock(hashtextextended(${article.sourceAddress ?? article.contentHash}, 0))`,
  );
}

async function findKnown(tx: Tx, article: Imported) {
  const same = article.sourceAddress
    ? eq(articles.sourceAddress, article.sourceAddress)
    : eq(articles.contentHash, article.contentHash);
  const [known] = await tx.select().from(articles).where(same).orderBy(articles.id).limit(1).for('update');
  return known;
}

/** A complete article goes live in the same stroke: an import of thousands pays for each statement. */
async function addNew(tx: Tx, actor: Actor, article: Imported) {
  const place = await placeOf(tx, article);
  const { sourceAddress, contentHash, columnSlug, zoneCode, publishedAt, sample } = article;
  const ready = isReady(actor, article) && !(await ruleOf(tx, article.zoneCode)).twoPerson;
  const state = ready ? ('published' as const) : ('draft' as const);
  const firstPublishedAt = state === 'published' ? new Date() : null;
  const [row] = await tx
    .insert(articles)
    .values({
      sourceAddress,
      contentHash,
      columnSlug,
      zoneCode,
      publishedAt,
      sample,
      state,
      firstPublishedAt,
      ...place,
    })
    .returning({ id: articles.id });
  const id = row?.id ?? 0;
  await putEdition(tx, actor, { articleId: id, edition: article.edition, isNew: true, published: ready });
  if (article.attachments.length > 0) await putAttachments(tx, id, article);
  await putQuestions(tx, id, article);
  if (state === 'draft') return done({ id, result: 'draft' as const });
  await remember(tx, actor, { kind: 'article', record: String(id), action: 'publish' });
  await refreshPublic(tx, id);
  return done({ id, result: 'imported' as const });
}

function isReady(actor: Actor, article: Imported): boolean {
  const { questions, edition, zoneCode, publish } = article;
  const missing = missingBeforePublishing({ ...article, openQuestions: questions.length, source: edition.source });
  return publish && missing.length === 0 && canPublish(actor, zoneCode);
}

async function updateKnown(tx: Tx, actor: Actor, { known, article }: { known: { id: number }; article: Imported }) {
  const saved = await saveEdition(tx, actor, { articleId: known.id, edition: article.edition });
  if (!saved.ok) return saved;
  if (!saved.value.changed) return done({ id: known.id, result: 'unchanged' as const });
  // Files have no working copy: they change with the text only where that is not waiting for anybody.
  if (!saved.value.proposed) await putAttachments(tx, known.id, article);
  await tx
    .update(articles)
    .set({ contentHash: article.contentHash, version: sql`${articles.version} + 1` })
    .where(eq(articles.id, known.id));
  return done({ id: known.id, result: 'updated' as const });
}

/** Where the page said it belongs, else where its zone is. */
async function placeOf(tx: Tx, article: Imported) {
  const zone = article.zoneCode ? await zoneByCode(tx, article.zoneCode) : undefined;
  const cityCode = article.cityCode ?? zone?.cityCode ?? null;
  const provinceCode = cityCode ? `${cityCode.slice(0, 2)}0000` : (zone?.provinceCode ?? null);
  return { cityCode, provinceCode };
}

async function putAttachments(tx: Tx, articleId: number, article: Imported): Promise<void> {
  await tx.delete(attachments).where(eq(attachments.articleId, articleId));
  const rows = article.attachments.map((attachment, position) => ({ articleId, position, ...attachment }));
  if (rows.length > 0) await tx.insert(attachments).values(rows);
}

async function putQuestions(tx: Tx, articleId: number, article: Imported): Promise<void> {
  const rows = article.questions.map((question) => ({ articleId, ...question }));
  if (rows.length > 0) await tx.insert(articleQuestions).values(rows).onConflictDoNothing();
}
