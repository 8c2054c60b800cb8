import { and, eq, sql } from 'drizzle-orm';
import type { Actor } from '#accounts/actor.ts';
import { filesById } from '#files/read.server.ts';
import { remember } from '#history/write.server.ts';
import { newsWords as words } from '#language/words/news.ts';
import type { Tx } from '#platform/database.server.ts';
import { done, refused, type Outcome } from '#platform/outcome.ts';
import { canEdit, editionInput } from './article.ts';
import { withFiles } from './media.ts';
import { lockWork, type WorkRecord } from './read-work.server.ts';
import { asWritten } from './review.ts';
import { editionDrafts } from './tables.server.ts';
import { useDraftFiles } from './write-draft-files.server.ts';
import { putEdition } from './write-edition.server.ts';
import { refreshPublic } from './write-public.server.ts';
import { contentOf } from './write-revision.server.ts';

interface Media {
  readonly articleId: number;
  /** The file of ours for each address elsewhere. */
  readonly files: ReadonlyMap<string, string>;
}

/**
 * Puts files of the zone in the place of what a draft shows and offers from elsewhere. What is in review or public was
 * read as it is, and stays so.
 */
export async function keepMedia(tx: Tx, actor: Actor, { articleId, files }: Media): Promise<Outcome<null>> {
  const work = await lockWork(tx, articleId);
  if (!work || !canEdit(actor, work.zoneCode)) return refused({ says: words.notFound });
  if (work.state !== 'draft') return refused({ says: words.mediaOfDrafts });
  const own = await filesById(tx, work.zoneCode, [...files.values()]);
  const kept = new Map([...files].filter(([, file]) => own.has(file)));
  await putPictures(tx, actor, { work, kept });
  await putAttached(tx, actor, { work, kept });
  await refreshPublic(tx, articleId);
  return done(null);
}

interface Put {
  readonly work: WorkRecord;
  readonly kept: ReadonlyMap<string, string>;
}

/** In the text as it is being written: the working copy where there is one, else as a revision. */
async function putPictures(tx: Tx, actor: Actor, { work, kept }: Put): Promise<void> {
  const original = asWritten(work.editions, work.drafts).find((text) => text.original);
  if (!original) return;
  const { lang } = original;
  const body = withFiles(original.body, kept);
  if (work.drafts.some((draft) => draft.lang === lang)) {
    const ofLang = and(eq(editionDrafts.articleId, work.article.id), eq(editionDrafts.lang, lang));
    const version = sql`${editionDrafts.version} + 1`;
    await tx.update(editionDrafts).set({ body, version }).where(ofLang);
    await useDraftFiles(tx, { articleId: work.article.id, lang, body });
    return;
  }
  const edition = editionInput.parse({ lang, ...contentOf(original), body });
  await putEdition(tx, actor, { articleId: work.article.id, edition, note: words.picturesKept.zh });
}

/** Their names stay: a reader knows an attachment by what the page called it. */
async function putAttached(tx: Tx, actor: Actor, { work, kept }: Put): Promise<void> {
  const { rows } = await tx.execute<{ file: string }>(sql`
    update attachment set file_id = found.file, address = ''
    from unnest(${sql.param([...kept.keys()])}::text[], ${sql.param([...kept.values()])}::uuid[]) as found (address, file)
    where article_id = ${work.article.id} and file_id is null and attachment.address = found.address
    returning file_id as file`);
  if (rows.length === 0) return;
  const changes = { attachments: [[], rows.map(({ file }) => file)] as const };
  await remember(tx, actor, {
    ...{ kind: 'article', record: String(work.article.id), action: 'attached files', changes },
  });
}
