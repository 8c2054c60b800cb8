import { and, eq, notExists, sql } from 'drizzle-orm';
import { theSystem, type Actor } from '#accounts/actor.ts';
import { remember } from '#history/write.server.ts';
import { fileWords as words } from '#language/words/files.ts';
import type { Database, Tx } from '#platform/database.server.ts';
import { done, refused, type Outcome } from '#platform/outcome.ts';
import type { Storage } from '#platform/storage.ts';
import {
  canKeepFiles,
  canSeeFiles,
  fileView,
  isInCircle,
  isPicture,
  storageKey,
  type Circle,
  type FileView,
} from './file.ts';
import { prepare, type Arrived, type Prepared } from './prepare.server.ts';
import { keptFileLike, storedBytesOf } from './read.server.ts';
import { files, fileUses } from './tables.server.ts';

/** What keeping a file needs beside the actor: rows, bytes, and how much a zone may keep. */
export interface Keeping {
  readonly database: Database;
  readonly files: Storage;
  readonly config: { readonly zoneQuotaBytes: number };
}

interface Upload {
  readonly zone: string;
  readonly arrived: Arrived;
}

/**
 * Takes a file in: announced in the database first, then written to the storage, then kept. Whatever stops in between
 * leaves an announced file, which counts for the quota until `purgeFiles` takes it away.
 */
export async function addFile(keeping: Keeping, actor: Actor, { zone, arrived }: Upload): Promise<Outcome<FileView>> {
  if (!canKeepFiles(actor, zone)) return refused({ field: 'zone', says: words.mayNotKeep });
  const prepared = await prepare(arrived);
  return prepared.ok ? store(keeping, actor, { zone, prepared: prepared.value }) : prepared;
}

/** The same for what a program brings: a file that the zone has already is not kept a second time. */
export async function addFileOnce(
  keeping: Keeping,
  actor: Actor,
  { zone, arrived, mustBePicture }: Upload & { mustBePicture: boolean },
): Promise<Outcome<Pick<FileView, 'id'>>> {
  if (!canKeepFiles(actor, zone)) return refused({ field: 'zone', says: words.mayNotKeep });
  const prepared = await prepare(arrived);
  if (!prepared.ok) return prepared;
  const { sha256 } = prepared.value.about;
  if (mustBePicture && !isPicture(prepared.value.about)) return refused({ field: 'file', says: words.pictureBroken });
  const id = await keeping.database.inTransaction(actor, (tx) => keptFileLike(tx, zone, sha256));
  return id === undefined ? store(keeping, actor, { zone, prepared: prepared.value }) : done({ id });
}

/** Takes a file in for some only, who need not be people of the zone; it counts for the zone's quota. */
export async function addFileFor(
  keeping: Keeping,
  actor: Actor,
  { zone, arrived, circle }: Upload & { readonly circle: Circle },
): Promise<Outcome<FileView>> {
  if (actor.viewedBy || !isInCircle(actor, circle)) return refused({ field: 'file', says: words.mayNotKeep });
  const prepared = await prepare(arrived);
  return prepared.ok ? store(keeping, actor, { zone, prepared: prepared.value, circle }) : prepared;
}

/** Takes a file in as evidence of a record of the zone: its noun has asked whether this person works on the record. */
export async function addFileOfRecord(
  keeping: Keeping,
  actor: Actor,
  { zone, arrived }: Upload,
): Promise<Outcome<FileView>> {
  if (actor.viewedBy || !canSeeFiles(actor, zone)) return refused({ field: 'file', says: words.mayNotKeep });
  const prepared = await prepare(arrived);
  return prepared.ok ? store(keeping, actor, { zone, prepared: prepared.value, isOfRecord: true }) : prepared;
}

/**
 * Takes a file in that nobody opens but through its record: its noun has asked whether it may come, even from somebody who
 * is not signed in, and shows it to whom it may. It counts for the zone's quota.
 */
export async function addFileBehindRecord(
  keeping: Keeping,
  actor: Actor,
  { zone, arrived }: Upload,
): Promise<Outcome<FileView>> {
  if (actor.viewedBy) return refused({ field: 'file', says: words.mayNotKeep });
  const prepared = await prepare(arrived);
  if (!prepared.ok) return prepared;
  const circle = { organisations: [], brokerZones: [] };
  return store(keeping, actor, { zone, prepared: prepared.value, circle, isBehindRecord: true });
}

interface Storing {
  readonly zone: string;
  readonly prepared: Prepared;
  readonly circle?: Circle;
  /** Brought to a record by somebody who need not write for the zone. */
  readonly isOfRecord?: true;
  /** Kept for nobody in general: its record says who opens it. */
  readonly isBehindRecord?: true;
}

async function store(
  { database, files: storage, config }: Keeping,
  actor: Actor,
  storing: Storing,
): Promise<Outcome<FileView>> {
  const { prepared, circle } = storing;
  const announcement = { ...storing, quota: config.zoneQuotaBytes };
  // A member sees nothing of what a zone keeps: its quota is counted by the site.
  const asker = circle ? theSystem : actor;
  const announced = await database.allOrNothing(asker, (tx) => announceFile(tx, actor, announcement));
  if (!announced.ok) return announced;
  const id = announced.value;
  for (const [variant, path] of prepared.paths) await storage.write(storageKey(id, variant), path);
  await database.inTransaction(asker, (tx) => confirmFile(tx, actor, id));
  return done(fileView({ id, ...prepared.about }));
}

interface Announcement extends Storing {
  readonly quota: number;
}

/** Writes down what is about to be stored, if the zone has room for it. */
export async function announceFile(tx: Tx, actor: Actor, announcement: Announcement): Promise<Outcome<string>> {
  const { zone, prepared, quota, circle } = announcement;
  if (!mayAnnounce(actor, announcement)) return refused({ field: 'zone', says: words.mayNotKeep });
  const { rows } = await tx.execute(sql`select from zone where code = ${zone}`);
  if (rows.length === 0) return refused({ field: 'zone', says: words.chooseZone });
  // Two uploads at once see each other's bytes.
  await tx.execute(sql`select pg_advisory_xact_lock(hashtext('file of zone'), hashtext(${zone}))`);
  if ((await storedBytesOf(tx, zone)) + prepared.about.storedBytes > quota) {
    const gigabytes = String(Math.round((quota / 1024 ** 3) * 100) / 100);
    return refused({ field: 'file', says: words.quotaFull(zone, gigabytes) });
  }
  const by = { uploadedBy: actor.id, uploaderName: actor.name };
  const kept = {
    organisations: circle ? [...circle.organisations] : null,
    brokerZones: circle ? [...circle.brokerZones] : null,
  };
  const [row] = await tx
    .insert(files)
    .values({ ...prepared.about, zoneCode: zone, ...by, ...kept })
    .returning({ id: files.id });
  return row ? done(row.id) : refused({ says: words.notFound });
}

function mayAnnounce(actor: Actor, { zone, circle, isOfRecord, isBehindRecord }: Announcement): boolean {
  if (isBehindRecord) return !actor.viewedBy;
  if (circle) return isInCircle(actor, circle);
  return isOfRecord ? canSeeFiles(actor, zone) : canKeepFiles(actor, zone);
}

async function confirmFile(tx: Tx, actor: Actor, id: string): Promise<void> {
  const [row] = await tx.update(files).set({ state: 'kept' }).where(eq(files.id, id)).returning({ name: files.name });
  const changes = { name: [null, row?.name] } as const;
  await remember(tx, actor, { kind: 'file', record: id, action: 'uploaded', changes });
}

/** Deletes a file that nothing refers to; until it is purged it can be brought back. */
export async function deleteFile(tx: Tx, actor: Actor, id: string): Promise<Outcome<{ name: string }>> {
  const file = await lockFile(tx, actor, id);
  if (file?.state !== 'kept') return refused({ says: words.notFound });
  const isUnused = notExists(tx.select().from(fileUses).where(eq(fileUses.fileId, id)));
  const gone = await tx
    .update(files)
    .set({ state: 'deleted', deletedAt: sql`now()` })
    .where(and(eq(files.id, id), isUnused))
    .returning({ id: files.id });
  if (gone.length === 0) return refused({ says: words.stillUsed });
  await remember(tx, actor, { kind: 'file', record: id, action: 'deleted' });
  return done({ name: file.name });
}

/** Lets go of a file whose record was not kept after all. Run as the site itself. */
export async function dropFileBehindRecord(tx: Tx, id: string): Promise<void> {
  const isOfNobody = and(eq(files.id, id), eq(files.state, 'kept'), sql`${files.organisations} = '{}'`);
  await tx
    .update(files)
    .set({ state: 'deleted', deletedAt: sql`now()` })
    .where(isOfNobody);
}

/** Brings a deleted file back. */
export async function restoreFile(tx: Tx, actor: Actor, id: string): Promise<Outcome<{ name: string }>> {
  const file = await lockFile(tx, actor, id);
  if (file?.state !== 'deleted') return refused({ says: words.notFound });
  await tx.update(files).set({ state: 'kept', deletedAt: null }).where(eq(files.id, id));
  await remember(tx, actor, { kind: 'file', record: id, action: 'restored' });
  return done({ name: file.name });
}

/** Another zone's file is no file at all, nor is one that is kept for others. */
async function lockFile(tx: Tx, actor: Actor, id: string) {
  const [file] = await tx.select().from(files).where(eq(files.id, id)).for('update');
  return file && !file.organisations && canKeepFiles(actor, file.zoneCode) ? file : undefined;
}
