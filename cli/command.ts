import type { Actor } from '#accounts/actor.ts';
import type { Lang, TwoText } from '#language/lang.ts';
import type { Clock } from '#platform/clock.ts';
import type { Config } from '#platform/config.ts';
import type { Database } from '#platform/database.server.ts';

/** One verb of the command line. `run` answers the exit code: 0 done, 1 some items refused, 2 usage, 3 environment. */
export interface Command {
  readonly name: string;
  readonly summary: TwoText;
  /** The line after `yuanlian`, such as `import PATH… [--json]`. */
  readonly usage: string;
  run(args: readonly string[], context: Context): Promise<number>;
}

/** Long work as seen by the person who waits: a bar on a terminal, a plain line now and then elsewhere. */
export interface Progress {
  /** `done` of `total` so far; a total that is not known yet is left out. */
  at(done: number, total?: number): void;
  end(): void;
}

/** What a command may use. */
export interface Context {
  readonly config: Config;
  readonly lang: Lang;
  readonly actor: Actor;
  readonly now: Clock;
  readonly json: boolean;
  /** Folder of the program: `migrations/`, `reference/` and `sample/` are in it. */
  readonly root: string;
  /** The migrated database, opened at first use; the embedded one is started when it is not running. */
  database(): Promise<Database>;
  progress(label: TwoText): Progress;
  /** A line for the person at the terminal; silent with `--json`. */
  say(text: TwoText): void;
  /** A line about something that went wrong, on standard error. */
  complain(text: TwoText): void;
  /** The result for machines: printed as one JSON object with `--json`, else not at all. Call it once. */
  result(value: object): void;
}

/** Thrown for arguments that make no sense: the sentence and the usage line are printed, exit code 2. */
export class UsageProblem extends Error {
  readonly says: TwoText;

  constructor(says: TwoText) {
    super(says.en);
    this.says = says;
  }
}
