import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { asc, eq, sql } from 'drizzle-orm';
import { theSystem } from '#accounts/actor.ts';
import { importWords as words } from '#language/words/importers.ts';
import type { TwoText } from '#language/lang.ts';
import type { Tx } from '#platform/database.server.ts';
import { fetchGuarded } from '#platform/fetch.server.ts';
import type { Services } from '#platform/services.server.ts';
import { findItems, type Found } from './find.server.ts';
import { maxFileBytes } from './limits.ts';
import type { ImportedPage } from './page.ts';
import { ReaderPool } from './reading/pool.server.ts';
import type { Item } from './reading/messages.ts';
import { importPages, importRuns, importUploads } from './tables.server.ts';
import { recordItems } from './write.server.ts';

type Reading = Pick<Services, 'config' | 'database'>;

const pageTypes = ['text/html', 'application/xhtml+xml', 'text/plain'];

/** More pages from one upload than a person can look at belong to the command line. */
const mostPages = 500;

/** Reads what was sent for an import: what is recognised waits for its editor, what is not is in the report at once. */
export async function readImport(reading: Reading, { run }: { run: number }): Promise<void> {
  const { database } = reading;
  const [row] = await database.inTransaction(theSystem, (tx) =>
    tx.select().from(importRuns).where(eq(importRuns.id, run)),
  );
  if (!row || row.readAt) return;
  // A worker that was killed in the middle left pages behind: they are read again.
  await database.inTransaction(theSystem, (tx) => forget(tx, run));
  const folder = await mkdtemp(join(tmpdir(), 'yuanlian-import-'));
  const pool = new ReaderPool(1, [folder, join(folder, '*')]);
  try {
    if (row.address === null) await readFiles({ reading, run, folder, pool });
    else await readAddress({ reading, run, folder, pool }, row.address);
    await database.inTransaction(theSystem, (tx) => closeReading(tx, run));
  } finally {
    await pool.close();
    await rm(folder, { recursive: true, force: true });
  }
}

async function forget(tx: Tx, run: number): Promise<void> {
  await tx.delete(importPages).where(eq(importPages.runId, run));
  await tx.execute(sql`delete from import_item where run_id = ${run}`);
  await tx.update(importRuns).set({ refused: 0 }).where(eq(importRuns.id, run));
}

async function closeReading(tx: Tx, run: number): Promise<void> {
  await tx.delete(importUploads).where(eq(importUploads.runId, run));
  const nothingWaits = sql`not exists (select from import_page where run_id = ${run})`;
  await tx
    .update(importRuns)
    .set({ readAt: sql`now()`, finishedAt: sql`case when ${nothingWaits} then now() end` })
    .where(eq(importRuns.id, run));
}

interface Work {
  readonly reading: Reading;
  readonly run: number;
  readonly folder: string;
  readonly pool: ReaderPool;
}

async function readAddress(work: Work, address: string): Promise<void> {
  const request = { address, types: pageTypes, maxBytes: maxFileBytes };
  const answer = await fetchGuarded(request, work.reading.config.fetch);
  if (!answer.ok) return refuse(work, 0, { path: address, reason: answer.problems[0]?.says });
  const path = join(work.folder, 'page.html');
  await writeFile(path, answer.value.body);
  await readItem(work, 0, { path, name: address, address: answer.value.address });
}

/** Names are typed by strangers: on the disk a file has its number, in the report its name. */
async function readFiles(work: Work): Promise<void> {
  const uploads = await work.reading.database.inTransaction(theSystem, (tx) =>
    tx.select().from(importUploads).where(eq(importUploads.runId, work.run)).orderBy(asc(importUploads.position)),
  );
  const beyond: { position: number; path: string }[] = [];
  let position = 0;
  for (const { name, bytes, position: number } of uploads) {
    const folder = join(work.folder, String(number));
    await mkdir(folder);
    const path = join(folder, `file${safeEnding(name)}`);
    await writeFile(path, bytes);
    for await (const found of findItems([path], (archive) => work.pool.list(archive))) {
      if (position < mostPages) await readFound(work, position, { found, path, name });
      else beyond.push({ position, path: calledIn(found).replace(path, name) });
      if (beyond.length === linesAtOnce) await refuseBeyond(work, beyond.splice(0));
      position += 1;
    }
  }
  await refuseBeyond(work, beyond);
}

const linesAtOnce = 500;

/** Nothing is dropped without a line in the report. */
async function refuseBeyond(work: Work, beyond: readonly { position: number; path: string }[]): Promise<void> {
  const about = { result: 'refused' as const, reason: words.desk.beyondMost, articleId: undefined };
  const items = beyond.map((one) => ({ ...one, ...about }));
  await work.reading.database.inTransaction(theSystem, (tx) => recordItems(tx, work.run, items));
}

function calledIn(found: Found): string {
  return 'reason' in found ? found.path : found.item.name;
}

function safeEnding(name: string): string {
  const ending = extname(name).toLowerCase();
  return /^\.[a-z0-9]{1,8}$/.test(ending) ? ending : '';
}

interface Named {
  readonly found: Found;
  readonly path: string;
  readonly name: string;
}

async function readFound(work: Work, position: number, { found, path, name }: Named): Promise<void> {
  const called = calledIn(found).replace(path, name);
  if ('reason' in found) return refuse(work, position, { path: called, reason: found.reason });
  return readItem(work, position, { ...found.item, name: called });
}

async function readItem(work: Work, position: number, item: Item): Promise<void> {
  const [recognition] = await work.pool.read([item]);
  if (recognition?.ok) return wait(work, position, { path: item.name, page: recognition.page });
  const reason = words.refusals[recognition?.refusal ?? 'crashed'];
  return refuse(work, position, { path: item.name, reason });
}

async function wait(work: Work, position: number, read: { path: string; page: ImportedPage }): Promise<void> {
  await work.reading.database.inTransaction(theSystem, (tx) =>
    tx.insert(importPages).values({ runId: work.run, position, ...read }),
  );
}

async function refuse(
  work: Work,
  position: number,
  { path, reason }: { path: string; reason: TwoText | undefined },
): Promise<void> {
  const report = { path, result: 'refused' as const, reason, articleId: undefined, position };
  await work.reading.database.inTransaction(theSystem, (tx) => recordItems(tx, work.run, [report]));
}
