import { startWords as words } from '#language/words/start.ts';
import type { TwoText } from '#language/lang.ts';
import { EnvironmentProblem } from './environment.ts';

const sentences: Readonly<Record<string, (path: string) => TwoText>> = {
  ENOSPC: () => words.diskIsFull,
  EDQUOT: () => words.diskIsFull,
  EROFS: () => words.diskIsReadOnly,
  EACCES: words.mayNotWrite,
  EPERM: words.mayNotWrite,
  ENOTDIR: words.pathIsNoFolder,
  EEXIST: words.pathIsNoFolder,
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
  const says = sentences[String(error.code)]?.(path);
  return says ? new EnvironmentProblem(says, error) : error;
}
