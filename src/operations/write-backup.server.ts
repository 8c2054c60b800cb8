import { existsSync } from 'node:fs';
import { rm, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { and, desc, eq, isNotNull, isNull, sql } from 'drizzle-orm';
import pg from 'pg';
import { isOperator, theSystem, type Actor } from '#accounts/actor.ts';
import { remember } from '#history/write.server.ts';
import { accountWords } from '#language/words/accounts.ts';
import { jobWords as words } from '#language/words/jobs.ts';
import type { Tx } from '#platform/database.server.ts';
import { EnvironmentProblem } from '#platform/environment.ts';
import { later, type Handler } from '#platform/jobs.server.ts';
import { log } from '#platform/log.server.ts';
import { done, refused, type Outcome } from '#platform/outcome.ts';
import type { Services } from '#platform/services.server.ts';
import { backup } from './backup.server.ts';
import { outdated } from './keep.ts';
import { verifyBackup } from './read-backup.server.ts';
import { backupRuns } from './tables.server.ts';

declare module '#platform/jobs.server.ts' {
  interface JobData {
    backup: { readonly by: string };
    'scheduled-backup': Record<string, never>;
  }
}

/** Orders a backup now. Asked twice before it began, it is one. */
export async function askBackup(tx: Tx, actor: Actor): Promise<Outcome<true>> {
  if (!isOperator(actor) || actor.viewedBy) return refused({ says: accountWords.onlyOperators });
  await later(tx, { job: 'backup', data: { by: actor.id }, key: 'backup', tries: 3 });
  await remember(tx, actor, { kind: 'backup', record: 'backup', action: 'asked' });
  return done(true);
}

export const makeBackup: Handler<'backup'> = (services, { by }) => runBackup(services, by);
export const makeScheduledBackup: Handler<'scheduled-backup'> = (services) => runBackup(services, 'schedule');

/** Held by whoever makes a backup; the server lets it go with the connection. */
const backingUp = 7_240_213_604;

/** Writes a backup, reads it back, notes it, and removes those the plan no longer asks for. */
async function runBackup(services: Services, by: string): Promise<void> {
  const client = new pg.Client({ connectionString: services.config.databaseUrl, application_name: 'yuanlian backup' });
  await client.connect();
  try {
    const { rows } = await client.query<{ got: boolean }>('select pg_try_advisory_lock($1) as got', [backingUp]);
    if (!rows[0]?.got) return log.info('another backup is under way');
    const file = await writeBackup(services, client, by);
    await prune(services);
    log.info({ file: basename(file) }, 'a backup was made');
  } finally {
    await client.end();
  }
}

async function writeBackup(services: Services, client: pg.Client, by: string): Promise<string> {
  const { config, database } = services;
  const now = services.now();
  const stamp = now.toISOString().slice(0, 19).replaceAll(':', '');
  const file = join(config.backupFolder, `yuanlian-${stamp}.tar.zst`);
  const run = { file, askedBy: by, startedAt: now };
  await database.inTransaction(theSystem, (tx) => tx.insert(backupRuns).values(run));
  try {
    const manifest = await backup(client, { file, dataFolder: config.dataFolder, storage: services.files, now });
    const verified = await verifyBackup(file);
    if (!verified.ok) throw new EnvironmentProblem(verified.problems[0]?.says ?? words.backupFailed);
    const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0);
    const { size } = await stat(file);
    await note(services, file, { endedAt: services.now(), verifiedAt: services.now(), bytes: size, rows });
    return file;
  } catch (error) {
    const says = error instanceof EnvironmentProblem ? error.says : words.unforeseen(messageOf(error));
    await note(services, file, { endedAt: services.now(), problemZh: says.zh, problemEn: says.en });
    throw error;
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message.slice(0, 300) : '';
}

type Noted = Partial<typeof backupRuns.$inferInsert>;

export async function note({ database }: Services, file: string, noted: Noted): Promise<void> {
  await database.inTransaction(theSystem, (tx) => tx.update(backupRuns).set(noted).where(eq(backupRuns.file, file)));
}

/** Only what the site made itself: files an operator put into the folder are none of its business. */
async function prune(services: Services): Promise<void> {
  const { config, database } = services;
  if (!config.backup) return;
  const made = await database.inTransaction(theSystem, (tx) =>
    tx
      .select({ id: backupRuns.id, at: backupRuns.startedAt, file: backupRuns.file })
      .from(backupRuns)
      .where(and(isNotNull(backupRuns.verifiedAt), isNull(backupRuns.removedAt))),
  );
  for (const { file } of outdated(made, config.backup, services.now())) {
    await rm(file, { force: true });
    await note(services, file, { removedAt: services.now() });
  }
}

/** The newest backup that was made and is still there. */
export async function newestBackup(tx: Tx): Promise<string | undefined> {
  const rows = await tx
    .select({ file: backupRuns.file })
    .from(backupRuns)
    .where(and(isNotNull(backupRuns.verifiedAt), isNull(backupRuns.removedAt)))
    .orderBy(desc(backupRuns.startedAt), sql`id desc`)
    .limit(20);
  return rows.find(({ file }) => existsSync(file))?.file;
}
