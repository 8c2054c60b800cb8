import { availableParallelism } from 'node:os';
import { resolve } from 'node:path';
import type { Actor } from '#accounts/actor.ts';
import type { Database } from '#platform/database.server.ts';
import { done, type Outcome } from '#platform/outcome.ts';
import type { Defaults } from './article.ts';
import { findItems, type Found } from './find.server.ts';
import { keepBatch, type Keeping, type Read } from './keep.server.ts';
import { filesABatch } from './limits.ts';
import { ReaderPool } from './reading/pool.server.ts';
import type { Item } from './reading/messages.ts';
import { runById } from './read.server.ts';
import type { ItemReport, RunReport } from './report.ts';
import { Resolver } from './resolve.server.ts';
import { finishRun, startRun } from './write.server.ts';

export interface ImportRequest {
  readonly paths: readonly string[];
  readonly defaults: Defaults;
  /** Told after every batch how far it is. */
  readonly onProgress?: (done: number, total: number) => void;
  /** Told of every file, in the order in which they are done. */
  readonly onItem?: (item: ItemReport) => void;
}

/** Batches on their way at once: one being read, two being stored. */
const batchesAtOnce = 3;

/** Imports everything in the given paths. One bad file never stops the rest; the report says what became of each. */
export async function importPaths(
  database: Database,
  actor: Actor,
  request: ImportRequest,
): Promise<Outcome<RunReport>> {
  const started = await database.inTransaction(actor, (tx) => startRun(tx, actor));
  if (!started.ok) return started;
  const roots = request.paths.flatMap((path) => [resolve(path), resolve(path, '*')]);
  const pool = new ReaderPool(readersFor(availableParallelism()), roots);
  const keeping = {
    database,
    actor,
    runId: started.value.id,
    defaults: request.defaults,
    resolver: new Resolver(),
  };
  try {
    await work({ request, pool, keeping });
  } finally {
    await pool.close();
  }
  const report = await database.inTransaction(actor, async (tx) => {
    await finishRun(tx, keeping.runId);
    return runById(tx, keeping.runId);
  });
  if (!report) throw new Error('the run that was just written is not there');
  return done(report);
}

/** Reading costs less than storing: one core is left for this process and the database. */
function readersFor(cores: number): number {
  return Math.max(1, Math.min(4, cores - 1));
}

interface Work {
  readonly request: ImportRequest;
  readonly pool: ReaderPool;
  readonly keeping: Keeping;
}

async function work({ request, pool, keeping }: Work): Promise<void> {
  const total = request.onProgress ? await countItems(request.paths, pool) : 0;
  const batches = inBatches(findItems(request.paths, (path) => pool.list(path)));
  let finished = 0;
  const takeBatches = async () => {
    for (let next = await batches.next(); !next.done; next = await batches.next()) {
      const reports = await keepBatch(keeping, await readBatch(pool, next.value));
      finished += reports.length;
      for (const report of reports) request.onItem?.(report);
      request.onProgress?.(finished, total);
    }
  };
  await Promise.all(Array.from({ length: batchesAtOnce }, takeBatches));
}

async function countItems(paths: readonly string[], pool: ReaderPool): Promise<number> {
  let count = 0;
  for await (const found of findItems(paths, (path) => pool.list(path))) count += found ? 1 : 0;
  return count;
}

interface Placed {
  readonly position: number;
  readonly found: Found;
}

async function* inBatches(all: AsyncIterable<Found>): AsyncGenerator<Placed[]> {
  let batch: Placed[] = [];
  let position = 0;
  for await (const found of all) {
    batch.push({ position, found });
    position += 1;
    if (batch.length === filesABatch) {
      yield batch;
      batch = [];
    }
  }
  if (batch.length > 0) yield batch;
}

async function readBatch(pool: ReaderPool, batch: readonly Placed[]): Promise<Read[]> {
  const items = batch.flatMap(({ found }) => ('item' in found ? [found.item] : []));
  const recognitions = await pool.read(items);
  const byItem = new Map<Item, Read['outcome']>(
    items.map((item, at) => [item, recognitions[at] ?? { ok: false, refusal: 'crashed' }]),
  );
  return batch.map(({ position, found }) => {
    if (!('item' in found)) return { position, path: found.path, outcome: { ok: false, reason: found.reason } };
    return { position, path: found.item.name, outcome: byItem.get(found.item) ?? { ok: false, refusal: 'crashed' } };
  });
}
