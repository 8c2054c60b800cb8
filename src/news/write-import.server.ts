import { and, desc, eq, or, sql } from 'drizzle-orm';
import type { Actor } from '#accounts/actor.ts';
import { newsWords as words } from '#language/words/news.ts';
import type { Tx } from '#platform/database.server.ts';
import { done, refused, type Outcome } from '#platform/outcome.ts';
import { canEdit, importedArticle, type ImportedArticle } from './article.ts';
import { filesBySource, withFiles } from './media.ts';
import { articles, attachments, editions } from './tables.server.ts';
import { addNew, keyOf, type Imported } from './write-new-imports.server.ts';
import { saveEdition } from './write.server.ts';

export type ImportResult = 'imported' | 'draft' | 'updated' | 'unchanged';
export type SavedImport = Outcome<{ id: number; result: ImportResult }>;
type Known = Pick<typeof articles.$inferSelect, 'id' | 'zoneCode' | 'sourceAddress' | 'contentHash'>;

const notTheirs = refused({ field: 'zone', says: words.mayNotEdit });

/**
 * Keeps one imported article: known by its source address, else by its content. The same file twice changes nothing, a
 * changed page becomes a new revision, and what could not be decided stays a draft with its questions.
 */
export async function saveImportedArticle(tx: Tx, actor: Actor, input: ImportedArticle): Promise<SavedImport> {
  const [saved] = await saveImportedArticles(tx, actor, [input]);
  return saved ?? notTheirs;
}

/** The same for several, no two of them one article; what is new is stored together. */
export async function saveImportedArticles(
  tx: Tx,
  actor: Actor,
  inputs: readonly ImportedArticle[],
): Promise<SavedImport[]> {
  const given = inputs.map((input) => importedArticle.parse(input));
  const mine = given.filter(({ zoneCode }) => canEdit(actor, zoneCode));
  if (mine.length === 0) return given.map(() => notTheirs);
  await oneAtATime(tx, mine);
  const known = await findKnown(tx, actor, mine);
  const fresh = mine.filter((article) => !known.has(keyOf(article)));
  const added = await addNew(tx, actor, fresh);
  const saved: SavedImport[] = [];
  for (const article of given) {
    const before = known.get(keyOf(article));
    saved.push(before ? await updateKnown(tx, actor, { known: before, article }) : (added.get(article) ?? notTheirs));
  }
  return saved;
}

/** Two imports of the same page at once would both find nothing; the second waits for the first. */
async function oneAtATime(tx: Tx, given: readonly Imported[]): Promise<void> {
  // In one order, or two batches would wait for each other.
  const keys = given.map(keyOf).sort();
  await tx.execute(sql`
    select pg_advisory_xact_lock(hashtextextended(key, 0))
    from unnest(${sql.param(keys)}::text[]) with ordinality as given (key, place) order by place`);
}

/** Each zone keeps its own article of a page: those of zones that are not the actor's are as if they were not there. */
async function findKnown(tx: Tx, actor: Actor, given: readonly Imported[]): Promise<Map<string, Known>> {
  const addresses = given.flatMap(({ sourceAddress }) => sourceAddress ?? []);
  const hashes = given.flatMap(({ sourceAddress, contentHash }) => (sourceAddress ? [] : contentHash));
  const { id, zoneCode, sourceAddress, contentHash } = articles;
  const found = await tx
    .select({ id, zoneCode, sourceAddress, contentHash })
    .from(articles)
    .where(
      or(
        sql`${sourceAddress} = any(${sql.param(addresses)}::text[])`,
        sql`${contentHash} = any(${sql.param(hashes)}::text[])`,
      ),
    )
    .orderBy(desc(id))
    .for('update');
  const rows = found.filter((row) => canEdit(actor, row.zoneCode));
  const zones = new Map(given.map((article) => [keyOf(article), article.zoneCode]));
  // Of several the one of the same zone, else the oldest: it comes last, and stays.
  const byContent = rows.map((row) => [row.contentHash ?? '', row] as const);
  const byAddress = rows.map((row) => [row.sourceAddress ?? '', row] as const);
  const ofSameZone = byAddress.filter(([address, row]) => zones.get(address) === row.zoneCode);
  return new Map([...byContent, ...byAddress, ...ofSameZone]);
}

async function updateKnown(tx: Tx, actor: Actor, { known, article }: { known: Known; article: Imported }) {
  // An article of another zone is not this actor's to change, whatever the address of the page says.
  if (!canEdit(actor, article.zoneCode) || !canEdit(actor, known.zoneCode)) return notTheirs;
  const edition = await withKnownFiles(tx, known.id, article.edition);
  const saved = await saveEdition(tx, actor, { articleId: known.id, edition });
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

/** The page knows its pictures by address; those that were kept here are not links again because it was read again. */
async function withKnownFiles(tx: Tx, articleId: number, edition: Imported['edition']): Promise<Imported['edition']> {
  const [before] = await tx
    .select({ body: editions.body })
    .from(editions)
    .where(and(eq(editions.articleId, articleId), eq(editions.lang, edition.lang)));
  return before ? { ...edition, body: withFiles(edition.body, filesBySource(before.body)) } : edition;
}

async function putAttachments(tx: Tx, articleId: number, article: Imported): Promise<void> {
  await tx.delete(attachments).where(eq(attachments.articleId, articleId));
  const rows = article.attachments.map((attachment, position) => ({ articleId, position, ...attachment }));
  if (rows.length > 0) await tx.insert(attachments).values(rows);
}
