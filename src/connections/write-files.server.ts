import type { Actor } from '#accounts/actor.ts';
import type { Arrived } from '#files/prepare.server.ts';
import { addFileFor, type Keeping } from '#files/write.server.ts';
import type { Tx } from '#platform/database.server.ts';
import { done, refused, type Outcome } from '#platform/outcome.ts';
import { asWhom, gone } from './connection.ts';
import { circleOf } from './read-files.server.ts';
import { connectionRow } from './read-row.server.ts';
import type { Person, Step } from './state.ts';

interface Attached {
  readonly id: number;
  /** The step that the files go with: who may not take it brings none. */
  readonly step: Step;
  readonly files: readonly Arrived[];
}

/** Keeps files for the two sides and their brokers; the step that follows ties them to the connection. */
export async function keepFiles(
  keeping: Keeping,
  actor: Actor,
  { id, step, files }: Attached,
): Promise<Outcome<string[]>> {
  if (files.length === 0) return done([]);
  const found = await keeping.database.inTransaction(actor, (tx) => placeFor(tx, actor, { id, step }));
  if (!found.ok) return found;
  const kept: string[] = [];
  for (const arrived of files) {
    const outcome = await addFileFor(keeping, actor, { ...found.value, arrived });
    if (!outcome.ok) return outcome;
    kept.push(outcome.value.id);
  }
  return done(kept);
}

async function placeFor(tx: Tx, actor: Actor, { id, step }: { id: number; step: Step }) {
  const row = await connectionRow(tx, id);
  if (!row) return refused(gone);
  const answer = asWhom(actor, row, step);
  if ('problem' in answer) return refused(answer.problem);
  return done({ zone: zoneOf(answer.as, row), circle: circleOf(row) });
}

/** Whose quota a file counts for. */
function zoneOf(as: Person, { needZoneCode, offerZoneCode }: { needZoneCode: string; offerZoneCode: string }): string {
  return as === 'offer' ? offerZoneCode : needZoneCode;
}
