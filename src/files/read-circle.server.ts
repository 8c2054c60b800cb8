import { and, eq, inArray } from 'drizzle-orm';
import type { Db } from '#platform/database.server.ts';
import { fileView, type Circle, type FileView } from './file.ts';
import { files } from './tables.server.ts';

/** For whom these files are kept; a file of a whole zone has no circle. */
export async function circleOfFiles(db: Db, ids: readonly string[]): Promise<Map<string, Circle>> {
  const rows = await db
    .select({ id: files.id, organisations: files.organisations, brokerZones: files.brokerZones })
    .from(files)
    .where(and(inArray(files.id, [...ids]), eq(files.state, 'kept')));
  return new Map(
    rows.flatMap(({ id, organisations, brokerZones }) =>
      organisations && brokerZones ? [[id, { organisations, brokerZones }] as const] : [],
    ),
  );
}

/** Files that are kept for some, as they are offered to them; a row that the asker may not see is left out. */
export async function filesOfCircle(db: Db, ids: readonly string[]): Promise<Map<string, FileView>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .select()
    .from(files)
    .where(and(inArray(files.id, [...ids]), eq(files.state, 'kept')));
  return new Map(rows.map((row) => [row.id, fileView(row)]));
}
