import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { startEmbeddedPostgres } from '#platform/embedded-postgres.server.ts';
import { migrate } from '#platform/migrate.server.ts';
import { openDatabase } from '#platform/database.server.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Address of the test server; its database `template` is migrated and empty. */
    postgresUrl: string;
  }
}

/** A throw-away server with durability off: tests may lose it, and it is several times faster. */
const careless = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', shared_buffers: '64MB' };

/** Starts one PostgreSQL for the whole run, with a migrated template that each worker clones in about 0.1 s. */
export default async function setup(project: TestProject) {
  const folder = await mkdtemp(join(tmpdir(), 'yuanlian-test-'));
  // Closed to others, it would make the database move to a place of its own and stay there.
  await chmod(folder, 0o711);
  const server = await startEmbeddedPostgres(folder, careless);
  const admin = new pg.Client({ connectionString: server.url });
  await admin.connect();
  await admin.query('create database template_yuanlian');
  await admin.end();
  const template = openDatabase(server.url.replace('/postgres?', '/template_yuanlian?'), 1);
  const migrated = await migrate(template.pool, 'migrations');
  if (!migrated.ok) throw new Error('the migrations do not run');
  await template.close();
  project.provide('postgresUrl', server.url);
  return async () => {
    await server.stop('fast');
    await rm(folder, { recursive: true, force: true });
  };
}
