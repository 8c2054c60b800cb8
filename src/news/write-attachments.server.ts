import { and, eq, isNotNull, sql } from 'drizzle-orm';
import type { Actor } from '#accounts/actor.ts';
import { remember } from '#history/write.server.ts';
import { fileWords } from '#language/words/files.ts';
import { newsWords as words } from '#language/words/news.ts';
import { namesOfFiles } from '#files/read.server.ts';
import type { Tx } from '#platform/database.server.ts';
import { done, refused, type Outcome } from '#platform/outcome.ts';
import { canEdit } from './article.ts';
import { articles, attachments } from './tables.server.ts';
import { refreshPublic } from './write-public.server.ts';

export interface Attach {
  readonly articleId: number;
  /** Ids of uploaded files in the order in which they are offered. */
  readonly files: readonly string[];
}

/** Offers these files below the article, in place of those offered before; what an import found elsewhere stays. */
export async function attachFiles(tx: Tx, actor: Actor, { articleId, files }: Attach): Promise<Outcome<null>> {
  const [article] = await tx.select().from(articles).where(eq(articles.id, articleId)).for('update');
  if (!article) return refused({ says: words.notFound });
  if (!canEdit(actor, article.zoneCode)) return refused({ says: words.mayNotEdit });
  const ofFiles = and(eq(attachments.articleId, articleId), isNotNull(attachments.fileId));
  const before = await tx.select().from(attachments).where(ofFiles).orderBy(attachments.position);
  const wanted = [...new Set(files)];
  const names = await namesOfFiles(tx, article.zoneCode, wanted);
  if (wanted.some((id) => !names.has(id))) return refused({ field: 'attachments', says: fileWords.notOfZone });
  await tx.delete(attachments).where(ofFiles);
  const [last] = await tx
    .select({ position: sql<number>`coalesce(max(${attachments.position}), -1)::int` })
    .from(attachments)
    .where(eq(attachments.articleId, articleId));
  const first = (last?.position ?? -1) + 1;
  const rows = wanted.map((fileId, place) => ({ fileId, name: names.get(fileId) ?? '', position: first + place }));
  if (rows.length > 0) await tx.insert(attachments).values(rows.map((row) => ({ articleId, address: '', ...row })));
  const changes = { attachments: [before.map(({ fileId }) => fileId), wanted] as const };
  await remember(tx, actor, { kind: 'article', record: String(articleId), action: 'attached files', changes });
  await refreshPublic(tx, articleId);
  return done(null);
}
