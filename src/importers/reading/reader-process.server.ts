/**
 * A process that reads files and nothing else: started with a small heap, without the right to write, to start programs
 * or to see anything but the program and what is imported. Whatever a file does to it, only this process ends.
 */
import { constants } from 'node:fs';
import { open } from 'node:fs/promises';
import { maxFileBytes } from '../limits.ts';
import type { Entries } from '../entry.ts';
import { refuse, type Recognition, type Refusal } from '../page.ts';
import { entriesIn } from '../recognise/entries.ts';
import { recogniseFile } from '../recognise/file.server.ts';
import { ArchiveProblem, listArchive, openArchive, readEntry, type Archive, type Listing } from './archive.server.ts';
import type { Answer, Ask, Item } from './messages.ts';

/** The ZIP read last stays open: its entries come in several batches. */
let kept: { path: string; archive: Promise<Archive> } | undefined;

process.on('message', (ask: Ask) => void answer(ask));
process.on('disconnect', () => process.exit(0));
tell({ kind: 'ready' });

async function answer(ask: Ask): Promise<void> {
  if (ask.kind === 'list') return tell({ kind: 'list', listing: await list(ask.path) });
  if (ask.kind === 'entries') return tell({ kind: 'entries', entries: await entries(ask.path, ask.address) });
  for (const item of ask.items) tell({ kind: 'read', recognition: await read(item) });
}

function tell(answer: Answer): void {
  process.send?.(answer);
}

async function list(path: string): Promise<Listing> {
  try {
    return listArchive(await archiveAt(path));
  } catch (error) {
    return { ok: false, refusal: error instanceof ArchiveProblem ? error.refusal : 'brokenArchive' };
  }
}

async function read(item: Item): Promise<Recognition> {
  try {
    const bytes = item.entry === undefined ? await readWhole(item.path) : await readFromArchive(item.path, item.entry);
    return await recogniseFile(bytes, item.name, item.address);
  } catch (error) {
    return refuse(refusalFor(error));
  }
}

async function entries(path: string, address: string): Promise<Entries> {
  try {
    return entriesIn(await readWhole(path), address);
  } catch (error) {
    return { ok: false, refusal: refusalFor(error) };
  }
}

function refusalFor(error: unknown): Refusal {
  if (error instanceof ArchiveProblem) return error.refusal;
  return isFileProblem(error) ? 'notReadable' : 'crashed';
}

function isFileProblem(error: unknown): boolean {
  return error instanceof Error && ('syscall' in error || ('code' in error && error.code === 'ERR_ACCESS_DENIED'));
}

/** A link is not followed: it may point out of what was given to import. A pipe would never end. */
async function readWhole(path: string): Promise<Uint8Array> {
  const file = await open(path, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
  try {
    const about = await file.stat();
    if (!about.isFile()) throw new ArchiveProblem('notReadable');
    if (about.size > maxFileBytes) throw new ArchiveProblem('tooLarge');
    return await file.readFile();
  } finally {
    await file.close();
  }
}

async function readFromArchive(path: string, at: number): Promise<Uint8Array> {
  const archive = await archiveAt(path);
  const entry = archive.entries[at];
  if (!entry) throw new ArchiveProblem('brokenArchive');
  return readEntry(archive, entry, maxFileBytes);
}

function archiveAt(path: string): Promise<Archive> {
  if (kept?.path === path) return kept.archive;
  void kept?.archive.then((archive) => archive.zip.close()).catch(() => undefined);
  kept = { path, archive: openArchive(path) };
  return kept.archive;
}
