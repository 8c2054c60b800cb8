import { createServer } from 'node:http';
import { join } from 'node:path';
import { log } from '#platform/log.server.ts';
import { readConfig } from '#platform/config.ts';
import { migrate } from '#platform/migrate.server.ts';
import { openDatabase } from '#platform/database.server.ts';
import { startEmbeddedPostgres } from '#platform/embedded-postgres.server.ts';

const root = join(import.meta.dirname, '..');
const read = readConfig(process.env);
if (!read.ok) {
  for (const problem of read.problems) process.stderr.write(`${problem.says.zh} ${problem.says.en}\n`);
  process.exit(2);
}
const config = read.value;
const embedded = config.databaseUrl ? undefined : await startEmbeddedPostgres(config.dataFolder);
const databaseUrl = config.databaseUrl ?? embedded?.url ?? '';
process.env['DATABASE_URL'] = databaseUrl;
const database = openDatabase(databaseUrl, 2);
const migrated = await migrate(database.pool, join(root, 'migrations'));
if (!migrated.ok) throw new Error('schema');
process.env['PROTOCOL_HEADER'] = 'x-yuanlian-protocol';
const { handler } = (await import(join(root, 'build/handler.js'))) as { handler: (req: unknown, res: unknown) => void };
const server = createServer((request, response) => {
  request.headers['x-yuanlian-protocol'] = 'http';
  handler(request, response);
});
server.listen(config.port, () => log.info({ port: config.port }, 'listening'));
