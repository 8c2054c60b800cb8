import { commandLine } from '#accounts/actor.ts';
import pg from 'pg';
import { inject } from 'vitest';
import { addressAsApp, addressOfGate } from '#platform/app-role.server.ts';
import { openDatabase, type Database, type Tx } from '#platform/database.server.ts';

/** The database of this worker: a clone of the migrated template, made at first use. */
let ofThisWorker: Promise<Database> | undefined;

export function testDatabase(): Promise<Database> {
  ofThisWorker ??= cloneTemplate();
  return ofThisWorker;
}

/** A database of its own for a test that commits; the caller closes it. Used as the site uses it, by the role that owns nothing. */
export async function cloneTemplate(): Promise<Database> {
  return openDatabase(addressAsApp(await newClone()), 4);
}

/** The same as signing in has it, which looks before anybody is known. */
export async function cloneForGate(): Promise<Database> {
  return openDatabase(addressOfGate(addressAsApp(await newClone())), 4);
}

/** The same for a test of what only the owner of the tables does: backup, restore, looking past the policies. */
export async function cloneTemplateAsOwner(): Promise<Database> {
  return openDatabase(await newClone(), 4);
}

/** Address of a fresh clone of the template, as the owner of its tables. */
export async function newClone(): Promise<string> {
  const url = inject('postgresUrl');
  const name = `test_${process.pid}_${Math.random().toString(36).slice(2, 10)}`;
  const admin = new pg.Client({ connectionString: url });
  await admin.connect();
  // Two workers may not clone the same template at once.
  await admin.query('select pg_advisory_lock(1)');
  await admin.query(`create database ${name} template template_yuanlian`);
  await admin.end();
  return url.replace('/postgres?', `/${name}?`);
}

class RolledBack extends Error {}

/** Runs a test inside a transaction that never commits, so that tests share one database and leave nothing behind. */
export async function inRollback(test: (tx: Tx) => Promise<void>): Promise<void> {
  const database = await testDatabase();
  await database
    .inTransaction(commandLine, async (tx) => {
      await test(tx);
      throw new RolledBack();
    })
    .catch((error: unknown) => {
      if (!(error instanceof RolledBack)) throw error;
    });
}
