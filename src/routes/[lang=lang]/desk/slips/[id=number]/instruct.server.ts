import type { Received } from '#files/receive.server.ts';
import { dateOf } from '#language/dates.ts';
import { slipFor } from '#slips/read.server.ts';
import { instructOnSlip } from '#slips/write-instruct.server.ts';
import { keptPaper } from '../../paper.server.ts';
import { dayIn, linesIn, numberIn, writtenIn } from '../form.server.ts';
import { stepWithFiles } from './step-with-files.server.ts';

/** A leader's word on the slip, with the paper it was given on where there is one. */
export const instruct = stepWithFiles('instruct', takeIn);

async function takeIn(locals: App.Locals, id: number, received: Received) {
  const { actor, database, now } = locals;
  const typed: Record<string, string> = Object.fromEntries(received.fields);
  const today = dateOf(now());
  const slip = await database.inTransaction(actor, (tx) => slipFor(tx, actor, { id, today }));
  const paper = await keptPaper(locals, { zone: slip?.zoneCode ?? '', received });
  if (!paper.ok) return { outcome: paper, typed };
  const written = { ...writtenIn(typed), document: paper.value };
  const changed = { until: dayIn(typed['until']), unitId: numberIn(typed['unitId']), demand: linesIn(typed['demand']) };
  const change = { ...changed, difficulty: typed['difficulty'] || null };
  const input = { id, seen: numberIn(typed['seen']) ?? undefined, today, written, change };
  return { outcome: await database.allOrNothing(actor, (tx) => instructOnSlip(tx, actor, input)), typed };
}
