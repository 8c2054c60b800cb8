import { asc, eq } from 'drizzle-orm';
import { filesById } from '#files/read.server.ts';
import type { Db } from '#platform/database.server.ts';
import type { AttachmentRow } from './attachment.ts';
import { attachments } from './tables.server.ts';

/** What is offered below an article, for the list on the desk; a file that is gone is not in it. */
export async function attachmentsOf(db: Db, article: number, zone: string | null): Promise<AttachmentRow[]> {
  const rows = await db
    .select()
    .from(attachments)
    .where(eq(attachments.articleId, article))
    .orderBy(asc(attachments.position));
  const ids = rows.flatMap(({ fileId }) => fileId ?? []);
  const files = await filesById(db, zone, ids);
  return rows.flatMap(({ fileId, name, address, mediaType, bytes }): AttachmentRow[] => {
    if (fileId === null) return [{ id: null, name, url: address, mediaType, bytes }];
    const file = files.get(fileId);
    return file ? [{ id: fileId, name, url: file.url, mediaType: file.mediaType, bytes: file.bytes }] : [];
  });
}
