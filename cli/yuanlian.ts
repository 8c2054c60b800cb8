import { operationsWords as words } from '#language/words/operations.ts';
import { UsageProblem, type Command } from './command.ts';
import { openContext, type OpenContext } from './context.ts';
import { EnvironmentProblem, exitCodes } from '#platform/environment.ts';

/** Each in a module of its own, loaded when it is asked for. */
const commands: Readonly<Record<string, () => Promise<Command>>> = {
  import: async () => (await import('./commands/import.ts')).importCommand,
  export: async () => (await import('./commands/export.ts')).exportCommand,
  match: async () => (await import('./commands/match.ts')).matchCommand,
  seed: async () => (await import('./commands/seed.ts')).seedCommand,
  user: async () => (await import('./commands/user.ts')).userCommand,
  migrate: async () => (await import('./commands/migrate.ts')).migrateCommand,
  backup: async () => (await import('./commands/backup.ts')).backupCommand,
  restore: async () => (await import('./commands/restore.ts')).restoreCommand,
  doctor: async () => (await import('./commands/doctor.ts')).doctorCommand,
};

process.exitCode = await main(process.argv.slice(2));

async function main(given: readonly string[]): Promise<number> {
  const opened = openContext(given.includes('--json'));
  if (!opened.ok) {
    for (const problem of opened.problems) process.stderr.write(`${problem.says.zh} ${problem.says.en}\n`);
    return exitCodes.usage;
  }
  const context = opened.value;
  const [name, ...args] = given.filter((word) => word !== '--json');
  const command = name === undefined ? undefined : await commands[name]?.();
  if (!command || args.includes('--help')) return help(context, name, command);
  try {
    return await command.run(args, context);
  } catch (error) {
    return explain(error, command, context);
  } finally {
    await context.close();
  }
}

/** Says what can be done; exit code 2 when that is not what was asked. */
async function help(context: OpenContext, name: string | undefined, command: Command | undefined): Promise<number> {
  const asked = name === undefined || name === 'help' || name === '--help' || command !== undefined;
  if (!asked) context.complain(words.unknownCommand(name));
  const shown = command ? [command] : await Promise.all(Object.values(commands).map((load) => load()));
  const lines = shown.map((one) => `  yuanlian ${one.usage}\n      ${one.summary[context.lang]}`);
  const text = `${lines.join('\n')}\n`;
  (asked ? process.stdout : process.stderr).write(text);
  return asked ? exitCodes.ok : exitCodes.usage;
}

function explain(error: unknown, command: Command, context: OpenContext): number {
  if (error instanceof EnvironmentProblem) {
    context.complain(error.says);
    return exitCodes.environment;
  }
  if (error instanceof UsageProblem || isParseError(error)) {
    context.complain(error instanceof UsageProblem ? error.says : { zh: error.message, en: error.message });
    context.complain(words.usage(command.usage));
    return exitCodes.usage;
  }
  throw error;
}

function isParseError(error: unknown): error is Error {
  return error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS');
}
