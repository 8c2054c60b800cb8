import { startWords as words } from '#language/words/start.ts';
import type { TwoText } from '#language/lang.ts';
import { EnvironmentProblem } from './environment.ts';

const sentences: Readonly<Record<string, (path: string, folder: string) => TwoText>> = {
  ENOSPC: () => words.diskIsFull,
  EDQUOT: () => words.diskIsFull,
  EROFS: () => words.diskIsReadOnly,
  EACCES: words.mayNotWrite,
  EPERM: words.mayNotWrite,
  ENOTDIR: (_path, folder) => words.pathIsNoFolder(folder),
  EEXIST: (_path, folder) => words.pathIsNoFolder(folder),
  // PostgreSQL's own codes.
  '53100': () => words.diskIsFull,
  '25006': () => words.databaseIsReadOnly,
  '42501': () => words.databaseForbids,
  '53300': () => words.tooManyConnections,
};

/** What the file system or the database refused, in words; any other error is passed on as it is. */
export function asEnvironmentProblem(error: unknown, folder: string): unknown {
  if (!(error instanceof Error) || !('code' in error)) return error;
  const path = 'path' in error && typeof error.path === 'string' ? error.path : folder;
  const says = sentences[String(error.code)]?.(path, folder);
  return says ? new EnvironmentProblem(says, error) : error;
}

/** The same for what PostgreSQL's own programs print when they cannot start. */
export function postgresProblem(said: string): EnvironmentProblem {
  if (/No space left on device/.test(said)) return new EnvironmentProblem(words.diskIsFull);
  if (/Read-only file system/.test(said)) return new EnvironmentProblem(words.diskIsReadOnly);
  return new EnvironmentProblem(words.postgresDidNotStart(said.split('\n').slice(-3).join(' ')));
}
