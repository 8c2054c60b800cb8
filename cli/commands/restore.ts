import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { operationsWords as words } from '#language/words/operations.ts';
import { restore } from '#operations/restore.server.ts';
import { exitCodes } from '#platform/environment.ts';
import { migrate } from '#platform/migrate.server.ts';
import { openStorage } from '#platform/storage-open.server.ts';
import { connectStore } from '#platform/store.server.ts';
import { UsageProblem, type Command } from '../command.ts';

export const restoreCommand: Command = {
  name: 'restore',
  summary: words.restoreSummary,
  usage: 'restore FILE [--json]',
  async run(args, context) {
    const { positionals } = parseArgs({ args: [...args], options: {}, allowPositionals: true });
    const [name, ...more] = positionals;
    if (name === undefined || more.length > 0) throw new UsageProblem(words.oneFile);
    const file = resolve(name);
    if (!existsSync(file)) throw new UsageProblem(words.noSuchFile(file));
    // Not `context.database()`, which would make the tables that have to be absent.
    const store = await connectStore(context.config);
    const progress = context.progress(words.restoring);
    const client = await store.database.pool.connect();
    const migrations = join(context.root, 'migrations');
    try {
      const onTable = (done: number, total: number) => progress.at(done, total);
      const { dataFolder, files } = context.config;
      const storage = openStorage(files);
      const outcome = await restore(client, { file, migrations, dataFolder, storage, onTable });
      progress.end();
      if (!outcome.ok) {
        for (const problem of outcome.problems) context.complain(problem.says);
        return exitCodes.someRefused;
      }
      const { tables } = outcome.value;
      const rows = tables.reduce((sum, table) => sum + table.rows, 0);
      // A backup of an older program is brought up to this one.
      await migrate(store.database.pool, migrations);
      context.say(words.restored(rows, tables.length));
      context.result({ rows, tables: tables.length, madeAt: outcome.value.madeAt });
      return exitCodes.ok;
    } finally {
      client.release(true);
      await store.close();
    }
  },
};
