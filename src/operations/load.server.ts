import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { eq, sql } from 'drizzle-orm';
import type { Actor } from '#accounts/actor.ts';
import type { TwoText } from '#language/lang.ts';
import type { Database, Tx } from '#platform/database.server.ts';
import { loaded } from './tables.server.ts';

/** Content that comes with the program: the reference data, the sample. */
export interface LoadStep {
  readonly name: string;
  readonly label: TwoText;
  /** Folder of the program it is read from. */
  readonly folder: string;
  /** `changed`: loaded again whenever the folder's content differs. `once`: never again, also after it was removed. */
  readonly when: 'changed' | 'once';
  load(tx: Tx, actor: Actor, folder: string): Promise<void>;
  remove?(tx: Tx, actor: Actor): Promise<void>;
}

export interface Loading {
  readonly actor: Actor;
  /** Folder of the program. */
  readonly root: string;
  /** Runs a step also when it was done before. */
  readonly again?: boolean;
  readonly onStep?: (step: LoadStep) => void;
}

/** Runs the steps that are due, each in one transaction, and says which ran. */
export async function load(database: Database, steps: readonly LoadStep[], loading: Loading): Promise<string[]> {
  const ran: string[] = [];
  for (const step of steps) {
    const folder = join(loading.root, step.folder);
    if (!existsSync(folder)) continue;
    const fingerprint = await fingerprintOf(folder);
    const did = await database.inTransaction(loading.actor, (tx) =>
      runStep(tx, { step, folder, fingerprint }, loading),
    );
    if (did) ran.push(step.name);
  }
  return ran;
}

/** Whether there is anything to load. */
export async function isDue({ db }: Database, steps: readonly LoadStep[], root: string): Promise<boolean> {
  const rows = await db.select().from(loaded);
  const done = new Map(rows.map((row) => [row.step, row.fingerprint]));
  for (const step of steps) {
    const folder = join(root, step.folder);
    if (!existsSync(folder)) continue;
    const before = done.get(step.name);
    if (before === undefined) return true;
    if (step.when === 'changed' && before !== (await fingerprintOf(folder))) return true;
  }
  return false;
}

interface Due {
  readonly step: LoadStep;
  readonly folder: string;
  readonly fingerprint: string;
}

async function runStep(tx: Tx, { step, folder, fingerprint }: Due, loading: Loading): Promise<boolean> {
  await tx.execute(sql`set local statement_timeout = 0`);
  // Two processes that start at once: the second waits, and then finds the work done.
  await tx.execute(sql`lock table ${loaded} in exclusive mode`);
  const [before] = await tx.select().from(loaded).where(eq(loaded.step, step.name));
  const isDone = before !== undefined && (step.when === 'once' || before.fingerprint === fingerprint);
  if (isDone && !loading.again) return false;
  loading.onStep?.(step);
  await step.load(tx, loading.actor, folder);
  await markLoaded(tx, step.name, fingerprint);
  return true;
}

/** Takes out again what the steps brought; a step that runs once stays done. False where nothing can be removed. */
export async function unload(database: Database, steps: readonly LoadStep[], actor: Actor): Promise<void> {
  await database.inTransaction(actor, async (tx) => {
    for (const step of steps) {
      if (!step.remove) continue;
      await step.remove(tx, actor);
      await markLoaded(tx, step.name, 'removed');
    }
  });
}

async function markLoaded(tx: Tx, step: string, fingerprint: string): Promise<void> {
  const row = { step, fingerprint, at: sql`now()` };
  await tx.insert(loaded).values(row).onConflictDoUpdate({ target: loaded.step, set: row });
}

/** The same content gives the same fingerprint, wherever the folder lies. */
async function fingerprintOf(folder: string): Promise<string> {
  const hash = createHash('sha256');
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  for (const file of files.sort()) hash.update(file.slice(folder.length)).update(await readFile(file));
  return hash.digest('hex');
}
