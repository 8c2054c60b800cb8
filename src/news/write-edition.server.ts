import { eq } from 'drizzle-orm';
import type { z } from 'zod';
import type { Actor } from '#accounts/actor.ts';
import { changesBetween } from '#history/change.ts';
import { remember } from '#history/write.server.ts';
import type { Tx } from '#platform/database.server.ts';
import { plainText } from '#text/document.ts';
import { keywordsOf } from '#text/keywords.server.ts';
import type { editionInput } from './article.ts';
import { editionRevisions, editions } from './tables.server.ts';

type Edition = z.output<typeof editionInput>;
type Row = typeof editions.$inferSelect;

/** How many words of a text stand for it when related articles are looked for. */
const termsKept = 12;

interface Put {
  readonly articleId: number;
  readonly edition: Edition;
  /** True for an article made in this transaction: there is nothing to look up. */
  readonly isNew?: boolean;
}

/**
 * Stores one edition and a revision of it; says whether anything changed. The first edition of an article is its
 * original; a later one is a translation of the original as it stands now.
 */
export async function putEdition(tx: Tx, actor: Actor, { articleId, edition, isNew }: Put) {
  const all = isNew ? [] : await tx.select().from(editions).where(eq(editions.articleId, articleId)).for('update');
  const before = all.find((row) => row.lang === edition.lang);
  const changes = changesBetween(before && contentOf(before), contentOf(edition));
  if (before && Object.keys(changes).length === 0) return false;
  const row = nextRow(all, edition);
  await tx
    .insert(editions)
    .values({ articleId, ...row })
    .onConflictDoUpdate({ target: [editions.articleId, editions.lang], set: row });
  const { lang, title, source, body, revision } = row;
  await tx.insert(editionRevisions).values({ articleId, lang, revision, title, source, body, actor: actor.id });
  // The body has its own revisions: history names the new one instead of holding the text twice.
  const remembered = 'body' in changes ? { ...changes, body: [revision - 1, revision] as const } : changes;
  const action = before ? 'edited' : 'wrote';
  await remember(tx, actor, { kind: 'article', record: String(articleId), action, changes: remembered });
  return true;
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
    revision: (before?.revision ?? 0) + 1,
    updatedAt: new Date(),
  };
}

function contentOf({ title, summary, source, author, keywords, madeHow, body }: Edition | Row) {
  return { title, summary, source, author, keywords, madeHow, body };
}
