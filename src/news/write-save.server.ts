import { and, eq } from 'drizzle-orm';
import type { Actor } from '#accounts/actor.ts';
import { remember } from '#history/write.server.ts';
import type { Tx } from '#platform/database.server.ts';
import { writingWords as words } from '#language/words/writing.ts';
import { done, refused, type Outcome } from '#platform/outcome.ts';
import { canPublish } from './article.ts';
import { textOf } from './read-writing.server.ts';
import { articles, editionDrafts, editions } from './tables.server.ts';
import { sameWriting, type DraftInput, type Kept } from './working-copy.ts';
import { putEdition } from './write-edition.server.ts';
import { refreshPublic } from './write-public.server.ts';
import { removeWorkingCopy, saveWorkingCopy } from './write-working-copy.server.ts';

export interface SaveInput extends DraftInput {
  readonly articleId: number;
  /** Whether the writer has held a translation against the original as it is now. */
  readonly upToDate?: boolean;
}

/**
 * Saves a text as a revision. What the public reads is not changed by saving: the text of a published article stays a
 * working copy until it is published as any other is.
 */
export async function saveText(tx: Tx, actor: Actor, given: SaveInput): Promise<Outcome<Kept>> {
  const input = reviewed(given);
  if (input.text.title === '') return refused({ field: 'title', says: words.titleMissing });
  const copy = await saveWorkingCopy(tx, actor, input);
  if (!copy.ok || !copy.value.kept) return copy;
  const [article] = await tx.select().from(articles).where(eq(articles.id, input.articleId));
  if (!article) return copy;
  if (article.state === 'published') {
    // Where the words stay as they are there is nothing for others to read first.
    const isOnlyChecked = canPublish(actor, article.zoneCode) && (await isAsPublished(tx, input));
    if (!isOnlyChecked) return copy;
    await removeWorkingCopy(tx, input);
    await markUpToDate(tx, actor, input);
    return done({ ...copy.value, version: 0 });
  }
  const revision = await putText(tx, actor, input);
  await removeWorkingCopy(tx, input);
  await tx.update(articles).set({ updatedAt: new Date() }).where(eq(articles.id, input.articleId));
  await refreshPublic(tx, input.articleId);
  return done({ kept: true, version: 0, revision, at: copy.value.at });
}

/** Who says that a machine’s text was held against the original has reviewed it. */
function reviewed(input: SaveInput): SaveInput {
  const isReviewed = input.upToDate === true && input.text.madeHow === 'machine';
  return isReviewed ? { ...input, text: { ...input.text, madeHow: 'machine_reviewed' } } : input;
}

/** Says that a translation was checked and fits its original as it stands. */
async function markUpToDate(tx: Tx, actor: Actor, { articleId, lang }: SaveInput): Promise<void> {
  const original = await tx
    .select({ revision: editions.revision })
    .from(editions)
    .where(and(eq(editions.articleId, articleId), eq(editions.original, true)));
  const translation = and(eq(editions.articleId, articleId), eq(editions.lang, lang), eq(editions.original, false));
  await tx
    .update(editions)
    .set({ translatesRevision: original[0]?.revision ?? null })
    .where(translation);
  const changes = { lang: [null, lang] as const };
  await remember(tx, actor, { kind: 'article', record: String(articleId), action: 'checked translation', changes });
  await refreshPublic(tx, articleId);
}

/** Whether both the words and the original are what the public reads, so that only the check is new. */
async function isAsPublished(tx: Tx, { articleId, lang, text, upToDate }: SaveInput): Promise<boolean> {
  if (!upToDate) return false;
  const saved = await tx.select().from(editions).where(eq(editions.articleId, articleId));
  const copies = await tx.select().from(editionDrafts).where(eq(editionDrafts.articleId, articleId));
  const mine = saved.find((one) => one.lang === lang);
  const isAlone = copies.every((one) => one.lang === lang);
  return isAlone && mine !== undefined && !mine.original && sameWriting(textOf(mine), text);
}

/** The revision after it. A translation that was only touched is no newer than it was. */
async function putText(tx: Tx, actor: Actor, input: SaveInput): Promise<number> {
  const { articleId, lang, text } = input;
  const ofLang = and(eq(editions.articleId, articleId), eq(editions.lang, lang));
  const copies = and(eq(editionDrafts.articleId, articleId), eq(editionDrafts.lang, lang));
  const [copy] = await tx.select().from(editionDrafts).where(copies);
  await putEdition(tx, actor, {
    articleId,
    edition: { lang, ...text },
    translates: copy?.translatesRevision ?? undefined,
  });
  if (input.upToDate) await markUpToDate(tx, actor, input);
  const [after] = await tx.select({ revision: editions.revision }).from(editions).where(ofLang);
  return after?.revision ?? 0;
}
