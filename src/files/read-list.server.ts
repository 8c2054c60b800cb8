import { and, eq, exists, inArray, isNull, like, not, sql, type SQL } from 'drizzle-orm';
import type { Actor } from '#accounts/actor.ts';
import type { Db } from '#platform/database.server.ts';
import { canSeeFiles, fileView, type FileView } from './file.ts';
import type { FileFilter, FileListQuery } from './list.ts';
import { files, fileUses } from './tables.server.ts';

export interface FileUse {
  readonly kind: string;
  readonly record: string;
}

export interface ListedFile extends FileView {
  readonly at: Date;
  readonly uploaderName: string;
  readonly uses: readonly FileUse[];
}

export interface FileList {
  readonly files: readonly ListedFile[];
  /** Key of the next page; undefined on the last. */
  readonly next: string | undefined;
}

const pageLength = 40;

/** The files of a zone, newest first; none for who does not work there. */
export async function filesOfZone(db: Db, actor: Actor, query: FileListQuery & { zone: string }): Promise<FileList> {
  if (!canSeeFiles(actor, query.zone)) return { files: [], next: undefined };
  const rows = await db
    .select()
    .from(files)
    .where(
      and(eq(files.zoneCode, query.zone), isNull(files.organisations), conditions(db)[query.show], after(query.after)),
    )
    .orderBy(sql`${files.at} desc, ${files.id} desc`)
    .limit(pageLength + 1);
  const shown = rows.slice(0, pageLength);
  const uses = await usesOf(
    db,
    shown.map(({ id }) => id),
  );
  const last = rows.length > pageLength ? shown.at(-1) : undefined;
  return {
    files: shown.map((row) => ({
      ...fileView(row),
      at: row.at,
      uploaderName: row.uploaderName,
      uses: uses.filter((use) => use.fileId === row.id).map(({ kind, record }) => ({ kind, record })),
    })),
    next: last && `${last.at.toISOString()}_${last.id}`,
  };
}

function conditions(db: Db): Readonly<Record<FileFilter, SQL | undefined>> {
  const kept = eq(files.state, 'kept');
  const picture = like(files.mediaType, 'image/%');
  const used = exists(
    db
      .select({ one: sql`1` })
      .from(fileUses)
      .where(eq(fileUses.fileId, files.id)),
  );
  return {
    all: kept,
    pictures: and(kept, picture),
    documents: and(kept, not(picture)),
    unused: and(kept, not(used)),
    deleted: eq(files.state, 'deleted'),
  };
}

function after(key: string | undefined): SQL | undefined {
  const [at, id] = key?.split('_') ?? [];
  return at && id ? sql`(${files.at}, ${files.id}) < (${at}::timestamptz, ${id}::uuid)` : undefined;
}

async function usesOf(db: Db, ids: readonly string[]) {
  if (ids.length === 0) return [];
  return db
    .select()
    .from(fileUses)
    .where(inArray(fileUses.fileId, [...ids]))
    .orderBy(fileUses.kind, fileUses.record);
}
