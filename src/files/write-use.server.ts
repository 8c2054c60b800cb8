import { and, eq, inArray, isNull, sql } from 'drizzle-orm';
import type { Tx } from '#platform/database.server.ts';
import { isFileId } from './file.ts';
import { files, fileUses } from './tables.server.ts';

/** The record that refers to files: its noun says which zone it is of and whether the public reads it. */
export interface FileUser {
  readonly kind: string;
  readonly record: string;
  readonly zone: string | null;
  readonly isPublic: boolean;
}

/**
 * Writes down which files a record refers to, in place of those it referred to before. Only files of the record's own zone,
 * or that it used already: nobody makes another zone's file public by writing its id into a text. Answers the ids that it
 * may not use, for the noun to refuse (`fileWords.notOfZone`) or to pass over.
 */
export async function useFiles(tx: Tx, user: FileUser, fileIds: readonly string[]): Promise<string[]> {
  const { kind, record, zone, isPublic } = user;
  const ofRecord = and(eq(fileUses.kind, kind), eq(fileUses.record, record));
  const before = await tx.select({ id: fileUses.fileId }).from(fileUses).where(ofRecord);
  const wanted = [...new Set(fileIds)];
  if (wanted.length === 0 && before.length === 0) return [];
  const found = await tx
    .select({ id: files.id, zoneCode: files.zoneCode })
    .from(files)
    .where(and(inArray(files.id, wanted.filter(isFileId)), eq(files.state, 'kept'), isNull(files.organisations)))
    .for('key share');
  const known = new Set(before.map(({ id }) => id));
  const usable = found.filter((file) => file.zoneCode === zone || known.has(file.id));
  await tx.delete(fileUses).where(ofRecord);
  const rows = usable.map(({ id, zoneCode }) => ({ fileId: id, zoneCode, kind, record, isPublic }));
  if (rows.length > 0) await tx.insert(fileUses).values(rows);
  return wanted.filter((id) => !usable.some((file) => file.id === id));
}

/** Shows or hides the files of a record with the record itself. */
export async function showFiles(tx: Tx, user: Pick<FileUser, 'kind' | 'record' | 'isPublic'>): Promise<void> {
  await tx.execute(sql`update ${fileUses} set is_public = ${user.isPublic}
    where kind = ${user.kind} and record = ${user.record} and is_public <> ${user.isPublic}`);
}
