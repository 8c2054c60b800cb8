import { and, eq, exists, inArray, isNull, sql } from 'drizzle-orm';
import type { Actor } from '#accounts/actor.ts';
import type { Db } from '#platform/database.server.ts';
import type { Pictures } from '#ui/picture.ts';
import {
  canSeeFiles,
  isFileId,
  isInCircle,
  fileView,
  picturesIn,
  original,
  variantNamed,
  type FileView,
  type Variant,
} from './file.ts';
import { files, fileUses } from './tables.server.ts';

/** One form of a file that the asker may have. */
export interface Readable {
  readonly name: string;
  readonly variant: Variant;
  /** Whether it is the same for everyone. */
  readonly isPublic: boolean;
}

/** That form of that file, if it is there and the asker may have it: for anybody else it does not exist. */
export async function readableFile(
  db: Db,
  actor: Actor,
  { id, variant: wanted }: { id: string; variant: string },
): Promise<Readable | undefined> {
  const inPublic = db
    .select({ one: sql`1` })
    .from(fileUses)
    .where(and(eq(fileUses.fileId, files.id), fileUses.isPublic));
  const { zoneCode, name, variants, organisations, brokerZones } = files;
  const [file] = await db
    .select({
      ...{ zoneCode, name, variants, organisations, brokerZones, isPublic: sql<boolean>`${exists(inPublic)}` },
      isShown: sql<boolean>`is_shown_with_its_record(${files.id})`,
    })
    .from(files)
    .where(and(eq(files.id, id), eq(files.state, 'kept')));
  const variant = file && variantNamed(file.variants, wanted);
  if (!file || !variant) return undefined;
  const { isPublic } = file;
  // What is shown as long as its record is open is kept by no cache: it may not be open tomorrow.
  return isPublic || file.isShown || maySee(actor, file) ? { name: file.name, variant, isPublic } : undefined;
}

/** A file that only its record shows, in the form it came in; the noun has asked who opens it. */
export async function fileBehindRecord(db: Db, id: string): Promise<(Readable & { readonly id: string }) | undefined> {
  const [file] = await db
    .select({ name: files.name, variants: files.variants })
    .from(files)
    .where(and(eq(files.id, id), eq(files.state, 'kept'), sql`${files.organisations} = '{}'`));
  const variant = file && (variantNamed(file.variants, original) ?? file.variants.at(-1));
  return variant && { id, name: file.name, variant, isPublic: false };
}

function maySee(
  actor: Actor,
  {
    zoneCode,
    organisations,
    brokerZones,
  }: Pick<typeof files.$inferSelect, 'zoneCode' | 'organisations' | 'brokerZones'>,
): boolean {
  if (!organisations || !brokerZones) return canSeeFiles(actor, zoneCode);
  return isInCircle(actor, { organisations, brokerZones });
}

/** The bytes that a zone keeps, those on their way and those not yet purged included. */
export async function storedBytesOf(db: Db, zone: string): Promise<number> {
  const [row] = await db
    .select({ bytes: sql<string>`coalesce(sum(${files.storedBytes}), 0)` })
    .from(files)
    .where(eq(files.zoneCode, zone));
  return Number(row?.bytes ?? 0);
}

/** The file of the zone with this very content, where it has one. */
export async function keptFileLike(db: Db, zone: string, sha256: string): Promise<string | undefined> {
  const [file] = await db
    .select({ id: files.id })
    .from(files)
    .where(
      and(eq(files.zoneCode, zone), eq(files.sha256, sha256), eq(files.state, 'kept'), isNull(files.organisations)),
    )
    .limit(1);
  return file?.id;
}

/** The pictures among these files; what is gone, or not the asker's to see, is left out. */
export async function picturesOf(db: Db, ids: readonly string[]): Promise<Pictures> {
  if (ids.length === 0) return {};
  const rows = await db
    .select()
    .from(files)
    .where(and(inArray(files.id, [...ids]), eq(files.state, 'kept')));
  return picturesIn(rows);
}

/** Those of these files that the zone has. */
export async function filesById(db: Db, zone: string | null, ids: readonly string[]): Promise<Map<string, FileView>> {
  if (ids.length === 0 || zone === null) return new Map();
  const rows = await db
    .select()
    .from(files)
    .where(
      and(
        inArray(files.id, ids.filter(isFileId)),
        eq(files.zoneCode, zone),
        eq(files.state, 'kept'),
        isNull(files.organisations),
      ),
    );
  return new Map(rows.map((row) => [row.id, fileView(row)]));
}
