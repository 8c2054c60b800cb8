import type { Actor } from '#accounts/actor.ts';
import { useFiles } from '#files/write-use.server.ts';
import { fileWords } from '#language/words/files.ts';
import { slipLetterWords as words } from '#language/words/slip-letters.ts';
import type { Tx } from '#platform/database.server.ts';
import { refused, type Outcome, type Problem } from '#platform/outcome.ts';
import { evidenceInput, type Evidence } from './evidence.ts';
import { lockSlip, type SlipRow } from './read-row.server.ts';
import { slipEvidence } from './tables.server.ts';
import type { StepInput } from './write-step.server.ts';
import { answerSlip, solveSlip } from './write.server.ts';

export interface ShownAnswer extends StepInput {
  readonly note: unknown;
  readonly evidence: unknown;
  /** Whether the matter is reported as solved; else it goes on. */
  readonly isSolved: boolean;
}

/** The unit answers at the desk, or reports the matter as solved, with what shows that it is so. */
export async function answerWithEvidence(
  tx: Tx,
  actor: Actor,
  { evidence, isSolved, ...input }: ShownAnswer,
): Promise<Outcome<{ id: number; event: number }>> {
  const parsed = evidenceInput.safeParse(evidence);
  if (!parsed.success) return refused({ field: 'evidence', says: words.evidenceWrong });
  const verb = isSolved ? solveSlip : answerSlip;
  const event = await verb(tx, actor, input);
  const slip = event.ok ? await lockSlip(tx, input.id) : undefined;
  if (!event.ok || !slip) return event;
  const problem = await keepEvidence(tx, slip, { event: event.value.event, evidence: parsed.data });
  return problem ? refused(problem) : event;
}

/** Ties what shows an answer to the answer; whoever calls has let the answer in. */
export async function keepEvidence(
  tx: Tx,
  { id: slipId, zoneCode }: SlipRow,
  { event: eventId, evidence }: { event: number; evidence: Evidence },
): Promise<Problem | undefined> {
  const rows = evidence.filter(({ fileId, address }) => fileId !== null || address !== '');
  if (rows.length === 0) return undefined;
  const files = rows.flatMap(({ fileId }) => fileId ?? []);
  const user = { kind: 'slip-answer', record: String(eventId), zone: zoneCode, isPublic: false };
  if ((await useFiles(tx, user, files)).length > 0) return { field: 'file', says: fileWords.notOfZone };
  await tx.insert(slipEvidence).values(
    rows.map(({ title, fileId, address }) => ({
      ...{ slipId, zoneCode, eventId, fileId, address },
      title: title === '' ? address.slice(0, 256) || words.evidence.zh : title,
    })),
  );
  return undefined;
}
