import { and, eq, isNotNull, sql } from 'drizzle-orm';
import { z } from 'zod';
import type { Actor } from '#accounts/actor.ts';
import { remember } from '#history/write.server.ts';
import { attachmentWords as words } from '#language/words/attachments.ts';
import { fileWords } from '#language/words/files.ts';
import { newsWords } from '#language/words/news.ts';
import { writingWords } from '#language/words/writing.ts';
import { filesById } from '#files/read.server.ts';
import type { Tx } from '#platform/database.server.ts';
import { done, refused, type Outcome, type Problem } from '#platform/outcome.ts';
import { canEdit, canPublish } from './article.ts';
import { attachedFile, mostAttachments, type AttachedFile } from './attachment.ts';
import { articles, attachments } from './tables.server.ts';
import { isClosed } from './working-copy.ts';
import { refreshPublic } from './write-public.server.ts';

export interface Attach {
  readonly articleId: number;
  /** Uploaded files in the order in which they are offered, each under its name there. */
  readonly files: readonly AttachedFile[];
}

/** Offers these files below the article, in place of those offered before; what an import found elsewhere stays. */
export async function attachFiles(tx: Tx, actor: Actor, { articleId, files }: Attach): Promise<Outcome<null>> {
  const [article] = await tx.select().from(articles).where(eq(articles.id, articleId)).for('update');
  const problem = article ? whyNotAttach(actor, article) : { field: 'article', says: newsWords.notFound };
  if (!article || problem) return refused(problem ?? { says: newsWords.notFound });
  const wanted = wantedFiles(files);
  if (!wanted.ok) return wanted;
  const ids = wanted.value.map(({ id }) => id);
  const known = await filesById(tx, article.zoneCode, ids);
  if (ids.some((id) => !known.has(id))) return refused({ field: 'attachments', says: fileWords.notOfZone });
  const before = await replace(tx, articleId, wanted.value);
  const changes = { attachments: [before, wanted.value] as const };
  await remember(tx, actor, { kind: 'article', record: String(articleId), action: 'attached files', changes });
  await refreshPublic(tx, articleId);
  return done(null);
}

/** What the public reads is a publisher's to change: an attachment has no proposal that could wait for one. */
function whyNotAttach(actor: Actor, { zoneCode, state }: typeof articles.$inferSelect): Problem | undefined {
  if (!canEdit(actor, zoneCode)) return { field: 'article', says: newsWords.notFound };
  if (isClosed(state)) return { field: 'attachments', says: writingWords.closedNote };
  const isOpen = state !== 'published' || canPublish(actor, zoneCode);
  return isOpen ? undefined : { field: 'attachments', says: words.onlyPublisher };
}

function wantedFiles(files: readonly AttachedFile[]): Outcome<AttachedFile[]> {
  const parsed = z.array(attachedFile).safeParse(files);
  if (!parsed.success) return refused({ field: 'attachments', says: words.nameMissing });
  const once = [...new Map(parsed.data.map((file) => [file.id, file])).values()];
  return once.length > mostAttachments ? refused({ field: 'attachments', says: words.tooMany }) : done(once);
}

async function replace(tx: Tx, articleId: number, files: readonly AttachedFile[]) {
  const ofFiles = and(eq(attachments.articleId, articleId), isNotNull(attachments.fileId));
  const before = await tx.select().from(attachments).where(ofFiles).orderBy(attachments.position);
  await tx.delete(attachments).where(ofFiles);
  const [last] = await tx
    .select({ position: sql<number>`coalesce(max(${attachments.position}), -1)::int` })
    .from(attachments)
    .where(eq(attachments.articleId, articleId));
  const first = (last?.position ?? -1) + 1;
  const rows = files.map(({ id, name }, place) => ({ fileId: id, name, position: first + place }));
  if (rows.length > 0) await tx.insert(attachments).values(rows.map((row) => ({ articleId, address: '', ...row })));
  return before.map(({ fileId, name }) => ({ id: fileId, name }));
}
