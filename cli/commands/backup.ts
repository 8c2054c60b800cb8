import { existsSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { operationsWords as words } from '#language/words/operations.ts';
import { backup } from '#operations/backup.server.ts';
import { exitCodes } from '#platform/environment.ts';
import { openStorage } from '#platform/storage-open.server.ts';
import { UsageProblem, type Command } from '../command.ts';

export const backupCommand: Command = {
  name: 'backup',
  summary: words.backupSummary,
  usage: 'backup [--out FILE] [--json]',
  async run(args, context) {
    const { values } = parseArgs({ args: [...args], options: { out: { type: 'string' } } });
    const now = context.now();
    const stamp = now.toISOString().slice(0, 19).replaceAll(':', '');
    const file = resolve(values.out ?? join(context.config.dataFolder, 'backups', `yuanlian-${stamp}.tar.zst`));
    if (existsSync(file)) throw new UsageProblem(words.fileExists(file));
    const { pool } = await context.database();
    const progress = context.progress(words.backingUp);
    const client = await pool.connect();
    try {
      const { dataFolder } = context.config;
      const manifest = await backup(client, {
        file,
        dataFolder,
        storage: openStorage(context.config.files),
        now,
        onTable: (done, total) => progress.at(done, total),
      });
      progress.end();
      const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0);
      const { size } = await stat(file);
      context.say(words.backedUp(file, rows, size));
      context.result({ file, rows, bytes: size, tables: manifest.tables.length, files: manifest.files.length });
      return exitCodes.ok;
    } finally {
      client.release(true);
    }
  },
};
