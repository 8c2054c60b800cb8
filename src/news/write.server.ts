import { and, eq, sql } from 'drizzle-orm';
import type { z } from 'zod';
import type { Actor } from '#accounts/actor.ts';
import { removeSampleRows } from '#history/write-sample.server.ts';
import { remember } from '#history/write.server.ts';
import { newsWords as words } from '#language/words/news.ts';
import type { Tx } from '#platform/database.server.ts';
import { done, refused, type Outcome } from '#platform/outcome.ts';
import { canEdit, canPublish, editionInput, type EditionInput } from './article.ts';
import { lockWork, type WorkRecord } from './read-work.server.ts';
import { asWritten } from './review.ts';
import { articles, editionDrafts } from './tables.server.ts';
import { freeDraftFiles, useDraftFiles } from './write-draft-files.server.ts';
import { putEdition } from './write-edition.server.ts';
import { markPublished } from './write-fold.server.ts';
import { refreshPublic } from './write-public.server.ts';
import { originalNow } from './write-working-copy.server.ts';
import { contentOf, isSame, keepRevision } from './write-revision.server.ts';

interface Save {
  readonly articleId: number;
  readonly edition: EditionInput;
  /** What was changed and why, where the writer says so. */
  readonly note?: string;
}

/** `proposed`: the public goes on reading what was published until somebody publishes this. */
interface Saved {
  readonly changed: boolean;
  readonly proposed: boolean;
}

/**
 * Writes or changes one language of an article; a second language is a translation of the original as it stands. What is
 * published changes at once only by a publisher's hand, and never where the zone asks for two people.
 */
export async function saveEdition(tx: Tx, actor: Actor, input: Save): Promise<Outcome<Saved>> {
  const work = await lockWork(tx, input.articleId);
  if (!work) return refused({ says: words.notFound });
  if (!canEdit(actor, work.zoneCode)) return refused({ says: words.mayNotEdit });
  const edition = editionInput.parse(input.edition);
  return mustWait(actor, work)
    ? done(await propose(tx, actor, { work, edition, note: input.note ?? '' }))
    : done(await saveNow(tx, actor, { work, edition, note: input.note ?? '' }));
}

/** Whether a change to something published waits for somebody else. */
export function mustWait(actor: Actor, { state, proposal, rule, zoneCode }: WorkRecord): boolean {
  return state === 'published' && (proposal !== null || rule.twoPerson || !canPublish(actor, zoneCode));
}

interface Saving {
  readonly work: WorkRecord;
  readonly edition: z.output<typeof editionInput>;
  readonly note: string;
}

/** Puts the text in its place. */
async function saveNow(tx: Tx, actor: Actor, { work, edition, note }: Saving): Promise<Saved> {
  const { id } = work.article;
  const changed = await putEdition(tx, actor, { articleId: id, edition, note });
  await dropDraft(tx, id, edition.lang);
  if (!changed) return { changed, proposed: false };
  await tx.update(articles).set({ updatedAt: new Date() }).where(eq(articles.id, id));
  if (work.state === 'published') await markPublished(tx, id);
  await refreshPublic(tx, id);
  return { changed, proposed: false };
}

/** Keeps the text as a working copy beside what the public reads, and a revision of it. */
async function propose(tx: Tx, actor: Actor, { work, edition, note }: Saving): Promise<Saved> {
  const { lang } = edition;
  const { id, proposal } = work.article;
  const before = asWritten(work.editions, work.drafts).find((one) => one.lang === lang);
  if (before && isSame(before, edition)) return { changed: false, proposed: true };
  const base = work.editions.find((one) => one.lang === lang)?.revision ?? null;
  const by = { id: actor.id, name: actor.name, authors: await putDraft(tx, actor, { id, edition, base }) };
  const revision = await keepRevision(tx, { articleId: id, lang, content: edition, by, note });
  if (proposal === null) await tx.update(articles).set({ proposal: 'draft' }).where(eq(articles.id, id));
  const changes = { body: [base, revision] as const };
  await remember(tx, actor, { kind: 'article', record: String(id), action: 'proposed', changes });
  return { changed: true, proposed: true };
}

interface Draft extends Pick<Saving, 'edition'> {
  readonly id: number;
  readonly base: number | null;
  /** Who else wrote what is put here. */
  readonly authors?: readonly string[];
  /** True where nobody knows which original a translation was made from, as with one that is brought back. */
  readonly ofUnknown?: boolean;
}

/** Writes the working copy and says who has written in it so far. */
export async function putDraft(tx: Tx, actor: Actor, given: Draft): Promise<string[]> {
  const { id, edition, base, authors = [], ofUnknown } = given;
  const row = { ...contentOf(edition), updatedBy: actor.id, updatedAt: new Date(), authors: [...authors] };
  const made = base === null ? originalNow(id, edition.lang) : {};
  const unknown = ofUnknown ? { translatesRevision: 0, translatesVersion: 0 } : {};
  const [draft] = await tx
    .insert(editionDrafts)
    .values({ articleId: id, lang: edition.lang, baseRevision: base, ...row, ...made, ...unknown })
    .onConflictDoUpdate({
      target: [editionDrafts.articleId, editionDrafts.lang],
      set: { ...row, ...unknown, version: sql`${editionDrafts.version} + 1` },
    })
    .returning({ authors: editionDrafts.authors });
  // An old revision may show a file that is gone; whoever writes on is told when they save.
  await useDraftFiles(tx, { articleId: id, lang: edition.lang, body: edition.body });
  return draft?.authors ?? [];
}

async function dropDraft(tx: Tx, articleId: number, lang: EditionInput['lang']): Promise<void> {
  await tx.delete(editionDrafts).where(and(eq(editionDrafts.articleId, articleId), eq(editionDrafts.lang, lang)));
  await freeDraftFiles(tx, articleId, lang);
}

/** Removes every article that came as sample content, and says how many. Nothing a person wrote, or rests on, is touched. */
export async function removeSampleArticles(tx: Tx, actor: Actor): Promise<number> {
  const withdraw = async (within: Tx, ids: readonly number[]) => {
    for (const id of ids) {
      await within.update(articles).set({ state: 'draft' }).where(eq(articles.id, id));
      await refreshPublic(within, id);
    }
  };
  return (await removeSampleRows(tx, actor, { kind: 'article', table: articles, withdraw })).length;
}
