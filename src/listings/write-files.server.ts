import { and, eq, sql } from 'drizzle-orm';
import type { Actor } from '#accounts/actor.ts';
import { isFileId, type FileView } from '#files/file.ts';
import type { Arrived } from '#files/prepare.server.ts';
import { circleOfFiles } from '#files/read-circle.server.ts';
import { addFileFor, type Keeping } from '#files/write.server.ts';
import { remember } from '#history/write.server.ts';
import { fileWords } from '#language/words/files.ts';
import { listingFileWords as words } from '#language/words/listing-files.ts';
import { listingVerbWords } from '#language/words/listing-verbs.ts';
import type { Tx } from '#platform/database.server.ts';
import { done, refused, type Outcome } from '#platform/outcome.ts';
import { mostListingFiles } from './listing-file.ts';
import { canWrite } from './permission.ts';
import { circleOf } from './read-files.server.ts';
import type { ListingRow, Work } from './read-work.server.ts';
import { listingAttachments } from './tables.server.ts';
import { listingChanged } from './write-public.server.ts';
import { lockFor } from './write-step.server.ts';

interface Brought {
  readonly id: number;
  readonly files: readonly Arrived[];
}

type Answer = Promise<Outcome<{ id: number }>>;

/** Keeps files with a listing, one after the other: those before one that is refused stay. */
export async function bringFiles(keeping: Keeping, actor: Actor, { id, files }: Brought): Answer {
  if (files.length === 0) return refused({ field: 'file', says: fileWords.chooseFile });
  if (actor.viewedBy) return refused({ field: 'file', says: listingVerbWords.notFound });
  const { database } = keeping;
  const place = await database.inTransaction(actor, (tx) => placeFor(tx, actor, { id, more: files.length }));
  if (!place.ok) return place;
  for (const arrived of files) {
    const kept = await addFileFor(keeping, actor, { ...place.value, arrived });
    if (!kept.ok) return kept;
    const attached = await database.allOrNothing(actor, (tx) => attachFile(tx, actor, { id, file: kept.value }));
    if (!attached.ok) return attached;
  }
  return done({ id });
}

async function placeFor(tx: Tx, actor: Actor, { id, more }: { id: number; more: number }) {
  const found = await lockForFiles(tx, actor, { id, more });
  if (!found.ok) return found;
  const { listing } = found.value;
  return done({ zone: listing.zoneCode, circle: circleOf(listing) });
}

/** Ties a file that was kept for the listing's own people to it. */
export async function attachFile(
  tx: Tx,
  actor: Actor,
  { id, file }: { id: number; file: Pick<FileView, 'id' | 'name'> },
): Answer {
  const found = await lockForFiles(tx, actor, { id, more: 1 });
  if (!found.ok) return found;
  const { listing } = found.value;
  if (!(await isKeptFor(tx, listing, file.id))) return refused({ field: 'file', says: fileWords.notFound });
  const position = sql`(select coalesce(max(position), -1) + 1 from listing_attachment where listing_id = ${id})`;
  await tx.insert(listingAttachments).values({ listingId: id, position, fileId: file.id, name: file.name });
  await shareFiles(tx, id);
  await changed(tx, actor, { listing, files: [null, file.name] });
  return done({ id });
}

/** Keeps its files for everybody it is acquainted with as well: they came before or after both sides accepted. */
export async function shareFiles(tx: Tx, listing: number): Promise<void> {
  await tx.execute(sql`select share_files_of_listing(${listing})`);
}

/** Takes a file off; nobody but whoever has downloaded it has it any longer. */
export async function removeFile(tx: Tx, actor: Actor, { id, file }: { id: number; file: string }): Answer {
  const found = await lockForFiles(tx, actor, { id, more: 0 });
  if (!found.ok) return found;
  if (!isFileId(file)) return refused({ field: 'file', says: words.gone });
  const ofListing = and(eq(listingAttachments.listingId, id), eq(listingAttachments.fileId, file));
  const [row] = await tx.delete(listingAttachments).where(ofListing).returning({ name: listingAttachments.name });
  if (!row) return refused({ field: 'file', says: words.gone });
  await changed(tx, actor, { listing: found.value.listing, files: [row.name, null] });
  return done({ id });
}

/** Whoever may write in it now may change its files. */
async function lockForFiles(tx: Tx, actor: Actor, { id, more }: { id: number; more: number }): Promise<Outcome<Work>> {
  const found = await lockFor(tx, actor, id);
  if (!found.ok) return found;
  const { listing } = found.value;
  const isOver = listing.state === 'closed' || listing.state === 'expired';
  if (!canWrite(actor, listing))
    return refused({ field: 'file', says: isOver ? listingVerbWords.isOver : listingVerbWords.mayNotWrite });
  const has = await tx.$count(listingAttachments, eq(listingAttachments.listingId, id));
  return more > 0 && has + more > mostListingFiles ? refused({ field: 'file', says: words.tooMany }) : found;
}

async function isKeptFor(tx: Tx, listing: ListingRow, file: string): Promise<boolean> {
  const circle = isFileId(file) ? (await circleOfFiles(tx, [file])).get(file) : undefined;
  return JSON.stringify(circle) === JSON.stringify(circleOf(listing));
}

interface Changed {
  readonly listing: ListingRow;
  readonly files: readonly [string | null, string | null];
}

async function changed(tx: Tx, actor: Actor, { listing, files }: Changed): Promise<void> {
  const { id, zoneCode: zone } = listing;
  const about = { kind: 'listing', record: String(id), changes: { files }, zone };
  await remember(tx, actor, { ...about, action: 'attached files' });
  await listingChanged(tx, id);
}
