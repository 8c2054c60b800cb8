import type { Received } from '#files/receive.server.ts';
import { dateOf } from '#language/dates.ts';
import { slipVerbWords as words } from '#language/words/slip-verbs.ts';
import { refused } from '#platform/outcome.ts';
import { slipFor } from '#slips/read.server.ts';
import { answerWithEvidence } from '#slips/write-evidence.server.ts';
import { saidIn } from '#tasks/report-form.ts';
import { keepEvidenceFiles } from '#tasks/write-files.server.ts';
import { linesIn, numberIn } from '../form.server.ts';
import { stepWithFiles } from './step-with-files.server.ts';

/** What the unit says of the slip, with the files and the page that show it. */
export const answer = (isSolved: boolean) =>
  stepWithFiles('answer', (locals, id, received) => takeIn(locals, { id, isSolved }, received));

interface Answered {
  readonly id: number;
  readonly isSolved: boolean;
}

async function takeIn(locals: App.Locals, { id, isSolved }: Answered, { fields, files: arrived }: Received) {
  const { actor, database, now } = locals;
  const typed: Record<string, string> = Object.fromEntries(fields);
  const today = dateOf(now());
  const slip = await database.inTransaction(actor, (tx) => slipFor(tx, actor, { id, today }));
  // Nothing is stored for somebody who may not answer.
  if (!slip?.may.includes('answer')) return { outcome: refused({ says: words.mayNot }), typed };
  const files = await keepEvidenceFiles(locals, actor, { zone: slip.zoneCode, files: arrived });
  if (!files.ok) return { outcome: files, typed };
  const { evidence } = saidIn({ fields, files: files.value, today });
  const seen = numberIn(typed['seen']) ?? undefined;
  const said = { id, seen, today, note: linesIn(typed['note']), evidence, isSolved };
  return { outcome: await database.allOrNothing(actor, (tx) => answerWithEvidence(tx, actor, said)), typed };
}
