import { and, eq, sql } from 'drizzle-orm';
import type { Actor } from '#accounts/actor.ts';
import type { Tx } from '#platform/database.server.ts';
import { editionInput } from './article.ts';
import { namesOf } from './read-people.server.ts';
import type { DraftRow, WorkRecord } from './read-work.server.ts';
import { contentOf, keepRevision, type Writers } from './write-revision.server.ts';
import { editionDrafts, editions } from './tables.server.ts';
import { freeDraftFiles } from './write-draft-files.server.ts';
import { putEdition } from './write-edition.server.ts';

/**
 * Makes the working copies the editions, in the name of those who wrote them, and says whether the text changed. The
 * original goes first: a translation that was made from the working copy just folded is one of its new revision.
 */
export async function foldDrafts(tx: Tx, actor: Actor, { article, editions: kept, drafts }: WorkRecord) {
  const originalLang = kept.find(({ original }) => original)?.lang;
  const inOrder = [...drafts].sort((a, b) => Number(b.lang === originalLang) - Number(a.lang === originalLang));
  let changed = false;
  for (const draft of inOrder) {
    const by = await writersOf(tx, draft);
    const edition = editionInput.parse({ lang: draft.lang, ...contentOf(draft) });
    const translates = await translatesOf(tx, draft, { kept, drafts });
    changed = (await putEdition(tx, actor, { articleId: article.id, edition, by, translates })) || changed;
  }
  await tx.delete(editionDrafts).where(eq(editionDrafts.articleId, article.id));
  await freeDraftFiles(tx, article.id);
  await markPublished(tx, article.id);
  return changed;
}

type Texts = { readonly kept: WorkRecord['editions']; readonly drafts: WorkRecord['drafts'] };

/** What a working copy says that it translates; undefined where it says nothing of its own. */
async function translatesOf(tx: Tx, draft: DraftRow, { kept, drafts }: Texts): Promise<number | undefined> {
  if (draft.translatesRevision === null) return undefined;
  const original = kept.find((one) => one.original);
  const copy = drafts.find(({ lang }) => lang === original?.lang);
  const isOfCopy = copy && copy.version === draft.translatesVersion && draft.translatesRevision === original?.revision;
  if (!isOfCopy) return draft.translatesRevision;
  const folded = and(eq(editions.articleId, draft.articleId), eq(editions.original, true));
  const [now] = await tx.select({ revision: editions.revision }).from(editions).where(folded);
  return now?.revision;
}

/** Gives up the working copies. What was written in them stays as revisions, from where it can be brought back. */
export async function dropDrafts(tx: Tx, { article, drafts }: WorkRecord): Promise<void> {
  for (const draft of drafts) {
    const by = await writersOf(tx, draft);
    await keepRevision(tx, { articleId: article.id, lang: draft.lang, content: draft, by });
  }
  await tx.delete(editionDrafts).where(eq(editionDrafts.articleId, article.id));
  await freeDraftFiles(tx, article.id);
}

/** From here on, whoever writes is an author of what comes after. */
export async function markPublished(tx: Tx, articleId: number): Promise<void> {
  const latest = sql`(select max(revision) from edition_revision r
    where r.article_id = ${editions.articleId} and r.lang = ${editions.lang})`;
  await tx.update(editions).set({ publishedRevision: latest }).where(eq(editions.articleId, articleId));
}

async function writersOf(tx: Tx, { updatedBy, authors }: DraftRow): Promise<Writers> {
  const names = await namesOf(tx, [updatedBy]);
  return { id: updatedBy, name: names.get(updatedBy) ?? updatedBy, authors };
}
