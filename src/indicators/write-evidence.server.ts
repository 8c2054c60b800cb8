import type { Actor } from '#accounts/actor.ts';
import type { Arrived } from '#files/prepare.server.ts';
import { addFileOfRecord, type Keeping } from '#files/write.server.ts';
import { observationWords as words } from '#language/words/observations.ts';
import { refused, type Outcome } from '#platform/outcome.ts';
import { canObserve } from './indicator.ts';
import { lockIndicator } from './read-row.server.ts';

/** Keeps the file that somebody brings to show that a value of an indicator is so. */
export async function keepEvidenceFile(
  keeping: Keeping,
  actor: Actor,
  { id, arrived }: { id: number; arrived: Arrived },
): Promise<Outcome<{ id: string }>> {
  const row = await keeping.database.inTransaction(actor, (tx) => lockIndicator(tx, actor, id));
  if (!row.ok) return row;
  if (actor.viewedBy || !canObserve(actor, row.value)) return refused({ says: words.notYours });
  return addFileOfRecord(keeping, actor, { zone: row.value.zoneCode, arrived });
}
