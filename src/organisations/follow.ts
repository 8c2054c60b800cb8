import type { Actor } from '#accounts/actor.ts';
import type { Tx } from '#platform/database.server.ts';
import type { Outcome } from '#platform/outcome.ts';

/** An organisation that goes into another. */
export interface Going {
  readonly from: number;
  readonly to: number;
}

/**
 * How the records of one noun follow an organisation into the one it becomes. Nouns above this one hand theirs to the
 * merge, so that it knows none of them; a rule test says that no column of the database is forgotten.
 */
export interface Follower {
  /** What the records are called in the history of the organisation. */
  readonly name: string;
  /** The columns that name an organisation, as `table.column`. */
  readonly columns: readonly string[];
  /** Moves them and answers their numbers, or says why the two cannot become one. */
  follow(tx: Tx, actor: Actor, going: Going): Promise<Outcome<readonly number[]>>;
}
