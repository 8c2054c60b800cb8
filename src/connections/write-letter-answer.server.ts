import { connectionLetterWords as words } from '#language/words/connection-letters.ts';
import type { Tx } from '#platform/database.server.ts';
import { done, refused, type Outcome } from '#platform/outcome.ts';
import type { DeclineInput } from './connection.ts';
import { answeringWith } from './read-answer.server.ts';
import { connectionRow } from './read-row.server.ts';
import type { ConnectionState } from './state.ts';
import { accept, decline } from './write-answer.server.ts';

export interface LetterAnswer {
  readonly token: string;
  readonly now: Date;
  /** Undefined accepts. */
  readonly declined?: Omit<DeclineInput, 'id'>;
}

/** Answers a proposal from a letter, without signing in; answers what became of it. Needs the eyes of the site itself. */
export async function answerByLetter(
  tx: Tx,
  { token, now, declined }: LetterAnswer,
): Promise<Outcome<{ state: ConnectionState }>> {
  const answering = await answeringWith(tx, token, now);
  if (!answering) return refused({ says: words.wrong });
  const { actor, row } = answering;
  const outcome = declined
    ? await decline(tx, actor, { id: row.id, ...declined })
    : await accept(tx, actor, { id: row.id });
  if (!outcome.ok) return outcome;
  return done({ state: (await connectionRow(tx, row.id))?.state ?? 'ended' });
}
