import type { TwoText } from '#language/lang.ts';

/**
 * The surroundings refuse: a disk, a port, a database, a folder. Not a bug and not the caller's mistake, so it
 * travels as an exception to the outermost layer, which says the sentence and ends with exit code 3.
 */
export class EnvironmentProblem extends Error {
  readonly says: TwoText;

  constructor(says: TwoText, cause?: unknown) {
    super(says.en, { cause });
    this.name = 'EnvironmentProblem';
    this.says = says;
  }
}

/** Exit codes of every program of the product; documented in docs/operations.md. */
export const exitCodes = { ok: 0, someRefused: 1, usage: 2, environment: 3 } as const;
