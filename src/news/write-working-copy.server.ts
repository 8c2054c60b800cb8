import { randomInt } from 'node:crypto';
import { and, eq, sql } from 'drizzle-orm';
import type { Actor } from '#accounts/actor.ts';
import { remember } from '#history/write.server.ts';
import type { Lang } from '#language/lang.ts';
import { newsWords } from '#language/words/news.ts';
import { writingWords as words } from '#language/words/writing.ts';
import type { Tx } from '#platform/database.server.ts';
import { done, refused, type Outcome } from '#platform/outcome.ts';
import { canEdit } from './article.ts';
import { textOf, writingsOf } from './read-writing.server.ts';
import { articles, editionDrafts, editions } from './tables.server.ts';
import { emptyText, isClosed, sameWriting, type DraftInput, type Kept, type Writing } from './working-copy.ts';
import { freeDraftFiles, useDraftFiles } from './write-draft-files.server.ts';

/** Keeps what is being written, unless somebody else has written since: then nothing changes, and their text comes back. */
export async function saveWorkingCopy(tx: Tx, actor: Actor, input: Keeping): Promise<Outcome<Kept>> {
  const begun = await beginWriting(tx, actor, input);
  if (!begun.ok) return begun;
  const now = begun.value;
  const at = new Date();
  const unchanged = now !== undefined && !input.upToDate && sameWriting(now.text, input.text);
  // The same text twice, as after an answer that was lost on its way, is no conflict.
  if (unchanged) return done({ kept: true, version: now.version, revision: now.revision, at: now.at });
  const theirs = changedSince(now, input);
  if (theirs) return done({ kept: false, theirs });
  if (!input.upToDate && (await isSaved(tx, input))) {
    await removeWorkingCopy(tx, input);
    return done({ kept: true, version: 0, revision: input.revision, at: at.toISOString() });
  }
  return putWorkingCopy(tx, actor, input);
}

/** `upToDate`: the text was held against the original as it stands, or made from it. */
interface Keeping extends DraftInput {
  readonly articleId: number;
  readonly upToDate?: boolean;
}

async function putWorkingCopy(
  tx: Tx,
  actor: Actor,
  { articleId, lang, revision, text, ...input }: Keeping,
): Promise<Outcome<Kept>> {
  const files = await useDraftFiles(tx, { articleId, lang, body: text.body });
  if (!files.ok) return files;
  // A copy begun anew never has the number of one that is gone, so that a stale window cannot take it for its own.
  const version = input.version === 0 ? randomInt(1, 1_000_000_000) : input.version + 1;
  const at = new Date();
  const row = { ...text, version, updatedBy: actor.id, updatedAt: at };
  const checked = input.upToDate ? originalNow(articleId, lang) : {};
  const begun = revision === 0 ? originalNow(articleId, lang) : checked;
  await tx
    .insert(editionDrafts)
    .values({ articleId, lang, baseRevision: revision || null, ...row, ...begun })
    .onConflictDoUpdate({ target: [editionDrafts.articleId, editionDrafts.lang], set: { ...row, ...checked } });
  return done({ kept: true, version, revision, at: at.toISOString() });
}

/** The original as a translator has it beside the translation; for the original itself there is none. */
export function originalNow(articleId: number, lang: Lang) {
  return {
    translatesRevision: sql<number>`(select revision from edition
      where article_id = ${articleId} and original and lang <> ${lang})`,
    translatesVersion: sql<number>`coalesce((select d.version from edition_draft d
      join article a on a.id = d.article_id and a.state = 'published'
      join edition o on o.article_id = d.article_id and o.lang = d.lang and o.original
      where d.article_id = ${articleId} and d.lang <> ${lang}), 0)`,
  };
}

/** Throws away what was written in one language since it was saved last. */
export async function discardWorkingCopy(
  tx: Tx,
  actor: Actor,
  input: { articleId: number; lang: Lang; version: number },
): Promise<Outcome<Kept>> {
  const begun = await beginWriting(tx, actor, input);
  if (!begun.ok) return begun;
  const now = begun.value;
  const theirs = changedSince(now, { ...input, revision: now?.revision ?? 0 });
  if (theirs) return done({ kept: false, theirs });
  await removeWorkingCopy(tx, input);
  const record = String(input.articleId);
  await remember(tx, actor, {
    kind: 'article',
    record,
    action: 'discarded',
    changes: { lang: [input.lang, null] },
  });
  return done({ kept: true, version: 0, revision: now?.revision ?? 0, at: new Date().toISOString() });
}

/** Whether the text is what was saved last: then there is nothing beside it to keep. */
async function isSaved(tx: Tx, { articleId, lang, text }: DraftInput & { articleId: number }): Promise<boolean> {
  const ofLang = and(eq(editions.articleId, articleId), eq(editions.lang, lang));
  const [saved] = await tx.select().from(editions).where(ofLang);
  return saved !== undefined && sameWriting(textOf(saved), text);
}

export async function removeWorkingCopy(tx: Tx, { articleId, lang }: { articleId: number; lang: Lang }): Promise<void> {
  await tx.delete(editionDrafts).where(and(eq(editionDrafts.articleId, articleId), eq(editionDrafts.lang, lang)));
  await freeDraftFiles(tx, articleId, lang);
}

/** Keeps others from writing in the article until this transaction ends, and reads what is written in that language. */
export async function beginWriting(
  tx: Tx,
  actor: Actor,
  { articleId, lang }: { articleId: number; lang: Lang },
): Promise<Outcome<Writing | undefined>> {
  const [article] = await tx.select().from(articles).where(eq(articles.id, articleId)).for('update');
  // Another zone's article is no article: what may not be seen is not told apart from what is not there.
  if (!article || !canEdit(actor, article.zoneCode)) return refused({ field: 'article', says: newsWords.notFound });
  if (isClosed(article.state)) return refused({ field: 'article', says: words.closedNote });
  return done((await writingsOf(tx, articleId)).find((one) => one.lang === lang));
}

const nothing = { version: 0, revision: 0, text: emptyText(''), by: '' };

/** The text of whoever was first; undefined when nobody was. */
export function changedSince(now: Writing | undefined, asked: { version: number; revision: number }) {
  const { version, revision, text, by, at } = now ?? { ...nothing, at: new Date().toISOString() };
  const isSame = version === asked.version && revision === asked.revision;
  return isSame ? undefined : { version, revision, text, by, at };
}
