import { operationsWords as words } from '#language/words/operations.ts';
import { newestMigration } from '#platform/migrate.server.ts';
import { exitCodes } from '#platform/environment.ts';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Command } from '../command.ts';

/** Opening the database migrates it, so all that is left is to say so. */
export const migrateCommand: Command = {
  name: 'migrate',
  summary: words.migrateSummary,
  usage: 'migrate [--json]',
  async run(args, context) {
    parseArgs({ args: [...args], options: {} });
    await context.database();
    const number = await newestMigration(join(context.root, 'migrations'));
    context.say(words.schemaIsCurrent(number));
    context.result({ schema: number });
    return exitCodes.ok;
  },
};
