import { drizzle } from 'drizzle-orm/node-postgres';
import type pg from 'pg';
import { commandLine } from '#accounts/actor.ts';
import { storedForms, type StoredForm } from '#files/read-stored.server.ts';
import { storageKey } from '#files/file.ts';
import { operationsWords as words } from '#language/words/operations.ts';
import type { Database } from '#platform/database.server.ts';
import type { Storage } from '#platform/storage.ts';
import type { Finding } from './finding.ts';
import type { Manifest } from './manifest.ts';

/** Whether every uploaded file that the database knows is in the storage, in its full length. */
export async function examineFiles(database: Database, storage: Storage): Promise<Finding> {
  const wanted = await database.inTransaction(commandLine, storedForms);
  const found = new Map<string, number>();
  for await (const { key, bytes } of storage.list()) found.set(key, bytes);
  const missing = wanted.filter((form) => found.get(keyOf(form)) !== form.bytes);
  const known = new Set(wanted.map(keyOf));
  const unknown = [...found.keys()].filter((key) => !known.has(key)).length;
  return {
    name: 'files',
    ok: missing.length === 0,
    says: words.checkFiles({ known: wanted.length, missing: missing.length, unknown }),
  };
}

/** The first file that a restored database knows and its backup does not hold as it was. */
export async function firstFileMissing(client: pg.Client, { files }: Manifest): Promise<string | undefined> {
  const held = new Map(files.map(({ path, bytes, sha256 }) => [path, `${bytes} ${sha256}`]));
  const wanted = await storedForms(drizzle(client));
  const missing = wanted.find((form) => held.get(`files/${keyOf(form)}`) !== `${form.bytes} ${form.sha256}`);
  return missing && keyOf(missing);
}

function keyOf({ id, name }: StoredForm): string {
  return storageKey(id, name);
}
