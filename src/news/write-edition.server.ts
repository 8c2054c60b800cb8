import { eq } from 'drizzle-orm';
import type { z } from 'zod';
import type { Actor } from '#accounts/actor.ts';
import { changesBetween, type Changes } from '#history/change.ts';
import { remember } from '#history/write.server.ts';
import type { Tx } from '#platform/database.server.ts';
import { plainText } from '#text/document.ts';
import { keywordsOf } from '#text/keywords.server.ts';
import type { editionInput } from './article.ts';
import { editions } from './tables.server.ts';
import { contentOf, keepRevision, type Writers } from './write-revision.server.ts';

type Edition = z.output<typeof editionInput>;
type Row = typeof editions.$inferSelect;

/** How many words of a text stand for it when related articles are looked for. */
const termsKept = 12;

interface Put {
  readonly articleId: number;
  readonly edition: Edition;
  /** True for an article made in this transaction: there is nothing to look up. */
  readonly isNew?: boolean;
  /** Who wrote it, where that is not the one who puts it here. */
  readonly by?: Writers;
  readonly note?: string;
  /** True where the public reads it from the start. */
  readonly published?: boolean;
}

/**
 * Stores one edition and a revision of it; says whether anything changed. The first edition of an article is its
 * original; a later one is a translation of the original as it stands now.
 */
export async function putEdition(tx: Tx, actor: Actor, { articleId, edition, ...more }: Put) {
  const all = more.isNew ? [] : await tx.select().from(editions).where(eq(editions.articleId, articleId)).for('update');
  const before = all.find((row) => row.lang === edition.lang);
  const changes = changesBetween(before && contentOf(before), contentOf(edition));
  if (before && Object.keys(changes).length === 0) return false;
  const { lang } = edition;
  const revision = await keepRevision(tx, { articleId, lang, content: edition, by: actor, ...more });
  const row = { ...nextRow(all, edition), revision, ...(more.published && { publishedRevision: revision }) };
  await tx
    .insert(editions)
    .values({ articleId, ...row })
    .onConflictDoUpdate({ target: [editions.articleId, editions.lang], set: row });
  await remember(tx, actor, { kind: 'article', record: String(articleId), ...told(before, changes, revision) });
  return true;
}

/** The body has its own revisions: history names the new one instead of holding the text twice. */
function told(before: Row | undefined, changes: Changes, revision: number) {
  const remembered = 'body' in changes ? { ...changes, body: [before?.revision ?? 0, revision] as const } : changes;
  return { action: before ? 'edited' : 'wrote', changes: remembered };
}

function nextRow(all: readonly Row[], edition: Edition) {
  const before = all.find((row) => row.lang === edition.lang);
  const original = all.find((row) => row.original);
  const isOriginal = before?.original ?? original === undefined;
  const bodyText = plainText(edition.body);
  return {
    ...edition,
    bodyText,
    terms: keywordsOf(`${edition.title}\n${bodyText}`, termsKept).map(({ word }) => word),
    original: isOriginal,
    translatesRevision: isOriginal ? null : (original?.revision ?? null),
    updatedAt: new Date(),
  };
}
