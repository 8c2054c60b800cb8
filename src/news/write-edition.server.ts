import { and, eq } from 'drizzle-orm';
import type { z } from 'zod';
import type { Actor } from '#accounts/actor.ts';
import { changesBetween, type Changes } from '#history/change.ts';
import { remember } from '#history/write.server.ts';
import type { Tx } from '#platform/database.server.ts';
import { plainText } from '#text/document.ts';
import { keywordsOf } from '#text/keywords.server.ts';
import type { editionInput } from './article.ts';
import { editionDrafts, editions } from './tables.server.ts';
import { contentOf, keepFirstRevisions, keepRevision, type Writers } from './write-revision.server.ts';

type Edition = z.output<typeof editionInput>;
type Row = typeof editions.$inferSelect;

/** How many words of a text stand for it when related articles are looked for. */
const termsKept = 12;

interface Put {
  readonly articleId: number;
  readonly edition: Edition;
  /** Who wrote it, where that is not the one who puts it here. */
  readonly by?: Writers;
  readonly note?: string;
  /** The revision of the original that a translation was made from or checked against, where that is known. */
  readonly translates?: number | undefined;
}

/**
 * Stores one edition and a revision of it; says whether anything changed. The first edition of an article is its
 * original; a later one is a translation of the original as it stands now. A translation that is only written in stays a
 * translation of what it was.
 */
export async function putEdition(tx: Tx, actor: Actor, { articleId, edition, translates, ...more }: Put) {
  const all = await tx.select().from(editions).where(eq(editions.articleId, articleId)).for('update');
  const before = all.find((row) => row.lang === edition.lang);
  const changes = changesBetween(before && contentOf(before), contentOf(edition));
  const next = nextRow(all, edition, translates);
  if (before && Object.keys(changes).length === 0) {
    await nowTranslates(tx, before, next.translatesRevision);
    return false;
  }
  const { lang } = edition;
  const revision = await keepRevision(tx, {
    articleId,
    lang,
    content: edition,
    by: await handsOf(tx, actor, { articleId, edition, ...more }),
    ...more,
  });
  const row = { ...next, revision };
  await tx
    .insert(editions)
    .values({ articleId, ...row })
    .onConflictDoUpdate({ target: [editions.articleId, editions.lang], set: row });
  await remember(tx, actor, { kind: 'article', record: String(articleId), ...told(before, changes, revision) });
  return true;
}

/** The original of an article that was just made. */
interface First {
  readonly articleId: number;
  readonly zoneCode: string | null;
  readonly edition: Edition;
  /** True where the public reads it from the start. */
  readonly published: boolean;
}

/** Stores the originals of articles made in this transaction, of which there is nothing to look up. */
export async function putFirstEditions(tx: Tx, actor: Actor, given: readonly First[]) {
  const rows = given.map(({ articleId, edition, published }) => {
    const row = nextRow([], edition);
    return { articleId, ...row, revision: 1, publishedRevision: published ? 1 : null };
  });
  await tx.insert(editions).values(rows);
  await keepFirstRevisions(
    tx,
    actor,
    given.map(({ articleId }) => articleId),
  );
  const wrote = given.map(({ articleId, zoneCode, edition }) => ({
    ...{ kind: 'article', record: String(articleId), zone: zoneCode ?? undefined },
    ...told(undefined, changesBetween(undefined, contentOf(edition)), 1),
  }));
  await remember(tx, actor, ...wrote);
  return rows;
}

/** Who saves it, with everybody who wrote in the working copy that it comes from. */
async function handsOf(tx: Tx, { id, name }: Actor, { articleId, edition }: Put): Promise<Writers> {
  const [draft] = await tx
    .select({ authors: editionDrafts.authors })
    .from(editionDrafts)
    .where(and(eq(editionDrafts.articleId, articleId), eq(editionDrafts.lang, edition.lang)));
  return { id, name, authors: draft?.authors ?? [] };
}

/** The body has its own revisions: history names the new one instead of holding the text twice. */
function told(before: Row | undefined, changes: Changes, revision: number) {
  const remembered = 'body' in changes ? { ...changes, body: [before?.revision ?? 0, revision] as const } : changes;
  return { action: before ? 'edited' : 'wrote', changes: remembered };
}

/** The same words, held against a newer original. */
async function nowTranslates(tx: Tx, { articleId, lang, ...before }: Row, translatesRevision: number | null) {
  if (before.translatesRevision === translatesRevision) return;
  const ofLang = and(eq(editions.articleId, articleId), eq(editions.lang, lang));
  await tx.update(editions).set({ translatesRevision }).where(ofLang);
}

function nextRow(all: readonly Row[], edition: Edition, translates?: number) {
  const before = all.find((row) => row.lang === edition.lang);
  const original = all.find((row) => row.original);
  const isOriginal = before?.original ?? original === undefined;
  const bodyText = plainText(edition.body);
  return {
    ...edition,
    bodyText,
    terms: keywordsOf(`${edition.title}\n${bodyText}`, termsKept).map(({ word }) => word),
    original: isOriginal,
    translatesRevision: isOriginal
      ? null
      : (translates ?? (before ?? { translatesRevision: original?.revision ?? null }).translatesRevision),
    updatedAt: new Date(),
  };
}
