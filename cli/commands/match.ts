import { parseArgs } from 'node:util';
import { rankZonesAgain } from '#connections/rank-jobs.server.ts';
import { connectionWords as words } from '#language/words/connections.ts';
import { exitCodes } from '#platform/environment.ts';
import type { Command } from '../command.ts';

/** Has everything that can be connected matched anew, by the worker of the running site. */
export const matchCommand: Command = {
  name: 'match',
  summary: words.matchSummary,
  usage: 'match [--json]',
  async run(args, context) {
    parseArgs({ args: [...args], options: {} });
    const database = await context.database();
    const outcome = await database.allOrNothing(context.actor, (tx) => rankZonesAgain(tx, context.actor));
    if (!outcome.ok) throw new Error('the command line is an operator');
    context.say(words.matchOrdered);
    context.result({ ordered: true });
    return exitCodes.ok;
  },
};
